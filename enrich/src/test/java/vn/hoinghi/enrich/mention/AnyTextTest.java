package vn.hoinghi.enrich.mention;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.hoinghi.avro.Evidence;

/** Whatever a text holds, it is read to an answer whose evidence lies within it. */
class AnyTextTest {
  private static final List<String> PIECES =
      List.of(
          "Ngày 31/12, ",
          "sáng nay ",
          "hôm qua ",
          "Ban Thường vụ ",
          "Tỉnh ủy ",
          "Hà Nam ",
          "tổ chức ",
          "đã ",
          "hội nghị ",
          "Đại hội ",
          "lần thứ XI",
          ", ",
          ". ",
          "\n",
          "“",
          "”",
          "(",
          ")",
          "120 ",
          "gần 2 nghìn ",
          "đại biểu ",
          "tham dự ",
          "sau 3 ngày làm việc, ",
          "chiều 1/3 ",
          "khóa XX ",
          "nhiệm kỳ 2020-2025 ",
          "Nghị quyết số 18-NQ/TW ",
          "do ",
          "tại xã Tân An ",
          "bế mạc ",
          "từ 28 đến 29-2 ",
          "?\n",
          "tôi ",
          "phát biểu tại hội nghị ",
          "\uD83C\uDF89",
          "trực tuyến ");

  @Test
  void evidenceOfARandomTextLiesWithinIt() {
    Random random = new Random(20200229);
    for (int i = 0; i < 400; i++) {
      StringBuilder text = new StringBuilder("Tỉnh ủy họp\n");
      for (int n = random.nextInt(80) + 20; n > 0; n--) {
        text.append(PIECES.get(random.nextInt(PIECES.size())));
      }
      check(text.toString(), i % 2 == 0 ? "2021-03-01" : null);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", " ", "a", "\n\n\n", "12/12", "…", "\"", "Hội nghị"})
  void aTextOfNothingMuchHasAReason(String text) {
    Reading reading = MentionReader.standard().read(WrittenCases.article(text, null, null));

    assertThat(reading.mention()).isNull();
    assertThat(reading.reason().name()).isNotBlank();
  }

  private static void check(String text, String published) {
    Reading reading =
        MentionReader.standard().read(WrittenCases.article(text, published, "Hà Nam"));
    if (reading.mention() == null) {
      return;
    }
    int length = text.codePointCount(0, text.length());
    for (Evidence evidence : reading.mention().getEvidence()) {
      assertThat(evidence.getStart()).isBetween(0, evidence.getEnd());
      assertThat(evidence.getEnd()).isLessThanOrEqualTo(length);
      int start = text.offsetByCodePoints(0, evidence.getStart());
      int end = text.offsetByCodePoints(0, evidence.getEnd());
      assertThat(text.substring(start, end)).as(text).contains(evidence.getValue());
    }
  }
}
