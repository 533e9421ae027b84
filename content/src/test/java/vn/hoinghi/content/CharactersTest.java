package vn.hoinghi.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class CharactersTest {
  private static final String SENTENCE =
      "Hội nghị của Ban Chấp hành Đảng bộ tỉnh được tổ chức với các đại biểu trong hai ngày.";
  private static final Charset CP1258 = Charset.forName("windows-1258");

  @Test
  @Tag("H07")
  @Tag("H08")
  void cleanTextIsComposedAndFreeOfWhatNobodySees() {
    String dirty =
        "  Tỉnh\u00a0\u00a0ủy \u200bhọp\u00ad\r\n\t"
            + Normalizer.normalize("đại hội", Normalizer.Form.NFD);
    assertThat(CleanText.line(dirty)).isEqualTo("Tỉnh ủy họp đại hội");
    assertThat(CleanText.line("\u202eabc\u202c \u201cx\u201d  y")).isEqualTo("abc \u201cx\u201d y");
    assertThat(CleanText.line("chữ 😀 \ud83d rơi")).isEqualTo("chữ 😀 rơi");
  }

  @Test
  @Tag("H09")
  void lettersInAnotherDressAreTheLettersAndARussianNameStaysRussian() {
    assertThat(
            CleanText.line("lần thứ \u2167, \uff11\uff12\uff0f\uff11, \ufb01x, 5 m\u00b2 \u00bd"))
        .isEqualTo("lần thứ VIII, 12/1, fix, 5 m\u00b2 \u00bd");
    assertThat(CleanText.line("h\u043e\u0323\u0302i ngh\u0456\u0323 c\u1ea5p \u0441\u0430\u043e"))
        .isEqualTo("hội nghị cấp cao");
    assertThat(CleanText.line("ông \u0421\u0435\u0440\u0433\u0435\u0439 và b\u0430"))
        .isEqualTo("ông \u0421\u0435\u0440\u0433\u0435\u0439 và ba");
  }

  @Test
  void wordsAreComparedWithoutCaseAndMarks() {
    assertThat(
            Words.key("ĐẢNG ỦY – Đảng uỷ, " + Normalizer.normalize("đảng ủy", Normalizer.Form.NFD)))
        .isEqualTo("dang uy dang uy dang uy");
  }

  @Test
  @Tag("H07")
  void aByteOrderMarkWinsOverTheHeader() {
    byte[] utf16 = ("\ufeff" + SENTENCE).getBytes(StandardCharsets.UTF_16LE);
    assertThat(PageBytes.decode(utf16, "utf-8")).isEqualTo(SENTENCE);
    byte[] marked = ("\ufeff" + SENTENCE).getBytes(StandardCharsets.UTF_8);
    assertThat(PageBytes.decode(marked, "windows-1258")).isEqualTo(SENTENCE);
  }

  @Test
  @Tag("H07")
  void wellFormedUtf8IsUtf8WhateverOldServersClaim() {
    byte[] utf8 = SENTENCE.getBytes(StandardCharsets.UTF_8);
    for (String claim :
        new String[] {
          null, "utf-8", "iso-8859-1", "windows-1258", "utf-7", "x-user-defined", "\"<nonsense"
        }) {
      assertThat(PageBytes.decode(utf8, claim)).as(claim).isEqualTo(SENTENCE);
    }
  }

  @Test
  @Tag("H07")
  void aSequenceCutOffAtTheEndSpoilsNothing() {
    byte[] utf8 = SENTENCE.getBytes(StandardCharsets.UTF_8);
    for (int cut = utf8.length - 20; cut < utf8.length; cut++) {
      String text = PageBytes.decode(Arrays.copyOf(utf8, cut), null);
      assertThat(text).startsWith("Hội nghị của Ban Chấp hành Đảng bộ tỉnh");
    }
  }

  @Test
  void windows1258ComesOutComposed() {
    byte[] bytes = cp1258("<meta charset=windows-1258><p>" + SENTENCE);
    assertThat(CleanText.nfc(PageBytes.decode(bytes, null))).endsWith(SENTENCE);
    assertThat(CleanText.nfc(PageBytes.decode(bytes, "windows-1252"))).endsWith(SENTENCE);
    assertThat(CleanText.nfc(PageBytes.decode(cp1258(SENTENCE), null))).isEqualTo(SENTENCE);
  }

  @Test
  @Tag("H07")
  void aMetaElementThatNeverEndsIsHarmless() {
    byte[] bytes = cp1258("<meta charset=\"windows-1258 " + SENTENCE);
    assertThat(CleanText.nfc(PageBytes.decode(bytes, null))).endsWith(SENTENCE);
  }

  @Test
  void tcvn3FontsAreReadAsWhatTheyDrew() throws Exception {
    String drawn =
        "Héi nghÞ cña Ban ChÊp hµnh §¶ng bé tØnh ®­îc tæ chøc víi c¸c ®¹i biÓu trong hai ngµy.";
    assertThat(PageBytes.decode(drawn.getBytes(Charset.forName("windows-1252")), null))
        .isEqualTo(SENTENCE);
    assertThat(page(drawn).text()).contains(SENTENCE);
  }

  @Test
  void vniFontsAreReadAsWhatTheyDrew() throws Exception {
    String drawn =
        "Hoäi nghò cuûa Ban Chaáp haønh Ñaûng boä tænh ñöôïc toå chöùc vôùi caùc ñaïi bieåu trong hai ngaøy.";
    assertThat(PageBytes.decode(drawn.getBytes(Charset.forName("windows-1252")), null))
        .isEqualTo(SENTENCE);
    assertThat(page(drawn).text()).contains(SENTENCE);
  }

  @Test
  void otherLanguagesOfTheWestAreLeftAlone() throws Exception {
    String french =
        "À la fin de l'été, les délégués ont été reçus à l'hôtel de ville, où la réunion s'est déroulée dès le début de l'après-midi.";
    assertThat(page(french + " " + french.replace('l', 'm')).text()).contains(french);
  }

  private static Page page(String text) throws UnreadablePageException {
    byte[] body = ("<p>" + text + "</p>").getBytes(StandardCharsets.UTF_8);
    return PageReader.standard().read(new Capture(body, "text/html", null, null, null, null));
  }

  /** The way old editors wrote it: vowels composed, tone marks apart. */
  private static byte[] cp1258(String text) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int i = 0; i < text.length(); i++) {
      String letter = text.substring(i, i + 1);
      if (!CP1258.newEncoder().canEncode(letter)) {
        letter = toneApart(letter);
      }
      out.writeBytes(letter.getBytes(CP1258));
    }
    return out.toByteArray();
  }

  private static String toneApart(String letter) {
    String parts = Normalizer.normalize(letter, Normalizer.Form.NFD);
    StringBuilder vowel = new StringBuilder();
    StringBuilder tone = new StringBuilder();
    for (int i = 0; i < parts.length(); i++) {
      char c = parts.charAt(i);
      ("\u0300\u0301\u0303\u0309\u0323".indexOf(c) >= 0 ? tone : vowel).append(c);
    }
    return Normalizer.normalize(vowel, Normalizer.Form.NFC) + tone;
  }
}
