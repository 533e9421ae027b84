package vn.hoinghi.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.hoinghi.schemas.Reason;
import vn.hoinghi.service.ConfigException;

class SitemapTourTest {
  private static final LocalDate FIRST = LocalDate.parse("2020-11-01");
  private static final LocalDate LAST = LocalDate.parse("2020-12-31");

  private final Site site = new Site();
  private final List<String> taken = new ArrayList<>();
  private final List<Attempt> failed = new ArrayList<>();

  /** Passes so fast that no pace is waited for. */
  private Instant now = Instant.parse("2026-11-01T00:00:00Z");

  @AfterEach
  void close() {
    site.close();
  }

  @Test
  void theDaysOfARangeAreVietnamsAndBothEndsBelongToIt() {
    DayRange range = DayRange.of(FIRST, LAST);

    assertThat(range.holds(Instant.parse("2020-10-31T17:00:00Z"))).isTrue();
    assertThat(range.holds(Instant.parse("2020-10-31T16:59:59Z"))).isFalse();
    assertThat(range.holds(Instant.parse("2020-12-31T16:59:59Z"))).isTrue();
    assertThat(range.holds(Instant.parse("2020-12-31T17:00:00Z"))).isFalse();
    assertThatThrownBy(() -> DayRange.of(LAST, FIRST)).isInstanceOf(ConfigException.class);
  }

  @Test
  void aListIsPassedOverOnlyWhereItCannotNameAnythingInTheRange() {
    DayRange range = DayRange.of(FIRST, LAST);

    assertThat(range.mayBeIn(null)).isTrue();
    assertThat(range.mayBeIn(Instant.parse("2026-01-05T00:00:00Z"))).isTrue();
    assertThat(range.mayBeIn(Instant.parse("2020-10-30T08:00:00Z"))).isFalse();
    // a day, a month and a year, told by their beginning
    assertThat(range.mayBeIn(Instant.parse("2020-10-31T00:00:00Z"))).isTrue();
    assertThat(range.mayBeIn(Instant.parse("2020-11-01T00:00:00Z"))).isTrue();
    assertThat(range.mayBeIn(Instant.parse("2020-10-01T00:00:00Z"))).isTrue();
    assertThat(range.mayBeIn(Instant.parse("2020-01-01T00:00:00Z"))).isTrue();
    assertThat(range.mayBeIn(Instant.parse("2020-09-01T00:00:00Z"))).isFalse();
  }

  @Test
  void addressesOfTheRangeAreTakenFromAllListsThatMayNameThem() throws Refused {
    index("/sitemap.xml", "/old.xml 2020-10-05", "/new.xml 2026-01-01", "/undated.xml");
    list("/old.xml", "/never 2020-11-02");
    list("/new.xml", "/a 2020-11-01", "/b 2020-10-31", "/c 2021-01-01", "/d", "/ 2020-11-05");
    list("/undated.xml", "/e 2020-12-31T23:00:00+07:00", "https://khac.example/f 2020-12-01");

    SitemapTour tour = walk(DayRange.of(FIRST, LAST), false);

    assertThat(taken).containsExactly("/a", "/e");
    assertThat(tour.undated()).isEqualTo(1);
    assertThat(tour.offSite()).isEqualTo(1);
    assertThat(tour.complete()).isTrue();
    assertThat(site.asked())
        .containsExactly("/robots.txt", "/sitemap.xml", "/new.xml", "/undated.xml");
  }

  @Test
  void withoutARangeEverythingIsTakenAndUndatedOnesWhereSomebodyAsksForThem() throws Refused {
    list("/sitemap.xml", "/a 2020-11-01", "/d");
    walk(DayRange.of(null, null), false);
    assertThat(taken).containsExactly("/a", "/d");

    taken.clear();
    walk(DayRange.of(FIRST.minusYears(1), FIRST.minusDays(1)), true);
    assertThat(taken).containsExactly("/d");
  }

  @Test
  void aListThatFailsOrIsForbiddenIsToldAndTheOthersAreRead() throws Refused {
    site.answers("/robots.txt", 200, "text/plain", "User-agent: *\nDisallow: /kin");
    index("/sitemap.xml", "/kin.xml", "/away.xml", "/page.xml", "/good.xml");
    site.answers("/page.xml", 200, "text/html", "<html><p>Không có</p></html>");
    list("/good.xml", "/a 2020-11-01");

    SitemapTour tour = walk(DayRange.of(FIRST, LAST), false);

    assertThat(taken).containsExactly("/a");
    assertThat(tour.complete()).isFalse();
    assertThat(failed)
        .extracting(Attempt::reason)
        .containsExactly(Reason.ROBOTS_DISALLOWED, Reason.FETCH_STATUS_4XX, Reason.FEED_NOT_XML);
    assertThat(site.asked()).doesNotContain("/kin.xml");
  }

  private SitemapTour walk(DayRange range, boolean undatedToo) throws Refused {
    var outlet = Outlet.of(Crawls.HOST);
    CrawlConfig config = Crawls.config(site, outlet);
    var watcher =
        new SitemapTour.Watcher() {
          @Override
          public void at(int read, int known) {
            assertThat(read).isLessThanOrEqualTo(known);
          }

          @Override
          public void failed(Attempt attempt) {
            failed.add(attempt);
          }
        };
    try (var fetcher =
        new Fetcher(
            config.limits(),
            new AddressGuard(config.openedRanges()),
            HostOverrides.parse(config.resolve()),
            config.fullUserAgent())) {
      InstantSource clock = () -> now = now.plusSeconds(10);
      var tour = new SitemapTour(outlet, config, fetcher, range, undatedToo, clock, watcher);
      tour.walk(
          CanonicalUrl.of("http://bao.example/sitemap.xml"), url -> taken.add(url.pathAndQuery()));
      return tour;
    }
  }

  private void index(String path, String... lists) {
    xml(path, "sitemapindex", "sitemap", lists);
  }

  private void list(String path, String... addresses) {
    xml(path, "urlset", "url", addresses);
  }

  /** Each entry is an address and, behind a blank, its lastmod. */
  private void xml(String path, String root, String element, String... entries) {
    var text =
        new StringBuilder("<" + root + " xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">");
    for (String entry : entries) {
      String[] parts = entry.split(" ", -1);
      String url = parts[0].startsWith("/") ? "http://bao.example" + parts[0] : parts[0];
      text.append("<" + element + "><loc>" + url + "</loc>");
      text.append(parts.length > 1 ? "<lastmod>" + parts[1] + "</lastmod>" : "");
      text.append("</" + element + ">");
    }
    site.answers(path, 200, "application/xml", text + "</" + root + ">");
  }
}
