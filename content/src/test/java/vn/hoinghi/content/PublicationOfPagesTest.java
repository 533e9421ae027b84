package vn.hoinghi.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PublicationOfPagesTest {
  private static final Instant CAPTURED = Instant.parse("2026-11-22T02:30:00Z");
  private static final String TEXT =
      "<p>Sáng 3/3, huyện Đông Lĩnh tổ chức hội nghị học tập nghị quyết cho cán bộ chủ chốt toàn"
          + " huyện.</p><p>Hội nghị có hơn một trăm đại biểu tham dự tại ba điểm cầu.</p>";
  private static final String HEADLINE = "<h1>Đông Lĩnh học tập nghị quyết</h1>";
  private final PageReader reader = PageReader.standard();

  @Test
  void theManifestKnowsAndThePageMayBeFiner() throws Exception {
    String page = HEADLINE + "<div>Thứ tư, 3/3/2021, 18:20</div>" + TEXT;
    assertThat(read(page, null, "2021-03-05").publishedAt()).isEqualTo("2021-03-05");
    assertThat(read(page, null, "2021-03-05").publishedFrom()).isEqualTo("manifest");
    assertThat(read(page, null, "2021-03-03").publishedAt()).isEqualTo("2021-03-03T18:20:00+07:00");
  }

  @Test
  void aClockAboveTheHeadlineThatShowsTheDayOfCaptureIsThePagesClock() throws Exception {
    String clock = "<div>Chủ nhật, 22/11/2026 09:29</div>";
    assertThat(read(clock + HEADLINE + TEXT, null, null).publishedAt()).isNull();
    String date = "<div>Thứ tư, 3/3/2021 18:20</div>";
    assertThat(read(date + HEADLINE + TEXT, null, null).publishedAt())
        .isEqualTo("2021-03-03T18:20:00+07:00");
  }

  @Test
  void daysAfterTheCaptureAreNotBelieved() throws Exception {
    String page =
        "<meta property='article:published_time' content='2027-05-01T08:00:00+07:00'>"
            + HEADLINE
            + "<div>3/3/2021</div>"
            + TEXT;
    assertThat(read(page, null, null).publishedAt()).isEqualTo("2021-03-03");
  }

  @Test
  void aDeclaredHourOfDeliveryYieldsToAnOlderDateLine() throws Exception {
    String page =
        "<meta itemprop='datePublished' content='2026-11-22T09:29:00+07:00'>"
            + HEADLINE
            + "<div>Ngày đăng: 03/03/2021</div>"
            + TEXT;
    assertThat(read(page, null, null).publishedAt()).isEqualTo("2021-03-03");
  }

  @Test
  void aDateBelowTheTextCounts() throws Exception {
    String page = HEADLINE + TEXT + "<p align=right>Cập nhật: 04/03/2021</p>";
    Page read = read(page, null, null);
    assertThat(read.publishedAt()).isEqualTo("2021-03-04");
    assertThat(read.publishedFrom()).isEqualTo("text");
  }

  @Test
  void theAddressIsTheLastWitness() throws Exception {
    String url = "https://x.example/2021/03/04/dong-linh-hoc-tap.html";
    assertThat(read(HEADLINE + TEXT, url, null).publishedAt()).isEqualTo("2021-03-04");
    assertThat(read(HEADLINE + TEXT, url, null).publishedFrom()).isEqualTo("url");
    assertThat(read(HEADLINE + TEXT, "https://x.example/tin-20219999.html", null).publishedAt())
        .isNull();
  }

  @Test
  void theDateOfTheEventIsNotThatOfThePublication() throws Exception {
    assertThat(read(HEADLINE + TEXT, null, null).publishedAt()).isNull();
  }

  @Test
  void reprintLinesBecomeTheOrigin() throws Exception {
    assertThat(read(HEADLINE + TEXT + "<p><b>Theo TTXVN</b></p>", null, null).origin())
        .isEqualTo("TTXVN");
    assertThat(read(HEADLINE + TEXT + "<p><i>(Nguồn: Báo Nhân Dân)</i></p>", null, null).origin())
        .isEqualTo("Báo Nhân Dân");
    Page page =
        read(HEADLINE + TEXT + "<p style='text-align:right'>Hữu Thắng/TTXVN</p>", null, null);
    assertThat(page.origin()).isEqualTo("TTXVN");
    assertThat(page.author()).isEqualTo("Hữu Thắng");
    assertThat(page.text()).doesNotContain("Thắng");
    assertThat(read(HEADLINE + TEXT + "<p>Bài, ảnh: Lò Thị Ban</p>", null, null).author())
        .isEqualTo("Lò Thị Ban");
  }

  @Test
  void headlinesAreFreeOfSiteAndSection() throws Exception {
    String page =
        "<title>Thời sự - Đông Lĩnh học tập nghị quyết - Cổng thông tin điện tử huyện Đông Lĩnh</title><div>"
            + TEXT
            + "</div>";
    assertThat(read(page, null, null).title()).isEqualTo("Đông Lĩnh học tập nghị quyết");
    String dash =
        "<title>Xây dựng Đảng - nhiệm vụ then chốt | Báo Đông Lĩnh</title><div>" + TEXT + "</div>";
    assertThat(read(dash, null, null).title()).contains("nhiệm vụ then chốt");
  }

  @Test
  void theTextIsHeadlineAndParagraphsOneLineFeedApart() throws Exception {
    String page = read(HEADLINE + TEXT, null, null).text();
    assertThat(page.lines().toList()).hasSize(3).first().isEqualTo("Đông Lĩnh học tập nghị quyết");
    assertThat(page).doesNotContain("\n\n").doesNotEndWith("\n");
  }

  private Page read(String html, String url, String hint) throws UnreadablePageException {
    byte[] body = ("<html><body>" + html + "</body></html>").getBytes(StandardCharsets.UTF_8);
    return reader.read(new Capture(body, "text/html", "utf-8", url, CAPTURED, hint));
  }
}
