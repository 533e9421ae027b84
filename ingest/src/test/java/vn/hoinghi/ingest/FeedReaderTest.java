package vn.hoinghi.ingest;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
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

  @Tag("F04")
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

  @Tag("F05")
  @Test
  void entriesBeyondTheLimitAreCountedNotParsed() throws Refused {
    String many = item("/a").repeat(FeedReader.MAX_ENTRIES + 200);
    Links links = reader.read(rss(many).getBytes(UTF_8), url(), null);
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
        assertThat(reader.read(Arrays.copyOf(whole, length), url(), null).found())
            .hasSizeLessThanOrEqualTo(42);
      } catch (Refused e) {
        assertThat(e.reason().name()).startsWith("FEED_");
      }
    }
  }

  @Tag("F04")
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

  @Test
  @Tag("F07")
  void aJsonFeedCutOffAnywhereIsNone() throws Refused {
    String whole =
        "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":["
            + "{\"id\":\"1\",\"url\":\"/a\",\"tags\":[[1,{\"x\":null}]]},7,"
            + "{\"id\":\"http://bao.vn/b\"},{\"id\":\"tag:x\"}],\"next_url\":\"/rss?p=2\"}";
    assertThat(links(whole)).containsExactly("http://bao.vn/a", "http://bao.vn/b");
    assertThat(reader.read(whole.getBytes(UTF_8), url(), null).next())
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

  @ParameterizedTest
  @Tag("F08")
  @ValueSource(
      strings = {
        "0000-00-00T00:00:00Z",
        "9999-12-31T23:59:59Z",
        "300000-01-01T00:00:00Z",
        "2026-02-30T00:00:00Z",
        "Mon, 99 Nov 2026 25:61:61 +9999",
        "٢٠٢٦-١١-٠١",
        "๒๕๖๙",
        "-1",
        "99",
        ""
      })
  void aDateThatIsNoneTakesNoLinkAway(String date) throws Refused {
    assertThat(
            links(
                rss(
                    "<item><pubDate>" + date + "</pubDate><link>/a</link></item>",
                    "<item><dc:date xmlns:dc=\"http://purl.org/dc/elements/1.1/\">"
                        + date
                        + "</dc:date><link>/b</link></item>")))
        .containsExactly("http://bao.vn/a", "http://bao.vn/b");
    assertThat(
            links(
                "<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry><updated>"
                    + date
                    + "</updated><link href=\"/a\"/></entry></feed>"))
        .containsExactly("http://bao.vn/a");
    assertThat(
            links(
                "{\"version\":\"https://jsonfeed.org/version/1\",\"items\":[{\"url\":\"/a\","
                    + "\"date_modified\":\""
                    + date
                    + "\"}]}"))
        .containsExactly("http://bao.vn/a");
  }

  @Test
  @Tag("F09")
  void anEntryIsItsAddressNotItsGuid() throws Refused {
    assertThat(
            links(
                rss(
                    "<item><guid isPermaLink=\"false\">7</guid><link>/a</link></item>",
                    "<item><guid isPermaLink=\"false\">7</guid><link>/b</link></item>",
                    "<item><guid>http://bao.vn/c</guid></item>",
                    "<item><guid isPermaLink=\"false\">http://bao.vn/d</guid></item>",
                    "<item><guid>e</guid><link></link></item>")))
        .startsWith("http://bao.vn/a", "http://bao.vn/b", "http://bao.vn/c")
        .doesNotContain("http://bao.vn/d");
  }

  @Test
  void relativeAddressesAreResolvedAgainstTheirBase() throws Refused {
    assertThat(
            links(
                "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:base=\"/goc/\"><entry"
                    + " xml:base=\"tin/\"><link href=\"a.html\"/></entry></feed>"))
        .containsExactly("http://bao.vn/goc/tin/a.html");
    assertThat(links(rss(item("a")).replace("<rss ", "<rss xml:base=\"http://bao.vn/g/\" ")))
        .containsExactly("http://bao.vn/g/a");
  }

  @Test
  void theAddressBehindAClickCounterIsTheEntrys() throws Refused {
    String item =
        "<item><link>http://feeds.example/~r/1</link><feedburner:origLink>http://bao.vn/a"
            + "</feedburner:origLink></item>";
    String feed =
        rss(item)
            .replace(
                "<rss ", "<rss xmlns:feedburner=\"http://rssnamespace.org/feedburner/ext/1.0\" ");
    assertThat(links(feed)).containsExactly("http://bao.vn/a");
    assertThat(links(feed.replace("<title>", "<title>A & B"))).containsExactly("http://bao.vn/a");
  }

  @Test
  void olderEntriesStandOnTheNextPageOfAPagedOrArchivedFeed() throws Refused {
    String atom =
        "<feed xmlns=\"http://www.w3.org/2005/Atom\"><link rel=\"%s\" href=\"/rss?p=2\"/>"
            + "<entry><link href=\"/a\"/></entry></feed>";
    assertThat(next(atom.formatted("next"))).isEqualTo("http://bao.vn/rss?p=2");
    assertThat(next(atom.formatted("prev-archive"))).isEqualTo("http://bao.vn/rss?p=2");
    assertThat(next(atom.formatted("self"))).isNull();
    String rss =
        rss(
            "<atom:link xmlns:atom=\"http://www.w3.org/2005/Atom\" rel=\"next\" href=\"/n\"/>",
            item("/a"));
    assertThat(next(rss)).isEqualTo("http://bao.vn/n");
    assertThat(next(rss.replace("<title>", "<title>A & B"))).isEqualTo("http://bao.vn/n");
  }

  private String next(String feed) throws Refused {
    return reader.read(feed.getBytes(UTF_8), url(), null).next();
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
