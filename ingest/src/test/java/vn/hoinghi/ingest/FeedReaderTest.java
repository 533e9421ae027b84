package vn.hoinghi.ingest;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.hoinghi.schemas.Reason;

class FeedReaderTest {
  private static final String RSS =
      "<rss version=\"2.0\"><channel><title>Báo</title><link>http://bao.vn/</link>"
          + "<description>d</description>%s</channel></rss>";
  private final FeedReader reader = new FeedReader();

  @Test
  void linksOfAnRssFeedAreTakenInItsOrderAndMadeWhole() throws Refused {
    assertThat(links(rss(item("/b"), item("http://bao.vn/a"), item("c.html"))))
        .containsExactly("http://bao.vn/b", "http://bao.vn/a", "http://bao.vn/tin/c.html");
  }

  @Test
  void atomAndRdfAndJsonFeedsAreFeedsToo() throws Refused {
    assertThat(
            links(
                """
                <feed xmlns="http://www.w3.org/2005/Atom"><title>t</title><id>x</id>
                <updated>2026-01-01T00:00:00Z</updated>
                <entry><title>e</title><id>1</id><updated>2026-01-01T00:00:00Z</updated>
                <link rel="self" href="/self"/><link rel="alternate" href="/a"/></entry></feed>"""))
        .containsExactly("http://bao.vn/a");
    assertThat(
            links(
                """
                <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
                 xmlns="http://purl.org/rss/1.0/"><channel rdf:about="x"><title>t</title>
                <link>http://bao.vn</link><description>d</description></channel>
                <item rdf:about="http://bao.vn/a"><title>t</title><link>http://bao.vn/a</link></item>
                </rdf:RDF>"""))
        .containsExactly("http://bao.vn/a");
    assertThat(
            links(
                """
                {"version":"https://jsonfeed.org/version/1.1","items":[{"id":"1","url":"/a"}]}"""))
        .containsExactly("http://bao.vn/a");
  }

  @Test
  void aHarmlessDoctypeIsCutOutAndTheFeedRead() throws Refused {
    String doctype =
        "<?xml version=\"1.0\"?><!DOCTYPE rss PUBLIC \"-//Netscape Communications//DTD RSS 0.91//EN\""
            + " \"http://my.netscape.com/publish/formats/rss-0.91.dtd\">";
    assertThat(links(doctype + rss(item("/a")).replace("2.0", "0.91")))
        .containsExactly("http://bao.vn/a");
  }

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

  @Test
  void illFormedFeedsAreReadAllTheSame() throws Refused {
    assertThat(links(rss("<item><title>A & B &nbsp; <br></title><link>/a</link></item>")))
        .containsExactly("http://bao.vn/a");
    assertThat(links(rss("<item><title>\u0003\u0000</title><link>/a</link></item>")))
        .containsExactly("http://bao.vn/a");
    assertThat(links("rubbish ahead " + rss(item("/a")))).containsExactly("http://bao.vn/a");
    assertThat(links(rss(item("/a")).replace("</channel></rss>", "<item><tit")))
        .containsExactly("http://bao.vn/a");
  }

  @Test
  void anItemWithoutAUsableLinkIsPassedOver() throws Refused {
    assertThat(links(rss("<item><title>t</title></item>", item("javascript:x()"), item("/a"))))
        .contains("http://bao.vn/a")
        .doesNotContain("");
  }

  @Test
  void entriesBeyondTheLimitAreCountedNotParsed() throws Refused {
    String many = item("/a").repeat(FeedReader.MAX_ENTRIES + 200);
    Links links = reader.read(rss(many).getBytes(UTF_8), url(), null);
    assertThat(links.found()).hasSize(FeedReader.MAX_ENTRIES);
    assertThat(links.dropped()).isEqualTo(200);
    assertThat(links.limit()).isEqualTo(Reason.FEED_LIMIT);
  }

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

  @Test
  void aFeedCutOffAnywhereGivesLinksOrAReasonAndNothingElse() {
    byte[] whole = rss(item("/a"), "<item><link><![CDATA[/b]]></link></item>").getBytes(UTF_8);
    for (int length = 0; length < whole.length; length++) {
      try {
        assertThat(reader.read(Arrays.copyOf(whole, length), url(), null).found())
            .hasSizeLessThanOrEqualTo(2);
      } catch (Refused e) {
        assertThat(e.reason().name()).startsWith("FEED_");
      }
    }
  }

  @Test
  void theCharactersAreFoundWhateverTheEncoding() throws Refused {
    String feed = rss(item("/hội-nghị"));
    String path = "http://bao.vn/h%E1%BB%99i-ngh%E1%BB%8B";
    assertThat(links(feed.getBytes(UTF_8), null)).containsExactly(path);
    assertThat(links(("\uFEFF" + feed).getBytes(UTF_16LE), "utf-8")).containsExactly(path);
    assertThat(links(feed.getBytes(Charset.forName("UTF-32BE")), null)).containsExactly(path);
    assertThat(
            links(("<?xml version=\"1.0\" encoding=\"utf-16\"?>" + feed).getBytes(UTF_8), "utf-8"))
        .containsExactly(path);
    assertThat(links(("<?xml version='1.0' encoding='no-such'?>" + feed).getBytes(UTF_8), null))
        .containsExactly(path);
  }

  private List<String> links(String feed) throws Refused {
    return links(feed.getBytes(UTF_8), null);
  }

  private List<String> links(byte[] feed, String charset) throws Refused {
    return reader.read(feed, url(), charset).found().stream()
        .filter(link -> link.url().startsWith("http"))
        .map(Links.Link::url)
        .toList();
  }

  private void assertRefused(String feed, Reason reason) {
    assertThatThrownBy(() -> reader.read(feed.getBytes(UTF_8), url(), null))
        .isInstanceOfSatisfying(Refused.class, e -> assertThat(e.reason()).isEqualTo(reason));
  }

  private static CanonicalUrl url() throws Refused {
    return CanonicalUrl.of("http://bao.vn/tin/rss");
  }

  private static String rss(String... items) {
    return RSS.formatted(String.join("", items));
  }

  private static String item(String link) {
    return "<item><title>t</title><link>" + link + "</link></item>";
  }
}
