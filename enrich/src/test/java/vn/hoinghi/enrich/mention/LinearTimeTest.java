package vn.hoinghi.enrich.mention;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.hoinghi.enrich.CpuTime;

/**
 * Ten times the text may take ten times as long, not a hundred times. CPU time of the best of
 * several runs counts; the bound leaves room for noise and none for a quadratic rule.
 */
class LinearTimeTest {
  private static final int SMALL = 20_000;
  private static final int FACTOR = 10;
  private static final int BOUND = 30;
  private static final long NOISE = 5_000_000;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hội nghị ",
        "ngày 1/2, ",
        "1/1/1/1-1-1",
        "9-9-9-9 ",
        "Ban Thường vụ Tỉnh ủy tổ chức hội nghị. ",
        "lần thứ xxxxxxxx ",
        "Nghị quyết số 18-NQ/TW, ",
        "1.000 đại biểu ",
        "hôm qua ",
        "do do do tổ chức ",
        "a",
        "\"\"(((",
        "Đại hội Đảng bộ xã, huyện, tỉnh, ",
        "?\n",
        "nhiệm kỳ 2020-2025 khóa khóa ",
        "     ",
        "Tỉnh ủy Hà Nam Nguyễn Văn A, "
      })
  @Tag("H06")
  void timeGrowsWithTheTextAndNoFaster(String unit) {
    long small = time(unit, SMALL);
    long large = time(unit, SMALL * FACTOR);

    assertThat(large).isLessThan(small * BOUND + NOISE * FACTOR);
  }

  private static long time(String unit, int length) {
    String body = unit.repeat(length / unit.length() + 1);
    ArticleText article = WrittenCases.article("Tỉnh ủy họp\n" + body, null, "Hà Nam");
    return CpuTime.best(3, () -> MentionReader.standard().read(article));
  }
}
