package vn.hoinghi.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DemoPagesTest {
  private static final Map<String, Page> PAGES = allPages();
  private static final Map<String, Browser.Answer> ANSWERS = new TreeMap<>();

  private final DemoTruth truth = DemoTruth.load();

  @BeforeAll
  static void readEveryPage() throws IOException {
    try (DemoWeb web = DemoWeb.start(0)) {
      Browser browser = new Browser(web.port());
      for (String url : PAGES.keySet()) {
        ANSWERS.put(url, browser.get(url));
      }
    }
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
  void everyPageOfTheTruthIsServedAsHtmlInTheCharsetItNames() {
    for (String url : articleUrls()) {
      Browser.Answer answer = ANSWERS.get(url);

      assertThat(answer.status()).as(url).isEqualTo(200);
      assertThat(answer.headers().get("content-type")).as(url).startsWith("text/html; charset=");
      assertThat(answer.text()).as(url).contains("charset").doesNotContain("\uFFFD", "{{");
      assertThat(Jsoup.parse(answer.text()).text()).as(url).hasSizeGreaterThan(400);
    }
  }

  @Test
  void everyPageIsWellFormedHtml() {
    for (String url : articleUrls()) {
      Parser parser = Parser.htmlParser().setTrackErrors(10);
      parser.parseInput(ANSWERS.get(url).text(), url);

      assertThat(parser.getErrors()).as(url).isEmpty();
    }
  }

  @Test
  void oldSiteIsReallyInWindows1258() {
    Browser.Answer answer = ANSWERS.get("http://caonguyendaklak.example/viewnews.aspx?id=30551");

    assertThat(answer.charset()).isEqualTo("windows-1258");
    assertThat(answer.text()).contains("h\u00F4\u0323i nghi\u0323"); // "ộ" as "ô" and a dot below
    assertThat(normalized(answer)).contains("hội nghị tổng kết công tác xây dựng Đảng năm 2023");
    assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("\uFFFD");
  }

  @Test
  void headlineAndEveryParagraphStandInThePage() {
    for (Map.Entry<String, Page> entry : PAGES.entrySet()) {
      String text = normalized(ANSWERS.get(entry.getKey()));
      Page page = entry.getValue();

      assertThat(text).as(page.path()).contains(spaced(page.title()));
      page.paragraphs().forEach(p -> assertThat(text).as(page.path()).contains(spaced(p)));
    }
  }

  @Test
  void factsOfTheTruthStandInTheArticles() {
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
    return DemoData.outlets().stream()
        .filter(outlet -> url.startsWith("http://" + outlet.host() + "/"))
        .map(Outlet::province)
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

  /** All pages but the front page, which no data file holds. */
  private Set<String> articleUrls() {
    Set<String> urls = new TreeSet<>(truth.pageUrls());
    urls.removeIf(url -> url.endsWith(".example/"));
    return urls;
  }
}
