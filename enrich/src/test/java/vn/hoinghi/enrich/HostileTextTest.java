package vn.hoinghi.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.hoinghi.avro.Article;
import vn.hoinghi.avro.ArticleOutcome;
import vn.hoinghi.avro.ConferenceEvent;
import vn.hoinghi.avro.Person;
import vn.hoinghi.avro.RawArticle;
import vn.hoinghi.content.PageReader;
import vn.hoinghi.enrich.mention.MentionReader;
import vn.hoinghi.enrich.outlet.OutletRegistry;
import vn.hoinghi.enrich.resolve.Member;
import vn.hoinghi.enrich.resolve.Resolver;
import vn.hoinghi.schemas.Reason;

/** Articles that say one thing and are spelt, dressed or declared as another. */
class HostileTextTest {
  private static final String HEADLINE = "Bến Tre tổng kết công tác xây dựng Đảng năm 2021";
  private static final String BODY =
      "Sáng 12/1/2022, Ban Thường vụ Tỉnh ủy Bến Tre tổ chức hội nghị trực tuyến tổng kết công tác"
          + " xây dựng Đảng năm 2021 với gần 300 đại biểu tại 10 điểm cầu. Đồng chí Trần Thị Sen,"
          + " Phó Bí thư Thường trực Tỉnh ủy chủ trì hội nghị. Cao trào thi đua được khơi dậy ở các"
          + " xã, phường. Phát biểu kết luận, bà Sen đề nghị các cấp ủy cụ thể hóa Nghị quyết số"
          + " 21-NQ/TW thành việc làm.";
  private static final WebArticleReader READER =
      new WebArticleReader(
          PageReader.standard(), MentionReader.standard(), OutletRegistry.standard());

  @Test
  @Tag("H09")
  void oneArticleInManySpellingsIsReadAlikeAndBecomesOneEvent() {
    Article plain = read("plain.example", page(HEADLINE, BODY));
    var members = new ArrayList<>(List.of(Member.of(plain, 0)));

    for (Map.Entry<String, String> spelt : spellings(BODY).entrySet()) {
      assertThat(spelt.getValue()).as(spelt.getKey()).isNotEqualTo(BODY);
      RawArticle raw = raw(spelt.getKey() + ".example", page(HEADLINE, spelt.getValue()));
      Article article = article(raw);

      assertThat(article.getConference()).as(spelt.getKey()).isEqualTo(plain.getConference());
      assertThat(new String(raw.getBody().array(), StandardCharsets.UTF_8))
          .as("the original of " + spelt.getKey())
          .contains(spelt.getValue());
      members.add(Member.of(article, members.size()));
    }

    List<ConferenceEvent> events = Resolver.resolve(members);
    assertThat(events).hasSize(1);
    assertThat(events.get(0).getSourceCount()).isEqualTo(members.size());
    assertThat(events.get(0).getIndependentSources()).isEqualTo(1);
  }

  /** One body, each time in other characters. */
  private static Map<String, String> spellings(String text) {
    var spellings = new TreeMap<String, String>();
    spellings.put("nfd", Normalizer.normalize(text, Normalizer.Form.NFD));
    spellings.put("zero-width", text.replace("h", "h\u200b").replace("n", "n\u200d\ufeff"));
    spellings.put("soft-hyphen", text.replace("g", "g\u00ad"));
    spellings.put("bidi", "\u202e" + text.replace(" ", " \u202d").replace(".", "\u202c."));
    spellings.put("no-break", text.replace(" ", "\u00a0\u2009"));
    spellings.put("cyrillic", text.replace('a', '\u0430').replace('o', '\u043e'));
    spellings.put("greek", text.replace('T', '\u03a4').replace('B', '\u0392'));
    spellings.put("full-width", shifted(text, '!', '~', 0xfee0));
    spellings.put("bold", shifted(text, 'a', 'z', 0x1d41a - 'a'));
    return spellings;
  }

  private static String shifted(String text, char first, char last, int by) {
    var out = new StringBuilder();
    text.chars().forEach(c -> out.appendCodePoint(c >= first && c <= last ? c + by : c));
    return out.toString();
  }

  @Test
  @Tag("H11")
  void markupInTheHeadlineAndTheTextIsText() {
    String image = "<img src=x onerror=alert(1)>";
    String vector = "\"><svg/onload=alert(2)>";
    String headline = HEADLINE + " " + escaped(image);
    String link =
        "<a href='java\u0001script:alert(3)'>bà Sen</a> <a href=\"java\n\tscript:1\">x</a>";
    Article article = read("bao.example", page(headline, escaped(vector) + " " + BODY + link));

    assertThat(article.getTitle()).isEqualTo(HEADLINE + " " + image);
    assertThat(article.getText()).contains(image, vector, "bà Sen").doesNotContain("script:");
    assertThat(article.getOutcome()).isEqualTo(ArticleOutcome.CONFERENCE);
  }

  @Test
  @Tag("H11")
  void aScriptElementWithinDeclaredDataEndsTheDataAndStaysUnread() {
    String data =
        "<script type='application/ld+json'>{\"headline\": \"</script><script>alert(4)//\"}"
            + "</script>";
    Article article = read("bao.example", data + page(HEADLINE, BODY));

    assertThat(article.getTitle()).isEqualTo(HEADLINE);
    assertThat(article.getText()).doesNotContain("alert");
  }

  @Test
  @Tag("H13")
  void whatAPageSaysOfItsAddressChangesNeitherIdNorOutlet() {
    for (String claim :
        List.of(
            "https://baobentre.vn/that.html",
            "http://127.0.0.1/admin",
            "http://169.254.169.254/latest",
            "https://bao.example/tin.html?x=1",
            "javascript:alert(5)",
            "file:///etc/passwd")) {
      String head =
          "<head><link rel='canonical' href='%s'><meta property='og:url' content='%s'><base href='%s'>"
              .formatted(claim, claim, claim);
      RawArticle raw = raw("bao.example", head + page(HEADLINE, BODY));
      Article article = article(raw);

      assertThat(article.getArticleId()).as(claim).isEqualTo(raw.getArticleId());
      assertThat(article.getUrl()).as(claim).isEqualTo(raw.getUrl());
      assertThat(article.getOutlet()).as(claim).isEqualTo("bao.example");
      assertThat(article.getOutcome()).isEqualTo(ArticleOutcome.CONFERENCE);
    }
  }

  @Test
  @Tag("H13")
  void twoOutletsThatClaimOneAddressAreTwoSourcesOfOneEvent() {
    String head = "<head><link rel='canonical' href='https://bao-a.example/tin.html'>";
    List<Member> members =
        List.of(
            Member.of(read("bao-a.example", head + page(HEADLINE, BODY)), 0),
            Member.of(read("bao-b.example", head + page(HEADLINE, BODY)), 1));

    List<ConferenceEvent> events = Resolver.resolve(members);
    assertThat(events).hasSize(1);
    assertThat(events.get(0).getSources())
        .extracting("outlet")
        .containsExactly("bao-a.example", "bao-b.example");
  }

  @Test
  @Tag("H14")
  void namesStayBoundedAndArePlainWords() {
    String endless = "Lê " + "Minh ".repeat(2_000);
    var many = new StringBuilder();
    for (int i = 0; i < 20_000; i++) {
      many.append("; ông Lê ").append(syllable(i)).append(' ').append(syllable(i / 136));
    }
    String evil =
        "; ông =cmd|'/C calc'!A0; ông ${jndi:ldap://x}; ông \u001b[31mTrần Văn Đỏ\u001b[0m";
    Article article =
        read(
            "bao.example",
            page(HEADLINE, BODY + " Dự có ông Lê Văn Tám" + evil + many + "; ông " + endless));

    assertThat(article.getReason()).isNull();
    assertThat(article.getConference().getPersons())
        .hasSizeBetween(1, 500)
        .extracting(Person::getName)
        .allMatch(name -> name.length() < 60)
        .allMatch(name -> name.matches("[\\p{L}'’ .-]+"));
    assertThat(article.getText()).contains("${jndi:ldap://x}", "=cmd|").doesNotContain("\u001b");
  }

  private static String syllable(int i) {
    String[] rhymes = {"ằng", "ạnh", "ương", "iên", "ọc", "ùng", "ức", "ảo"};
    return "BCDĐGHKLMNPQRSTVX".charAt(i % 17) + rhymes[i / 17 % rhymes.length];
  }

  @Test
  @Tag("H15")
  void wallsAndShellsBecomeNoEvent() {
    for (String shell :
        List.of(
            "<p>hội nghị</p>",
            "<h1>Đăng nhập</h1><form><p>Vui lòng đăng nhập để đọc tiếp bài viết.</p></form>",
            "<h1>404</h1><p>Không tìm thấy trang bạn yêu cầu. Xin quay lại trang chủ.</p>",
            "<p>Chúng tôi sử dụng cookie để cải thiện trải nghiệm. Bạn có đồng ý không?</p>",
            "<h1>Hội nghị</h1><div id='app'>Đang tải…</div>")) {
      for (int i = 0; i < 100; i++) {
        var outcome = READER.read(raw("bao" + i + ".example", shell));
        if (outcome instanceof ArticleReader.Legible legible) {
          assertThat(legible.article().getOutcome()).isEqualTo(ArticleOutcome.NOT_CONFERENCE);
          assertThat(legible.article().getReason()).isIn("TOO_SHORT", "NO_GATHERING");
        } else {
          assertThat(((ArticleReader.Illegible) outcome).reason()).isEqualTo(Reason.TEXT_EMPTY);
        }
      }
    }
  }

  private static String page(String headline, String body) {
    return "<title>" + headline + "</title><h1>" + headline + "</h1><p>" + body + "</p>";
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static Article read(String outlet, String html) {
    return article(raw(outlet, html));
  }

  private static Article article(RawArticle raw) {
    return ((ArticleReader.Legible) READER.read(raw)).article();
  }

  private static RawArticle raw(String outlet, String html) {
    RawArticle raw =
        Pages.raw(
            "https://" + outlet + "/tin.html",
            0,
            0,
            ByteBuffer.wrap(html.getBytes(StandardCharsets.UTF_8)));
    raw.setMediaType("text/html");
    return raw;
  }
}
