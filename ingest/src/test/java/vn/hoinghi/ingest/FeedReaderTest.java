package vn.hoinghi.ingest;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.hoinghi.ingest.Feeds.item;
import static vn.hoinghi.ingest.Feeds.links;
import static vn.hoinghi.ingest.Feeds.next;
import static vn.hoinghi.ingest.Feeds.rss;

import java.nio.charset.Charset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands in a feed is found, however it is written. */
class FeedReaderTest {
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
}
