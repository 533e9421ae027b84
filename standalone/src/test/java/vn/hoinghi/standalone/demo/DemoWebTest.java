package vn.hoinghi.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DemoWebTest {
  private static final Pattern LINK =
      Pattern.compile(
          "<loc>(.*?)</loc>|<link>(.*?)</link>|<link rel=\"alternate\" type=\"text/html\" href=\"(.*?)\"");

  private static final Map<String, Page> PAGES = allPages();

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
  void isLargeAndVariedEnough() {
    List<Outlet> outlets = DemoData.outlets();

    assertThat(outlets).hasSizeGreaterThanOrEqualTo(10);
    assertThat(outlets.stream().map(Outlet::layout).distinct()).hasSizeGreaterThanOrEqualTo(8);
    assertThat(outlets).allMatch(outlet -> outlet.host().endsWith(".example"));
    assertThat(truth.pageUrls()).hasSizeGreaterThanOrEqualTo(50);
    assertThat(truth.events()).hasSizeGreaterThanOrEqualTo(18);
    assertThat(truth.events().stream().filter(event -> event.articles().size() > 1))
        .hasSizeGreaterThanOrEqualTo(8);
    assertThat(truth.notConferences()).hasSizeGreaterThanOrEqualTo(12);
  }

  @Test
  void everyPageOfTheTruthIsServedAsHtmlInTheCharsetItNames() throws IOException {
    for (String url : truth.pageUrls()) {
      Browser.Answer answer = browser.get(url);

      assertThat(answer.status()).as(url).isEqualTo(200);
      assertThat(answer.headers().get("content-type")).as(url).startsWith("text/html; charset=");
      assertThat(answer.text()).as(url).contains("charset").doesNotContain("\uFFFD", "{{");
      assertThat(Jsoup.parse(answer.text()).text()).as(url).hasSizeGreaterThan(400);
    }
  }

  @Test
  void everyPageIsWellFormedHtml() throws IOException {
    for (String url : truth.pageUrls()) {
      Parser parser = Parser.htmlParser().setTrackErrors(10);
      parser.parseInput(browser.get(url).text(), url);

      assertThat(parser.getErrors()).as(url).isEmpty();
    }
  }

  @Test
  void oldSiteIsReallyInWindows1258() throws IOException {
    Browser.Answer answer = browser.get("http://caonguyendaklak.example/viewnews.aspx?id=30551");

    assertThat(answer.charset()).isEqualTo("windows-1258");
    assertThat(answer.text()).contains("h\u00F4\u0323i nghi\u0323"); // "ộ" as "ô" and a dot below
    assertThat(normalized(answer)).contains("hội nghị tổng kết công tác xây dựng Đảng năm 2023");
    assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("\uFFFD");
  }

  @Test
  void headlineAndEveryParagraphStandInThePage() throws IOException {
    for (Map.Entry<String, Page> entry : PAGES.entrySet()) {
      String text = normalized(browser.get(entry.getKey()));
      Page page = entry.getValue();

      assertThat(text).as(page.path()).contains(spaced(page.title()));
      page.paragraphs().forEach(p -> assertThat(text).as(page.path()).contains(spaced(p)));
    }
  }

  @Test
  void feedsAndSitemapsListEveryPageOfTheTruthAndNothingUnknown() throws IOException {
    Set<String> reached = new TreeSet<>();
    for (String url : listed()) {
      String target = browser.get(url).headers().get("location");
      reached.add(target != null ? target : url.replaceFirst("[?&]utm_.*", ""));
    }

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
  void factsOfTheTruthStandInTheArticles() throws IOException {
    for (DemoTruth.Event event : truth.events()) {
      List<String> texts = new ArrayList<>();
      for (String url : event.articles()) {
        String text = article(url);
        texts.add(text);
        assertThat(days(event).anyMatch(day -> day.matcher(text).find()))
            .as("a day of " + event.id() + " in " + url)
            .isTrue();
        assertThat(
                event.province() == null || text.contains(event.province()) || isHome(url, event))
            .as("province of " + event.id() + " in " + url)
            .isTrue();
      }
      if (event.attendees() != null) {
        String number = String.format(Locale.GERMANY, "%,d", event.attendees());
        assertThat(texts).as(event.id()).anyMatch(text -> text.contains(number));
      }
      event.persons().forEach(name -> assertThat(texts).anyMatch(text -> text.contains(name)));
      if (event.term() != null) {
        assertThat(texts)
            .as(event.id())
            .anyMatch(text -> text.replace(" - ", "-").contains(event.term()));
      }
    }
  }

  @Test
  void reprintsNameTheAgencyAndRepeatItsWords() {
    List<Page> agency = pages("thongtandatviet.example");
    List<Page> reprints =
        pages("quangtri24.example").stream().filter(page -> page.origin() != null).toList();

    assertThat(reprints).hasSizeGreaterThanOrEqualTo(3);
    assertThat(truth.events().stream().mapToInt(DemoTruth.Event::reprints).sum())
        .isEqualTo(reprints.size());
    for (Page reprint : reprints) {
      assertThat(reprint.origin()).containsAnyOf("TTĐV", "Thông tấn Đất Việt");
      assertThat(agency).anyMatch(page -> page.paragraphs().contains(reprint.paragraphs().get(0)));
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

    DemoAccess last = web.accessLog().get(web.accessLog().size() - 1);
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

  /** Headline and body as the data has them; that they reach the page is another test's matter. */
  private static String article(String url) {
    Page page = PAGES.get(url);
    return page.title() + "\n" + page.summary() + "\n" + page.body();
  }

  private static Map<String, Page> allPages() {
    Map<String, Page> pages = new TreeMap<>();
    for (Outlet outlet : DemoData.outlets()) {
      DemoData.pages(outlet).forEach(page -> pages.put(outlet.url(page.path()), page));
    }
    return pages;
  }

  private static List<Page> pages(String host) {
    return PAGES.entrySet().stream()
        .filter(entry -> entry.getKey().startsWith("http://" + host + "/"))
        .map(Map.Entry::getValue)
        .toList();
  }

  private static Stream<Pattern> days(DemoTruth.Event event) {
    return Stream.of(event.startDate(), event.endDate())
        .filter(Objects::nonNull)
        .map(LocalDate::parse)
        .map(
            day ->
                Pattern.compile(
                    "(?<!\\d)0?" + day.getDayOfMonth() + "/0?" + day.getMonthValue() + "(?!\\d)"));
  }

  private static boolean isHome(String url, DemoTruth.Event event) {
    return web.outlets().stream()
        .filter(outlet -> url.startsWith("http://" + outlet.host() + "/"))
        .map(DemoOutlet::province)
        .collect(Collectors.toSet())
        .contains(event.province());
  }

  private static String normalized(Browser.Answer answer) {
    Document page = Jsoup.parse(answer.text());
    return spaced(Normalizer.normalize(page.text(), Normalizer.Form.NFC));
  }

  private static String spaced(String text) {
    return text.replaceAll("[\\s\u200B]+", " ");
  }
}
