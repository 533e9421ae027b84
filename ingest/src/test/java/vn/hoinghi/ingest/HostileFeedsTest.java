package vn.hoinghi.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.hoinghi.ingest.Feeds.assertRefused;
import static vn.hoinghi.ingest.Feeds.item;
import static vn.hoinghi.ingest.Feeds.links;
import static vn.hoinghi.ingest.Feeds.rss;
import static vn.hoinghi.ingest.Feeds.url;

import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.hoinghi.schemas.Reason;

/** Feeds that want something else than to be read. */
class HostileFeedsTest {
  @Tag("F02")
  @Test
  void aHarmlessDoctypeIsCutOutAndTheFeedRead() throws Refused {
    String doctype =
        "<?xml version=\"1.0\"?><!DOCTYPE rss PUBLIC \"-//Netscape Communications//DTD RSS 0.91//EN\""
            + " \"http://my.netscape.com/publish/formats/rss-0.91.dtd\">";
    assertThat(links(doctype + rss(item("/a")).replace("2.0", "0.91")))
        .containsExactly("http://bao.vn/a");
  }

  @Tag("F01")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE rss [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]>",
        "<!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>",
        "<!DOCTYPE rss [<!ENTITY % p SYSTEM \"http://127.0.0.1/p.dtd\"> %p;]>",
      })
  void aDoctypeThatDefinesEntitiesIsRefused(String doctype) {
    assertRefused(doctype + rss(item("/a")), Reason.FEED_DOCTYPE);
  }

  @Tag("F03")
  @ParameterizedTest
  @ValueSource(ints = {300, 5_000, 100_000})
  @Timeout(2)
  void nestingIsFoundBeforeAParserFallsIntoIt(int depth) {
    assertRefused(
        rss("<item>" + "<a>".repeat(depth) + "</a>".repeat(depth) + "</item>"), Reason.FEED_DEPTH);
  }

  @Test
  void nestingInsideCommentsAndTextIsNoNesting() throws Refused {
    String text = "<!-- " + "<a>".repeat(500) + " --><![CDATA[" + "<b>".repeat(500) + "]]>";
    assertThat(links(rss(text + item("/a")))).containsExactly("http://bao.vn/a");
  }

  @Tag("F05")
  @Test
  void entriesBeyondTheLimitAreCountedNotParsed() throws Refused {
    String many = item("/a").repeat(FeedReader.MAX_ENTRIES + 200);
    Links links = Feeds.read(rss(many).getBytes(UTF_8), url(), null);
    assertThat(links.found()).hasSize(FeedReader.MAX_ENTRIES);
    assertThat(links.dropped()).isEqualTo(200);
    assertThat(links.limit()).isEqualTo(Reason.FEED_LIMIT);
  }

  @Tag("F07")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "x",
        "<",
        "not a feed",
        "<html><body>Trang không tồn tại</body></html>",
        "{}",
        "{\"version\":",
        "<!-- ",
        "<?xml"
      })
  void whatIsNoFeedIsSaidToBeNone(String text) {
    assertRefused(text, Reason.FEED_NOT_XML);
  }

  @Tag("F07")
  @Test
  void aFeedCutOffAnywhereGivesLinksOrAReasonAndNothingElse() {
    String items = item("/a") + "<item><link><![CDATA[/b]]></link></item><!-- c --><?p i?>";
    byte[] whole =
        rss(items + "<item><link>/d?x=1&amp;y=2</link></item>".repeat(40)).getBytes(UTF_8);
    assertThat(whole.length).isGreaterThan(1_500);
    for (int length = 0; length < whole.length; length++) {
      try {
        assertThat(Feeds.read(Arrays.copyOf(whole, length), url(), null).found())
            .hasSizeLessThanOrEqualTo(42);
      } catch (Refused e) {
        assertThat(e.reason().name()).startsWith("FEED_");
      }
    }
  }

  @Test
  @Tag("F07")
  void aJsonFeedCutOffAnywhereIsNone() throws Refused {
    String whole =
        "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":["
            + "{\"id\":\"1\",\"url\":\"/a\",\"tags\":[[1,{\"x\":null}]]},7,"
            + "{\"id\":\"http://bao.vn/b\"},{\"id\":\"tag:x\"}],\"next_url\":\"/rss?p=2\"}";
    assertThat(links(whole)).containsExactly("http://bao.vn/a", "http://bao.vn/b");
    assertThat(Feeds.read(whole.getBytes(UTF_8), url(), null).next())
        .isEqualTo("http://bao.vn/rss?p=2");
    for (int length = 0; length < whole.length(); length++) {
      assertRefused(whole.substring(0, length), Reason.FEED_NOT_XML);
    }
  }

  @Test
  @Tag("F03")
  @Timeout(2)
  void aJsonFeedNestedWithoutEndIsFoundSoon() {
    assertRefused(
        "{\"version\":\"https://jsonfeed.org/version/1\",\"x\":" + "[".repeat(100_000),
        Reason.FEED_DEPTH);
  }

  @Test
  @Tag("F01")
  void nothingThatAFeedPointsToIsRead() throws Refused {
    try (var elsewhere = new HostileServer(line -> {})) {
      String outside = elsewhere.url("/x");
      assertThat(
              links(
                  "<!DOCTYPE rss SYSTEM \""
                      + outside
                      + "\">"
                      + rss(
                          "<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\""
                              + outside
                              + "\"/>"
                              + item("/a"))))
          .containsExactly("http://bao.vn/a");
      assertThat(
              links(
                  rss(item("/a"))
                      .replace(
                          "<rss ",
                          "<rss xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
                              + " xsi:schemaLocation=\"x "
                              + outside
                              + "\" ")))
          .containsExactly("http://bao.vn/a");
      assertThat(elsewhere.connections).hasValue(0);
    }
  }

  @Test
  @Tag("F03")
  void htmlThatShouldHaveBeenEscapedIsNoNesting() throws Refused {
    String html = "<description>" + "<p>a<br><img src=x>".repeat(200) + "</description>";
    assertThat(links(rss("<item>" + html + "<link>/a</link></item>", item("/b"))))
        .containsExactly("http://bao.vn/a", "http://bao.vn/b");
  }

  @Test
  @Tag("F05")
  @Timeout(60)
  void anEntryOfMegabytesOrOfCategoriesOnlyHidesNoOther() throws Refused {
    String long9 = "<description>" + "nội dung ".repeat(300_000) + "</description>";
    assertThat(links(rss("<item>" + long9 + "<link>/a</link></item>", item("/b")))).hasSize(2);
    String categories = "<category>x</category>".repeat(100_000);
    assertThat(links(rss("<item>" + categories + "<link>/a</link></item>", item("/b")))).hasSize(2);
  }

  @Test
  @Tag("F06")
  @Timeout(5)
  void aTagOfThousandsOfAttributesOrAMegabyteIsNoXml() {
    var many = new StringBuilder("<item ");
    for (int i = 0; i < 20_000; i++) {
      many.append('a').append(i).append("=\"1\" ");
    }
    assertRefused(rss(many + "><link>/a</link></item>"), Reason.FEED_NOT_XML);
    assertRefused(
        rss("<item a=\"" + "x".repeat(1 << 20) + "\"><link>/a</link></item>"), Reason.FEED_NOT_XML);
  }
}
