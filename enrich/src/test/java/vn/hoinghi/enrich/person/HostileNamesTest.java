package vn.hoinghi.enrich.person;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.hoinghi.enrich.CpuTime;

/**
 * However many names a text holds and however long they are, it is read in time that grows with it.
 */
class HostileNamesTest {
  private static final int SMALL = 20_000;
  private static final int FACTOR = 10;
  private static final int BOUND = 30;
  private static final long NOISE = 50_000_000;
  private static final int MOST = 500;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ông Nguyễn Văn An, Bí thư Tỉnh ủy, ",
        "Nguyễn ",
        "NGUYỄN ",
        "Chủ tịch UBND tỉnh ",
        "Bí thư Tỉnh ủy Hà Nam Nguyễn Văn A ",
        "và ",
        "các đồng chí: Lê An, Lê Bình; ",
        "H'",
        "a\u0301",
        "e\u0302\u0301\u0323",
        "x",
        "Bun-nhăng-",
        "(",
        "xã Tân Phong "
      })
  @Tag("H10")
  void timeGrowsWithTheTextAndNoFaster(String unit) {
    long small = time(unit, SMALL);
    long large = time(unit, SMALL * FACTOR);

    assertThat(large).isLessThan(small * BOUND + NOISE);
  }

  private static long time(String unit, int length) {
    String text = "Hội nghị\n" + unit.repeat(length / unit.length() + 1);
    return CpuTime.best(3, () -> PersonFinder.standard().find(text));
  }

  @Test
  @Tag("H14")
  void aNameWithoutEndIsNoPersonAndCostsNoOthers() {
    String text = "Ông Nguyễn " + "Văn".repeat(4_000) + " phát biểu. Bà Trần Thị Hoa chủ trì.";

    assertThat(PersonFinder.standard().find(text))
        .extracting(found -> found.person().getName())
        .contains("Trần Thị Hoa")
        .allMatch(name -> name.length() < 100);
  }

  @Test
  @Tag("H14")
  void aHundredThousandNamesGiveNoMoreThanTheMost() {
    StringBuilder text = new StringBuilder("Dự có các đồng chí: ");
    String[] names = {"An", "Bình", "Chi", "Dung", "Giang", "Hoa", "Khanh", "Lan", "Minh", "Nga"};
    for (int i = 0; i < 100_000; i++) {
      text.append("Nguyễn ")
          .append(names[i % 10])
          .append(' ')
          .append(names[i / 10 % 10])
          .append(' ')
          .append(names[i / 100 % 10])
          .append(", ");
    }

    assertThat(PersonFinder.standard().find(text.toString())).hasSizeLessThanOrEqualTo(MOST);
  }
}
