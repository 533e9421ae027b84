package vn.hoinghi.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Ten times the page may take ten times as long, not a hundred times. CPU time of the best of
 * several runs counts; the bound leaves room for noise and none for a quadratic rule.
 */
class LinearTimeTest {
  private static final int SMALL = 30_000;
  private static final int FACTOR = 10;
  private static final int BOUND = 30;
  private static final long NOISE = 5_000_000;
  private static final String STORY =
      "<h1>Đông Lĩnh tổng kết công tác năm</h1><p>Sáng nay, huyện Đông Lĩnh tổ chức hội nghị.</p>";
  private final PageReader reader = PageReader.standard();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p>Hội nghị đã nghe báo cáo tổng kết và bàn nhiệm vụ của năm tới.</p>",
        "<div><h3>Tin liên quan</h3><p>Một câu ngắn vừa đủ dài để được xem là văn.</p></div>",
        "<li><a href='/tin'>Một dòng của danh mục dẫn tới tin khác</a></li>",
        "<div>Thứ sáu, 22/01/2021 17:11</div>",
        "<div class='related'><p>Các tin khác</p>",
        "<table><tr><td>12</td><td>đại biểu</td></tr></table>",
        "<div><img src='a.jpg'><p><i>Đại biểu dự hội nghị. Ảnh: Minh Anh</i></p></div>",
        "<p>Giấy phép số 12. Tổng biên tập: A. Điện thoại: 0123. Bản quyền © 2026.</p>",
        "<span><b>chữ</b> <i>nghiêng</i></span> ",
        "một dòng không bao giờ hết, ",
        "<br>- - - | » • ",
        "<h2>Theo TTXVN</h2><p align=right><b>Bài, ảnh: Lan Anh</b></p>",
        "<time datetime='2021-01-22T10:00:00+07:00'>10:00</time>",
        "<meta property='og:title' content='A - B - C | D'>",
        "<p>e\u0301\u0302 Ｈội nghị</p>",
        "<p>Nguyễn Văn An - 07:00, 02/09/2022</p>"
      })
  @Tag("H06")
  void timeGrowsWithThePageAndNoFaster(String unit) {
    assertThat(time(unit, SMALL * FACTOR, "text/html"))
        .isLessThan(time(unit, SMALL, "text/html") * BOUND + NOISE * FACTOR);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Hội nghị đã nghe báo cáo.\n",
        "hội nghị ",
        "»\n",
        "1/1/2021 - ",
        "Lan AnhTin liên quan\n",
        "Ảnh: A\n"
      })
  @Tag("H06")
  void timeGrowsWithTheTextAndNoFaster(String unit) {
    assertThat(time(unit, SMALL * FACTOR, "text/plain"))
        .isLessThan(time(unit, SMALL, "text/plain") * BOUND + NOISE * FACTOR);
  }

  private long time(String unit, int length, String type) {
    String page = STORY + unit.repeat(length / unit.length() + 1);
    byte[] body = page.getBytes(StandardCharsets.UTF_8);
    Capture capture = new Capture(body, type, null, null, null, null);
    return CpuTime.best(2, () -> read(capture));
  }

  private void read(Capture capture) {
    try {
      reader.read(capture);
    } catch (UnreadablePageException e) {
      assertThat(e.reason()).isNotNull();
    }
  }
}
