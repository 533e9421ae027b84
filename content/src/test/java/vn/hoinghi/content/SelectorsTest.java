package vn.hoinghi.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Selectors of a site that is known")
class SelectorsTest {
  private static final String PAGE =
      "<html><head><title>Cổng X</title><meta property='og:title' content='Cổng X của tỉnh'>"
          + "<meta property='article:published_time' content='2020-01-01T00:00:00+07:00'></head>"
          + "<body><h1>Cổng thông tin của một cơ quan nhà nước</h1><div class='box'>"
          + "<p>"
          + "Tin khác rất dài nằm trong một khung lớn của trang, không thuộc bài viết này. "
              .repeat(9)
          + "</p></div>"
          + "<div class='tt'>Hội nghị tổng kết công tác năm của Đảng bộ xã Tân Phú</div>"
          + "<span class='ngay'>Thứ sáu, 05/03/2021 17:11</span>"
          + "<div id='nd'><p>Sáng 5/3, Đảng ủy xã Tân Phú tổ chức hội nghị tổng kết.</p>"
          + "<p>Dự hội nghị có 50 đại biểu.</p></div><i class='tg'>Nguyễn Văn Tám</i></body></html>";

  private static Page read(Selectors selectors) throws UnreadablePageException {
    byte[] body = PAGE.getBytes(StandardCharsets.UTF_8);
    return PageReader.standard()
        .read(new Capture(body, "text/html", "UTF-8", null, null, null), selectors);
  }

  @Test
  void tellWhereItsPartsAre() throws UnreadablePageException {
    Page page = read(new Selectors(".tt", "#nd", ".ngay", ".tg"));
    assertThat(page.title()).isEqualTo("Hội nghị tổng kết công tác năm của Đảng bộ xã Tân Phú");
    assertThat(page.text())
        .isEqualTo(
            page.title()
                + "\nSáng 5/3, Đảng ủy xã Tân Phú tổ chức hội nghị tổng kết."
                + "\nDự hội nghị có 50 đại biểu.");
    assertThat(page.publishedAt()).startsWith("2021-03-05T17:11");
    assertThat(page.author()).isEqualTo("Nguyễn Văn Tám");
  }

  @Test
  void thatFindNothingLeaveThePageToTheRules() throws UnreadablePageException {
    assertThat(read(new Selectors(".none", "#none", "#none", "#none")))
        .isEqualTo(read(Selectors.NONE));
  }
}
