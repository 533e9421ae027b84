package vn.hoinghi.enrich.person;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.hoinghi.enrich.person.Told.find;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.hoinghi.avro.Evidence;
import vn.hoinghi.enrich.CpuTime;

@DisplayName("The person finder keeps its limits:")
class PersonLimitsTest {
  @Test
  void aNameOfTenKilobytesIsCut() {
    String text = "Đồng chí Nguyễn " + "Hoa ".repeat(2500) + "phát biểu";
    assertThat(find(text))
        .allSatisfy(p -> assertThat(p.person().getName().length()).isLessThan(80));
  }

  @Test
  void anyJumbleOfWordsAndMarksIsReadWithoutAFault() {
    String[] parts = {
      "đồng chí",
      "ông",
      "Nguyễn",
      "Văn",
      "Ba",
      "A",
      "H'Lan",
      "Bí thư",
      "Phó",
      "Chủ tịch",
      "UBND",
      "xã",
      "tỉnh",
      "Hà Nội",
      "khóa",
      "XX",
      "(",
      ")",
      ",",
      ";",
      ":",
      "-",
      "–",
      ".",
      "\n",
      "“",
      "và",
      "các",
      "2",
      "nguyên",
      "cố",
      "Ảnh",
      "TP.",
      "TS",
      "😀",
      "'",
      "đ/c",
      "chủ trì",
      "của",
      "GD&ĐT",
      "tiếp tục giữ chức"
    };
    java.util.Random random = new java.util.Random(20201221);
    for (int round = 0; round < 2000; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(40); i >= 0; i--) {
        text.append(parts[random.nextInt(parts.length)]).append(random.nextInt(4) == 0 ? "" : " ");
      }
      String jumble = text.toString();
      for (FoundPerson person : find(jumble)) {
        for (Evidence row : person.evidence()) {
          int start = jumble.offsetByCodePoints(0, row.getStart());
          assertThat(jumble.substring(start, jumble.offsetByCodePoints(0, row.getEnd())))
              .contains(row.getValue());
        }
      }
    }
  }

  @Test
  @Tag("H14")
  void aForeignNameOfTenKilobytesIsCutToo() {
    String text =
        "Tổng thống Mỹ " + "Trumpington ".repeat(900) + "phát biểu. Ông " + "Xq".repeat(5000);
    assertThat(find(text))
        .isNotEmpty()
        .allSatisfy(p -> assertThat(p.person().getName().length()).isLessThan(120))
        .allSatisfy(
            p -> assertThat(p.person().getTitles()).allMatch(title -> title.length() < 700));
  }

  @Test
  @Tag("H14")
  void aHundredThousandNamesAndOfficesGiveAtMost500PersonsSoon() {
    StringBuilder text = new StringBuilder("Dự có các đồng chí: ");
    for (int i = 0; i < 50_000; i++) {
      text.append("Bí thư Đảng ủy xã Tân Phú Lê ")
          .append((char) ('A' + i % 26))
          .append((char) ('a' + i / 26 % 26))
          .append((char) ('a' + i / 676 % 26))
          .append((char) ('a' + i / 17576))
          .append("; ");
    }
    long took = CpuTime.best(1, () -> find(text.toString()));
    assertThat(find(text.toString())).hasSize(500);
    assertThat(took).isLessThan(20_000_000_000L);
  }

  @ParameterizedTest(name = "{0}")
  @Tag("H14")
  @ValueSource(
      strings = {
        "Robert'); DROP TABLE event;--",
        "=cmd|' /C calc'!A0",
        "${jndi:ldap://localhost/a}",
        "\u001b[31mNguyễn Đỏ\u001b[0m",
        "<script>alert(1)</script>",
        "%s%n%x {0} #{7*7}"
      })
  void whatLooksLikeCodeIsOnlyText(String name) {
    String text = "Đồng chí " + name + ", Bí thư Huyện ủy, và đồng chí Lê Văn Sáu phát biểu.";
    List<FoundPerson> people = find(text);
    assertThat(people).extracting(p -> p.person().getName()).contains("Lê Văn Sáu");
    for (FoundPerson person : people) {
      assertThat(person.person().getName()).matches("[\\p{L}\\p{M}\\p{Nd}'’ -]+");
      for (Evidence row : person.evidence()) {
        int start = text.offsetByCodePoints(0, row.getStart());
        assertThat(text.substring(start, text.offsetByCodePoints(0, row.getEnd())))
            .contains(row.getValue());
      }
    }
  }

  @Test
  void aTextOfNamesGivesAtMost500Persons() {
    StringBuilder text = new StringBuilder("Các đồng chí: ");
    for (int i = 0; i < 2000; i++) {
      text.append("Lê ")
          .append((char) ('A' + i % 26))
          .append((char) ('a' + i / 26 % 26))
          .append((char) ('a' + i / 676))
          .append(", ");
    }
    assertThat(find(text.toString())).hasSize(500);
  }

  @ParameterizedTest(name = "ten times {0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "'Phó Chủ tịch Ủy ban nhân dân '",
        "'Nguyễn '",
        "'Nguyễn Văn An, '",
        "'các Phó Chủ tịch: Lê Văn A, '",
        "'a('",
        "'Lê Ba (x '",
        "'xã Tân An Phú '",
        "'đồng chí '",
        "'các '",
        "'nguyên '",
        "'ông Minh '"
      })
  void tenTimesTheTextCostsAboutTenTimesTheWork(String unit) {
    String small = unit.repeat(6_000 / unit.length());
    String large = small.repeat(10);
    find(small);
    long one = best(small);
    long ten = best(large);
    assertThat(ten).isLessThan(Math.max(30 * one, 1_500_000_000L));
  }

  private long best(String text) {
    return CpuTime.best(2, () -> find(text));
  }
}
