package vn.hoinghi.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TextScoreTest {
  private static final String GOLD =
      "Xã Hòa Bình họp tổng kết\nSáng nay xã Hòa Bình họp tổng kết năm.\nCó sáu mươi đại biểu dự.";

  @Test
  void theSameTextIsAllThereInAnySpelling() {
    TextScore score = new TextScore();
    score.add(GOLD, "Sáng nay xã Hoà Bình HỌP tổng kết năm. Có sáu mươi đại biểu dự.");
    assertThat(score.f1()).isEqualTo(1);
  }

  @Test
  void whatIsMissingCostsRecallAndWhatIsAddedPrecision() {
    TextScore score = new TextScore();
    score.add(GOLD, "Có sáu mươi đại biểu dự. In trang này, gửi bài.");
    double precision = 3.0 / 8;
    double recall = 3.0 / 12;
    assertThat(score.f1()).isCloseTo(2 * precision * recall / (precision + recall), within(0.001));
  }

  @Test
  void nothingFoundIsZero() {
    TextScore score = new TextScore();
    score.add(GOLD, "");
    assertThat(score.f1()).isZero();
  }
}
