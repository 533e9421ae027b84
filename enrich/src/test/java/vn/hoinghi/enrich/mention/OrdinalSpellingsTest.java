package vn.hoinghi.enrich.mention;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.hoinghi.avro.ConferenceMention;

/** Numbers of congresses, terms and sessions in every spelling, among the numbers of others. */
class OrdinalSpellingsTest {
  private static final List<String> ROMAN =
      List.of(
          "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV",
          "XV", "XVI", "XVII", "XVIII", "XIX", "XX", "XXI", "XXII", "XXIII", "XXIV", "XXV", "XXVI",
          "XXVII");

  private static final List<String> WORDS =
      List.of(
          "nhất",
          "hai",
          "ba",
          "tư",
          "năm",
          "sáu",
          "bảy",
          "tám",
          "chín",
          "mười",
          "mười một",
          "mười hai",
          "mười ba",
          "mười bốn",
          "mười lăm",
          "mười sáu",
          "mười bảy",
          "mười tám",
          "mười chín",
          "hai mươi",
          "hai mươi mốt",
          "hai mươi hai",
          "hai mươi ba",
          "hai mươi tư",
          "hai mươi lăm",
          "hai mươi sáu",
          "hai mươi bảy");

  private static final String OTHERS =
      " Đồng chí Ủy viên Trung ương Đảng khóa XIII, đại biểu Quốc hội khóa XV dự và phát biểu chỉ đạo."
          + " Các đại biểu liên hệ Nghị quyết Trung ương 4 (khóa XII), Nghị quyết số 33 (khóa XI) và kết quả"
          + " kỳ họp thứ 9 HĐND huyện khóa VIII, nhiệm kỳ 2016-2021.";

  /** A number and one of its spellings. */
  record Spelled(int value, String written) {}

  static Stream<Spelled> numbers() {
    List<Spelled> all = new ArrayList<>();
    for (int i = 1; i <= ROMAN.size(); i++) {
      all.add(new Spelled(i, ROMAN.get(i - 1)));
      all.add(new Spelled(i, WORDS.get(i - 1)));
      all.add(new Spelled(i, Integer.toString(i)));
      all.add(new Spelled(i, "%02d".formatted(i)));
    }
    return all.stream();
  }

  private static ConferenceMention read(String text) {
    Reading reading =
        MentionReader.standard().read(WrittenCases.article(text, "2022-06-06", "Kon Tum"));
    assertThat(reading.mention()).as(text + reading.because()).isNotNull();
    return reading.mention();
  }

  @ParameterizedTest
  @MethodSource("numbers")
  void aCongressBearsItsOwnNumber(Spelled number) {
    String text =
        "Đại hội ở Sa Thầy\nNgày 5/6, Đảng bộ huyện Sa Thầy tổ chức Đại hội đại biểu lần thứ %s, nhiệm kỳ"
            + " 2020-2025. Đại hội bầu 12 đại biểu đi dự Đại hội Đảng bộ tỉnh lần thứ XXX.%s";

    ConferenceMention mention = read(text.formatted(number.written(), OTHERS));

    assertThat(mention.getCongressOrdinal()).isEqualTo(number.value());
    assertThat(mention.getPlenumOrdinal()).isNull();
    assertThat(mention.getTerm()).isEqualTo("2020-2025");
  }

  @ParameterizedTest
  @MethodSource("numbers")
  void aSessionBearsItsOwnNumberAndItsCommitteesTerm(Spelled number) {
    for (String form :
        List.of(
            "Ngày 5/6, Ban Chấp hành Đảng bộ huyện Sa Thầy khóa XVII tổ chức Hội nghị lần thứ %s.",
            "Sáng 5/6, Huyện ủy Sa Thầy tổ chức Hội nghị Ban Chấp hành Đảng bộ huyện lần thứ %s (khóa XVII).",
            "Ngày 5/6, Hội nghị lần thứ %s Ban Chấp hành Đảng bộ huyện Sa Thầy khóa 17 đã diễn ra.")) {
      ConferenceMention mention =
          read("Huyện ủy Sa Thầy họp\n" + form.formatted(number.written()) + OTHERS);

      assertThat(mention.getPlenumOrdinal()).as(form).isEqualTo(number.value());
      assertThat(mention.getCongressOrdinal()).as(form).isEqualTo(17);
      assertThat(mention.getTerm()).as(form).isNull();
    }
  }

  @ParameterizedTest
  @MethodSource("numbers")
  void aStudyTakesTheNumberOfItsOwnCongressOnly(Spelled number) {
    String own =
        "Học nghị quyết\nNgày 5/6, Tỉnh ủy Kon Tum tổ chức hội nghị học tập, quán triệt Nghị quyết Đại hội đại"
            + " biểu Đảng bộ tỉnh lần thứ %s. Phát biểu tại hội nghị, Bí thư Tỉnh ủy nêu yêu cầu.";
    String central =
        "Học nghị quyết\nNgày 5/6, Tỉnh ủy Kon Tum tổ chức hội nghị học tập, quán triệt Nghị quyết Hội nghị lần"
            + " thứ %s Ban Chấp hành Trung ương Đảng khóa XIII. Phát biểu tại hội nghị, Bí thư Tỉnh ủy nêu yêu"
            + " cầu.";

    ConferenceMention ofOwn = read(own.formatted(number.written()));
    ConferenceMention ofCentral = read(central.formatted(number.written()));

    assertThat(ofOwn.getCongressOrdinal()).isEqualTo(number.value());
    assertThat(ofCentral.getCongressOrdinal()).isNull();
    assertThat(ofCentral.getPlenumOrdinal()).isNull();
  }
}
