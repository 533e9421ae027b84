package vn.hoinghi.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.MockResponse;
import okhttp3.Headers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.hoinghi.avro.FetchState;
import vn.hoinghi.avro.RawArticle;

/** What of a page has to change so that it is published again, and what may. */
class RevisionsTest {
  private static final String URL = "http://bao.example/a.html";
  private static final String TITLE = "Huyện Đông Lĩnh quán triệt nghị quyết";
  private static final String TEXT =
      "Sáng 28/10, Huyện ủy Đông Lĩnh tổ chức hội nghị trực tuyến tại 104 điểm cầu với gần 2.500"
          + " đại biểu tham dự. Đồng chí Trần Thị Sen chủ trì hội nghị và phát biểu kết luận.";
  private static final String BYLINE = "<p class=author>Nguyễn Văn An</p>";

  private final Site site = new Site();
  private final Crawls crawl = Crawls.of(site);

  @AfterEach
  void close() {
    crawl.close();
    site.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<div class=luot-xem>Lượt xem: 1.024</div>",
        "<p>Lượt xem: 77</p>",
        "<div id=clock>Thứ Ba, 03/11/2026, 10:22:45 GMT+7</div>",
        "<script>var token='af0199';var now=1793700000;</script>",
        "<input type=hidden name=csrf value=0123456789>",
        "<!-- served by web7 in 13 ms -->",
        "<div class=quangcao><a href=/q>Căn hộ giá tốt, gọi ngay hôm nay</a></div>",
        "<div class=comments><h3>Bình luận (3)</h3><p>Rất ý nghĩa, chúc mừng huyện nhà nhé!</p>"
            + "</div>",
        "<div class=tin-lien-quan><h3>Tin liên quan</h3><ul><li><a href=/b.html>Xã Tân Lập tổng kết"
            + " năm năm xây dựng nông thôn mới</a></li><li><a href=/c.html>Khai mạc hội thi cán bộ"
            + " giỏi</a></li></ul></div>"
      })
  void whatIsNotTheArticleMayChange(String aside) {
    publish(page(TITLE, TEXT, ""));

    visitAgain(page(TITLE, TEXT, aside));

    assertThat(crawl.published).hasSize(1);
    assertThat(crawl.results().get("/a.html")).startsWith("PUBLISHED, UNCHANGED");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p>Lượt xem: 1.024</p>",
        "<div class=meta>Thứ Ba, 03/11/2026 | 10:22 GMT+7</div>",
        "<div class=meta>2 giờ trước</div>",
        "<p><a href=/x.html>Xem thêm: Hội thi cán bộ giỏi của huyện năm nay</a></p>",
        "<div class=rating>Đánh giá: 4,5/5 (37 lượt)</div>"
      })
  void norDoesItMatterWhatStandsAmongItsParagraphs(String aside) {
    publish(page(TITLE, TEXT, ""));

    visitAgain(page(TITLE, TEXT + "</p>" + aside + "<p>", ""));

    assertThat(crawl.published).hasSize(1);
  }

  @Test
  void aCorrectedNumberIsARevision() {
    publish(page(TITLE, TEXT, ""));

    visitAgain(page(TITLE, TEXT.replace("104", "105"), ""));

    assertThat(bodies()).hasSize(2);
    assertThat(bodies().get(1)).contains("105 điểm cầu");
    RawArticle first = crawl.published.get(0);
    RawArticle second = crawl.published.get(1);
    assertThat(second.getFetchedAt()).isAfter(first.getFetchedAt());
    assertThat(second.getIngestedAt()).isEqualTo(first.getIngestedAt());
    assertThat(state().getChangedAt()).isEqualTo(second.getFetchedAt());
  }

  @Test
  void anotherHeadlineIsARevision() {
    publish(page(TITLE, TEXT, ""));

    visitAgain(page("Đông Lĩnh: 104 điểm cầu dự hội nghị", TEXT, ""));

    assertThat(crawl.published).hasSize(2);
  }

  @Test
  void anotherBylineIsNone() {
    publish(page(TITLE, TEXT, ""));

    visitAgain(page(TITLE, TEXT, "").replace(BYLINE, "<p class=author>Lê Thị Bình</p>"));

    assertThat(crawl.published).hasSize(1);
  }

  @Test
  @Tag("F10")
  void anArticleThatGoesBackIsPublishedAThirdTimeAndComparedWithItsNewestCaptureOnly() {
    String a = page(TITLE, TEXT, "");
    String b = page(TITLE, TEXT.replace("104", "105"), "");
    publish(a);
    visitAgain(b);
    visitAgain(a);
    visitAgain(a);

    assertThat(bodies()).containsExactly(a, b, a);
    assertThat(crawl.published)
        .extracting(RawArticle::getFetchedAt)
        .isSorted()
        .doesNotHaveDuplicates();
  }

  @Test
  void aPublicationDayBeforeTheFirstCaptureCounts() {
    publish(page(TITLE, TEXT, published("2026-10-28T09:00:00+07:00")));

    visitAgain(page(TITLE, TEXT, published("2026-10-28T10:30:00+07:00")));
    assertThat(crawl.published).hasSize(1);
    visitAgain(page(TITLE, TEXT, published("2026-10-27T09:00:00+07:00")));

    assertThat(crawl.published).hasSize(2);
  }

  @Test
  void aStampOfTodayIsAClock() {
    publish(page(TITLE, TEXT, published("2026-11-01T07:00:00+07:00")));

    visitAgain(page(TITLE, TEXT, published("2026-11-02T07:00:00+07:00")));

    assertThat(crawl.published).hasSize(1);
  }

  @Test
  void whatCannotBeReadIsComparedByItsBytes() {
    String deep = "<div>".repeat(600);
    publish(deep);
    visitAgain(deep);
    assertThat(crawl.published).hasSize(1);
    visitAgain(deep + " ");

    assertThat(crawl.published).hasSize(2);
  }

  @Test
  void aPageThatFellSilentIsNoRevision() {
    publish(page(TITLE, TEXT, ""));

    visitAgain("<html><body><div id=app></div><script>boot()</script></body></html>");
    visitAgain(page(TITLE, TEXT, ""));

    assertThat(crawl.published).hasSize(1);
    assertThat(crawl.results().get("/a.html")).contains("FAILED TEXT_EMPTY");
  }

  @Test
  void otherReadingRulesDoNotPublishOldArticlesAgain() {
    publish(page(TITLE, TEXT, ""));
    crawl.during(Duration.ofDays(9));
    readByOtherRules();

    visitAgain(page(TITLE, TEXT, "<p>Lượt xem: 5</p>"));
    assertThat(crawl.published).hasSize(1);
    visitAgain(page(TITLE, TEXT.replace("104", "105"), ""));

    assertThat(crawl.published).as("compared by today's rules from then on").hasSize(2);
  }

  @Test
  void otherReadingRulesPublishAYoungArticleRatherThanMissItsCorrection() {
    publish(page(TITLE, TEXT, ""));
    readByOtherRules();

    visitAgain(page(TITLE, TEXT.replace("104", "105"), ""));

    assertThat(crawl.published).hasSize(2);
  }

  @Test
  void underOtherRulesTheSameBytesAreAskedForInFullAndReadOnce() {
    var asked = new AtomicInteger();
    site.feed("/rss", "/a.html")
        .on(
            "/a.html",
            request -> {
              boolean conditional = request.getHeaders().get("If-None-Match") != null;
              asked.addAndGet(conditional ? 0 : 1);
              return conditional
                  ? new MockResponse(304, Headers.of(), "")
                  : new MockResponse(
                      200,
                      Headers.of("ETag", "\"1\"", "Content-Type", "text/html; charset=utf-8"),
                      page(TITLE, TEXT, ""));
            });
    crawl.settle();
    String signature = state().getSignature();
    crawl.during(Duration.ofDays(2));
    assertThat(asked).hasValue(1);
    readByOtherRules();

    crawl.during(Duration.ofDays(3));

    assertThat(asked).hasValue(2);
    assertThat(crawl.published).hasSize(1);
    assertThat(state().getSignature()).isEqualTo(signature);
  }

  @Test
  void theStateOfAnArticleStaysSmall() throws Exception {
    publish(page(TITLE, TEXT.repeat(200), ""));

    assertThat(state().toByteBuffer().remaining()).isLessThan(300);
    assertThat(crawl.commits.get(crawl.commits.size() - 1).states()).hasSize(1);
  }

  private void publish(String html) {
    site.feed("/rss", "/a.html").page("/a.html", html);
    crawl.settle();
    assertThat(crawl.published).hasSize(1);
  }

  /** The page is another from now on, and is looked at. */
  private void visitAgain(String html) {
    site.page("/a.html", html);
    int before = site.requests("/a.html").size();
    Instant end = crawl.instant().plus(Duration.ofDays(90));
    while (site.requests("/a.html").size() == before && crawl.instant().isBefore(end)) {
      crawl.during(Duration.ofHours(6));
    }
    assertThat(site.requests("/a.html")).hasSizeGreaterThan(before);
  }

  private FetchState state() {
    return crawl.states.get(URL);
  }

  /** As if the newest capture had been read by another version of this program. */
  private void readByOtherRules() {
    FetchState state = FetchState.newBuilder(state()).setSignature("0.0123456789abcdef").build();
    crawl.states.put(URL, state);
    crawl.start(crawl.lane.outlet());
  }

  private List<String> bodies() {
    return crawl.published.stream()
        .map(raw -> StandardCharsets.UTF_8.decode(raw.getBody().duplicate()).toString())
        .toList();
  }

  private static String published(String time) {
    return "<meta property='article:published_time' content='" + time + "'>";
  }

  private static String page(String title, String text, String more) {
    boolean meta = more.startsWith("<meta");
    return "<html><head><meta charset=utf-8><title>"
        + title
        + "</title>"
        + (meta ? more : "")
        + "</head><body><nav><a href=/>Trang chủ</a> <a href=/tin>Tin tức</a></nav><h1>"
        + title
        + "</h1><div class=content><p>"
        + text
        + "</p><p>Hội nghị đã thảo luận, thống nhất các nhiệm vụ trọng tâm trong thời gian tới.</p>"
        + BYLINE
        + "</div>"
        + (meta ? "" : more)
        + "<footer>Bản quyền thuộc về Báo Ví Dụ</footer></body></html>";
  }
}
