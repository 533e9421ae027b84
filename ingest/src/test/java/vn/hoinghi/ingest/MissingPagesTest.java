package vn.hoinghi.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.hoinghi.avro.FetchOutcome;
import vn.hoinghi.avro.FetchResult;
import vn.hoinghi.avro.FetchState;
import vn.hoinghi.avro.RawArticle;
import vn.hoinghi.avro.RawStatus;

/** Articles that are not there any more: gone, withdrawn, or moved with all the others. */
class MissingPagesTest {
  private final Site site = new Site();
  private Crawls crawl = Crawls.of(site);

  @AfterEach
  void close() {
    crawl.close();
    site.close();
  }

  @Test
  void a404IsRememberedAndChangesNothing() {
    publish(20);
    site.answers("/3.html", 404, "text/html", "");

    crawl.during(Duration.ofDays(40));

    assertThat(crawl.published).hasSize(20);
    assertThat(state(3).getGoneSince()).isNotNull();
    assertThat(state(3).getContentHash()).isNotNull();
  }

  @Test
  void whatWasMissingAndIsThereAgainIsNotPublishedAgain() {
    a404IsRememberedAndChangesNothing();
    site.page("/3.html", story(3));

    crawl.during(Duration.ofDays(35));

    assertThat(crawl.published).hasSize(20);
    assertThat(state(3).getGoneSince()).isNull();
  }

  @ParameterizedTest
  @ValueSource(ints = {410, 451})
  void whatIsSaidToBeWithdrawnIsWhenItIsHeardTwice(int status) {
    publish(20);
    site.answers("/3.html", status, "text/html", "");

    crawl.during(Duration.ofDays(3));

    assertThat(withdrawn()).containsExactly("http://bao.example/3.html");
    assertThat(state(3).getContentHash()).isNull();
  }

  @Test
  void a410ThatIsHeardOnceIsNone() {
    publish(20);
    site.answers("/3.html", 410, "text/html", "");
    while (site.requests("/3.html").size() < 2) {
      crawl.during(Duration.ofMinutes(10));
    }
    site.page("/3.html", story(3));

    crawl.during(Duration.ofDays(3));

    assertThat(crawl.published).hasSize(20);
    assertThat(state(3).getGoneSince()).isNull();
  }

  @Test
  void aSecond410ConfirmsNothingBeforeItsTime() {
    publish(20);
    site.answers("/3.html", 410, "text/html", "");
    while (site.requests("/3.html").size() < 2) {
      crawl.during(Duration.ofMinutes(10));
    }
    FetchState soon = FetchState.newBuilder(state(3)).setNextVisitAt(crawl.instant()).build();
    crawl.states.put(soon.getUrl(), soon);
    crawl.start(crawl.lane.outlet());

    crawl.during(Duration.ofMinutes(20));
    assertThat(site.requests("/3.html")).hasSize(3);
    assertThat(withdrawn()).isEmpty();
    crawl.during(Duration.ofHours(2));

    assertThat(withdrawn()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "404 - Không tìm thấy trang | Vui lòng quay lại trang chủ để đọc các tin khác.",
        "Rất tiếc! | Trang bạn yêu cầu không tồn tại hoặc đã bị xóa.",
        "Page not found | The page you are looking for might have been removed.",
        "Thông báo | Bài viết này không tồn tại hoặc đã bị gỡ khỏi hệ thống."
      })
  void aPageThatSaysThereIsNoneIsGoneThoughTheStatusSaysOtherwise(String title, String text) {
    publish(20);
    site.page("/3.html", "<h1>" + title + "</h1><p>" + text + "</p>");

    crawl.during(Duration.ofDays(3));

    assertThat(crawl.published).hasSize(20);
    assertThat(crawl.results().get("/3.html")).isEqualTo("PUBLISHED, GONE FETCH_STATUS_4XX");
    assertThat(state(3).getGoneSince()).isNotNull();
    assertThat(state(3).getContentHash()).isNotNull();
  }

  @Test
  void anArticleAboutSuchPagesIsAnArticle() {
    String title = "Không tìm thấy trang: huyện ủy tập huấn xử lý sự cố cổng thông tin";
    site.feed("/rss", "/a.html")
        .page("/a.html", "<h1>" + title + "</h1>" + ("<p>" + story(1) + "</p>").repeat(6));

    crawl.settle();

    assertThat(crawl.published).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/trang-chu.html", "/Pages/Default.aspx", "/rss"})
  void anArticleThatLeadsToTheHomePageIsGone(String home) {
    publish(20);
    site.page("/", story(99)).page("/trang-chu.html", story(99));
    site.page("/Pages/Default.aspx", story(99)).redirects("/3.html", home);

    crawl.during(Duration.ofDays(3));

    assertThat(crawl.published).hasSize(20);
    assertThat(crawl.results().get("/3.html")).endsWith("GONE FETCH_STATUS_4XX");
  }

  @Test
  void whereManyLeadIsNoArticle() {
    publish(20);
    site.page("/chuyen-muc/tin", story(99));
    for (int i = 1; i <= 6; i++) {
      site.redirects("/" + i + ".html", "/chuyen-muc/tin");
    }

    crawl.during(Duration.ofDays(3));

    assertThat(crawl.published).hasSize(21);
    assertThat(IntStream.rangeClosed(1, 6).filter(i -> state(i).getGoneSince() != null)).hasSize(4);
  }

  @Test
  void aSiteThatLosesManyAtOnceHasMovedAndNothingIsWithdrawn() {
    publish(60);
    IntStream.rangeClosed(1, 30).forEach(i -> site.answers("/" + i + ".html", 410, "", ""));

    crawl.during(Duration.ofDays(100));

    assertThat(withdrawn()).isEmpty();
    assertThat(crawl.outcomes).extracting(FetchOutcome::getGoneShare).contains(0.5);
    assertThat(state(1).getContentHash()).isNotNull();
  }

  @Test
  void beforeOneIsWithdrawnOthersAreLookedAt() {
    publish(40);
    crawl.during(Duration.ofDays(60));
    IntStream.rangeClosed(1, 40).forEach(i -> site.answers("/" + i + ".html", 410, "", ""));
    long asked = site.asked().size();
    while (crawl.outcomes.stream().noneMatch(o -> o.getResult() == FetchResult.GONE)) {
      crawl.during(Duration.ofMinutes(20));
    }

    crawl.during(Duration.ofMinutes(50));

    assertThat(site.asked().size() - asked).as("within an hour").isGreaterThan(19);
    crawl.during(Duration.ofDays(60));
    assertThat(withdrawn()).isEmpty();
  }

  @Test
  void witnessesThatCannotBeAskedAreNotWaitedForForEver() {
    publish(20);
    crawl.during(Duration.ofDays(20));
    IntStream.rangeClosed(1, 20).forEach(i -> site.answers("/" + i + ".html", 403, "", ""));
    site.answers("/3.html", 410, "text/html", "");

    crawl.during(Duration.ofDays(40));

    assertThat(withdrawn()).containsExactly("http://bao.example/3.html");
  }

  @Test
  void whatComesBackAfterAMoveIsThereAsBefore() {
    aSiteThatLosesManyAtOnceHasMovedAndNothingIsWithdrawn();
    IntStream.rangeClosed(1, 30).forEach(i -> site.page("/" + i + ".html", story(i)));

    crawl.during(Duration.ofDays(40));
    assertThat(crawl.published).hasSize(60);
    site.answers("/3.html", 410, "text/html", "");
    crawl.during(Duration.ofDays(40));

    assertThat(withdrawn()).as("a single one is a withdrawal again").hasSize(1);
  }

  @Test
  void whatAPersonSaysIsGoneIsWithdrawnHoweverMuchItIs() {
    crawl.close();
    crawl = Crawls.of(site, new Revisions(null, List.of(Crawls.HOST)));
    publish(60);
    IntStream.rangeClosed(1, 30).forEach(i -> site.answers("/" + i + ".html", 410, "", ""));

    crawl.during(Duration.ofDays(4));

    assertThat(withdrawn()).hasSize(30);
  }

  @Test
  void articlesThatAllLeadToAnotherSiteAreAMove() {
    publish(20);
    IntStream.rangeClosed(1, 20)
        .forEach(i -> site.redirects("/" + i + ".html", "http://moi.example/" + i + ".html"));

    crawl.during(Duration.ofDays(3));

    assertThat(crawl.published).hasSize(20);
    assertThat(crawl.outcomes).extracting(FetchOutcome::getGoneShare).contains(1.0);
  }

  private void publish(int count) {
    String[] links =
        IntStream.rangeClosed(1, count).mapToObj(i -> "/" + i + ".html").toArray(String[]::new);
    site.feed("/rss", links);
    IntStream.rangeClosed(1, count).forEach(i -> site.page("/" + i + ".html", story(i)));
    crawl.settle();
    assertThat(crawl.published).hasSize(count);
  }

  private List<String> withdrawn() {
    return crawl.published.stream()
        .filter(raw -> raw.getStatus() == RawStatus.GONE)
        .map(RawArticle::getUrl)
        .toList();
  }

  private FetchState state(int number) {
    return crawl.states.get("http://bao.example/" + number + ".html");
  }

  private static String story(int number) {
    return "<h1>Xã số "
        + number
        + " tổng kết công tác năm</h1><p>Sáng 28/10, Đảng ủy xã tổ chức hội nghị tổng kết công tác"
        + " năm với "
        + (100 + number)
        + " đại biểu tham dự tại hội trường của xã.</p>";
  }
}
