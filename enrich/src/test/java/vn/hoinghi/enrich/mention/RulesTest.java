package vn.hoinghi.enrich.mention;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.hoinghi.schemas.NotConference;

class RulesTest {
  private final Locale before = Locale.getDefault();

  @AfterEach
  void restoreLocale() {
    Locale.setDefault(before);
  }

  @ParameterizedTest
  @CsvSource({
    "xi,11",
    "14,14",
    "xxiv,24",
    "mười một,11",
    "nhất,1",
    "hai mươi mốt,21",
    "xl,40",
    "l,1",
    "xll,12"
  })
  void anOrdinalIsReadInRomanArabicAndWords(String written, int expected) {
    assertThat(OrdinalNumber.value(written)).isEqualTo(expected);
  }

  @Test
  void aPatternStandsForAllItsPhrases() {
    assertThat(Phrase.expand("(mở|tổ chức (tốt|)) lớp"))
        .containsExactly("mở lớp", "tổ chức tốt lớp", "tổ chức lớp");
  }

  @Test
  void foldingKeepsEveryOffsetAndKnowsBothTonePlacements() {
    assertThat(Folding.fold("Tỉnh uỷ – “HOÀ Bình” quý toàn"))
        .isEqualTo("tỉnh ủy - \"hòa bình\" quý toàn");
  }

  @Test
  void aSentenceEndsNeitherAtAnAbbreviationNorInANumber() {
    String text = "Sáng 5.3, tại TP. Huế họp. Dự có PGS. Lê An. Đạt 2.500 ha!\nXong";

    assertThat(Sentences.of(text, Folding.fold(text)))
        .extracting(s -> text.substring(s.start(), s.end()))
        .containsExactly(
            "Sáng 5.3, tại TP. Huế họp.", "Dự có PGS. Lê An.", "Đạt 2.500 ha!", "Xong");
  }

  @ParameterizedTest
  @EnumSource(Lexicon.class)
  void everyTableIsThereAndSaysWhereItComesFrom(Lexicon lexicon) throws Exception {
    try (var in = Lexicon.class.getResourceAsStream(lexicon.file())) {
      assertThat(new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
          .startsWith("# ");
    }
    assertThat(Lexicons.lines(lexicon.file())).isNotEmpty();
  }

  @Test
  void everyCueNamesAReasonAPlaceAndAWeight() {
    for (String line : Lexicons.lines(Lexicon.CUES.file())) {
      List<String> columns = List.of(line.split("\t+", -1));
      assertThat(columns).as(line).hasSizeBetween(4, 5);
      assertThat(columns.size() < 5 || List.of("ASIDE", "ABROAD").contains(columns.get(4)))
          .as(line)
          .isTrue();
      assertThat(NotConference.valueOf(columns.get(1)).name()).isEqualTo(columns.get(1));
      assertThat(columns.get(2))
          .isIn("TITLE", "TITLE_START", "LINE_START", "LEAD", "OPENING", "ANY");
      assertThat(Integer.parseInt(columns.get(3))).isBetween(1, 9);
    }
  }

  @Test
  void theReadingIsTheSameInATurkishLocale() {
    ArticleText article = WrittenCases.of("conferences.txt").get(0).article();
    Reading expected = MentionReader.standard().read(article);

    Locale.setDefault(Locale.forLanguageTag("tr-TR"));

    assertThat(MentionReader.standard().read(article)).isEqualTo(expected);
  }

  @Test
  void offsetsCountCodePointsWhereATextHasCharactersOutsideTheBasicPlane() {
    String text =
        "\uD83C\uDF89\uD83C\uDF89 Đại hội thành công\n"
            + "Ngày 5/6/2020, Đảng bộ xã Tân An tổ chức Đại hội đại biểu lần thứ XII."
            + " Dự đại hội có 120 đại biểu. Phát biểu bế mạc đại hội, Bí thư cảm ơn.";

    Reading reading = MentionReader.standard().read(WrittenCases.article(text, null, "Long An"));

    assertThat(reading.mention()).as(reading.because()).isNotNull();
    assertThat(reading.mention().getEvidence())
        .allSatisfy(
            e -> {
              int start = text.offsetByCodePoints(0, e.getStart());
              int end = text.offsetByCodePoints(0, e.getEnd());
              assertThat(text.substring(start, end)).contains(e.getValue());
            });
  }

  @Test
  void anEnglishTextIsToldByItsLetters() {
    String text =
        "Farmers turn to shrimp\nThe provincial committee held a conference on Monday with 120"
            + " delegates from nine districts, officials said in a statement to the press.";

    assertThat(MentionReader.standard().read(WrittenCases.article(text, null, null)).reason())
        .isEqualTo(NotConference.LANGUAGE);
  }

  @Test
  void aHeadlineAloneIsTooShort() {
    assertThat(
            MentionReader.standard()
                .read(WrittenCases.article("Bản tin tối\nĐang cập nhật...", null, null))
                .reason())
        .isEqualTo(NotConference.TOO_SHORT);
  }
}
