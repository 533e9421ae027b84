package vn.hoinghi.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.hoinghi.standalone.web.WebAccess;

class DemoWebTest {
  private static final Pattern LINK =
      Pattern.compile(
          "<loc>(.*?)</loc>|<link>(.*?)</link>|<link rel=\"alternate\" type=\"text/html\" href=\"(.*?)\"");

  private static DemoWeb web;
  private static Browser browser;
  private final DemoTruth truth = DemoTruth.load();

  @BeforeAll
  static void start() throws IOException {
    web = DemoWeb.start(0);
    browser = new Browser(web.port());
  }

  @AfterAll
  static void stop() {
    web.close();
  }

  @Test
  void feedsAndSitemapsListEveryPageOfTheTruthAndNothingUnknown() throws IOException {
    Set<String> reached = new TreeSet<>();
    for (String url : listed()) {
      String target = browser.get(url).headers().get("location");
      reached.add(target != null ? target : url.replaceFirst("[?&]utm_.*", ""));
    }

    // A sitemap may name the home page, which is a list.
    reached.removeIf(url -> URI.create(url).getPath().equals("/"));
    Set<String> known = new TreeSet<>(truth.pageUrls());
    known.addAll(truth.forbidden());
    known.addAll(truth.gone());
    assertThat(reached).isEqualTo(known);
  }

  @Test
  void feedsAndSitemapsAreWellFormedXmlWithTheirOwnMediaTypes() throws Exception {
    for (DemoOutlet outlet : web.outlets()) {
      for (String feed : outlet.feeds()) {
        Browser.Answer answer = browser.get(feed);
        assertThat(answer.headers().get("content-type")).matches("application/(rss|atom)\\+xml.*");
        parseXml(answer.body());
      }
      for (String sitemap : outlet.sitemaps()) {
        Browser.Answer answer = browser.get(sitemap);
        assertThat(answer.headers().get("content-type")).startsWith("application/xml");
        parseXml(answer.body());
      }
      assertThat(outlet.feeds().size() + outlet.sitemaps().size()).isPositive();
    }
  }

  @Test
  void unchangedPageAnswers304ToItsValidators() throws IOException {
    String url = truth.events().get(0).articles().get(0);
    Browser.Answer first = browser.get(url);
    String etag = first.headers().get("etag");
    String modified = first.headers().get("last-modified");

    assertThat(browser.get(url, "If-None-Match: W/" + etag).status()).isEqualTo(304);
    assertThat(browser.get(url, "If-Modified-Since: " + modified).status()).isEqualTo(304);
    assertThat(browser.get(url, "If-None-Match: \"x\"", "If-Modified-Since: " + modified).status())
        .isEqualTo(200);
    assertThat(browser.get(url, "If-Modified-Since: yesterday").status()).isEqualTo(200);
    assertThat(browser.get(url, "If-None-Match: " + etag).body()).isEmpty();
  }

  @Test
  void movedPageRedirectsAndTrackedLinkShowsTheSamePage() throws IOException {
    Browser.Answer moved = browser.get("http://songhauangiang.example/p/41877");
    assertThat(moved.status()).isEqualTo(301);
    assertThat(truth.pageUrls()).contains(moved.headers().get("location"));

    String tracked =
        listed().stream().filter(url -> url.contains("utm_")).findFirst().orElseThrow();
    assertThat(browser.get(tracked).body())
        .isEqualTo(browser.get(tracked.replaceFirst("\\?utm_.*", "")).body());
  }

  @Test
  void whatIsNotThereIs404AndOnlyReadingIsAllowed() throws IOException {
    assertThat(browser.get(truth.gone().get(0)).status()).isEqualTo(404);
    assertThat(browser.get("http://langgiang-portal.example/robots.txt").status()).isEqualTo(404);
    assertThat(browser.get("http://unknown.example/").status()).isEqualTo(404);
    assertThat(browser.ask("POST", "http://quangtri24.example/").status()).isEqualTo(405);
    Browser.Answer head = browser.ask("HEAD", "http://quangtri24.example/");
    assertThat(head.status()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
  }

  @Test
  void robotsForbidThePageThatASitemapListsAllTheSame() throws IOException {
    String forbidden = truth.forbidden().get(0);

    assertThat(browser.get("http://tintucxunghe.example/robots.txt").text())
        .contains("Disallow: /noi-bo/");
    assertThat(forbidden).contains("/noi-bo/");
    assertThat(listed()).contains(forbidden);
    assertThat(browser.get("http://xaydungdangnghean.example/robots.txt").text())
        .contains("Crawl-delay: 0.5");
  }

  @Test
  void accessLogTellsWhoAskedWhat() throws IOException {
    browser.get("http://quangtri24.example/nowhere?x=1", "User-Agent: test/1");

    WebAccess last = web.accessLog().get(web.accessLog().size() - 1);
    assertThat(last.host()).isEqualTo("quangtri24.example");
    assertThat(last.path()).isEqualTo("/nowhere?x=1");
    assertThat(last.status()).isEqualTo(404);
    assertThat(last.userAgent()).isEqualTo("test/1");
  }

  private static Set<String> listed() throws IOException {
    Set<String> urls = new TreeSet<>();
    for (DemoOutlet outlet : web.outlets()) {
      for (String feed : outlet.feeds()) {
        urls.addAll(links(feed));
      }
      for (String sitemap : outlet.sitemaps()) {
        for (String url : links(sitemap)) {
          urls.addAll(url.endsWith(".xml") ? links(url) : Set.of(url));
        }
      }
      // A feed's own link is its front page.
      urls.removeIf(url -> url.endsWith(".example/") && !url.contains("congangiang"));
    }
    return urls;
  }

  private static Set<String> links(String url) throws IOException {
    Matcher link = LINK.matcher(browser.get(url).text());
    Set<String> found = new TreeSet<>();
    while (link.find()) {
      for (int group = 1; group <= link.groupCount(); group++) {
        if (link.group(group) != null) {
          found.add(Parser.unescapeEntities(link.group(group), true));
        }
      }
    }
    return found;
  }

  private static void parseXml(byte[] bytes) throws Exception {
    DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(bytes));
  }
}
