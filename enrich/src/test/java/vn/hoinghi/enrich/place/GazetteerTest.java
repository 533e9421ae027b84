package vn.hoinghi.enrich.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.hoinghi.avro.Province;

@DisplayName("The gazetteer")
class GazetteerTest {
  private static final LocalDate OLD = LocalDate.parse("2024-03-01");
  private static final LocalDate NEW = LocalDate.parse("2025-07-01");
  private final Gazetteer gazetteer = Gazetteer.standard();

  @ParameterizedTest(name = "knows {0} in 2024 as {1} {2}")
  @CsvSource({
    "Tây Ninh,72,Tây Ninh",
    "tỉnh Hoà Bình,17,Hòa Bình",
    "TP.HCM,79,Hồ Chí Minh",
    "TPHCM,79,Hồ Chí Minh",
    "thành phố Hồ Chí Minh,79,Hồ Chí Minh",
    "Sài Gòn,79,Hồ Chí Minh",
    "Đắc Lắc,66,Đắk Lắk",
    "DAK LAK,66,Đắk Lắk",
    "Bà Rịa-Vũng Tàu,77,Bà Rịa - Vũng Tàu",
    "BR-VT,77,Bà Rịa - Vũng Tàu",
    "Thừa Thiên-Huế,46,Thừa Thiên Huế",
    "Thừa Thiên - Huế,46,Thừa Thiên Huế",
    "TT-Huế,46,Thừa Thiên Huế",
    "Ðắk Nông,67,Đắk Nông",
    "Đăk Lăk,66,Đắk Lắk",
    "Kontum,62,Kon Tum",
    "Bắc Cạn,06,Bắc Kạn",
    "TP. HN,01,Hà Nội",
    "TP Hồ Chí Minh,79,Hồ Chí Minh"
  })
  void knowsNamesAndAliases(String name, String code, String official) {
    assertThat(gazetteer.province(name, OLD)).contains(new Province(code, official));
  }

  @ParameterizedTest(name = "leads {0} after the merger to {2}")
  @CsvSource({
    "Bến Tre,86,Vĩnh Long",
    "Long An,80,Tây Ninh",
    "Bình Định,52,Gia Lai",
    "Kon Tum,51,Quảng Ngãi",
    "Huế,46,Huế",
    "Hà Nội,01,Hà Nội"
  })
  void oldNamesLeadToTheNewMap(String name, String code, String official) {
    assertThat(gazetteer.province(name, NEW)).contains(new Province(code, official));
  }

  @Test
  void eachOfThe63HasASuccessorAmong34() {
    List<String> old =
        TableFile.rows(Gazetteer.class, "provinces.tsv").stream()
            .filter(r -> r[0].equals("63"))
            .map(r -> r[1])
            .distinct()
            .toList();
    assertThat(old).hasSize(63);
    assertThat(old.stream().map(code -> gazetteer.successor(code).orElseThrow()).distinct())
        .hasSize(34);
  }

  @Test
  void hueIsACityFromTheFirstDayOf2025() {
    assertThat(gazetteer.province("Huế", LocalDate.parse("2024-12-31")))
        .contains(new Province("46", "Thừa Thiên Huế"));
    assertThat(gazetteer.province("Huế", LocalDate.parse("2025-01-01")))
        .contains(new Province("46", "Huế"));
  }

  @Test
  void anAmbiguousDistrictKeepsAllItsProvinces() {
    assertThat(gazetteer.provincesOfDistrict("Châu Thành"))
        .hasSizeGreaterThan(8)
        .extracting(Province::getName)
        .contains("Tiền Giang", "Long An");
    assertThat(gazetteer.provincesOfDistrict("Mai Sơn"))
        .containsExactly(new Province("14", "Sơn La"));
    assertThat(gazetteer.provincesOfDistrict("Nowhere")).isEmpty();
  }

  @Test
  void findsPlacesInTheOrderOfTheText() {
    String text = "Huyện ủy Cần Giuộc (Long An) và TP. Tân An, TỈNH BẾN TRE";
    assertThat(gazetteer.find(text))
        .extracting(
            hit -> text.substring(hit.start(), hit.end()), PlaceHit::kind, PlaceHit::kindWord)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("Cần Giuộc", Kind.DISTRICT, "Huyện ủy"),
            org.assertj.core.groups.Tuple.tuple("Long An", Kind.PROVINCE, ""),
            org.assertj.core.groups.Tuple.tuple("Tân An", Kind.DISTRICT, "TP"),
            org.assertj.core.groups.Tuple.tuple("BẾN TRE", Kind.PROVINCE, "TỈNH"));
  }

  @Test
  void theKindWordDecidesBetweenAProvinceAndADistrictOfTheSameName() {
    assertThat(gazetteer.find("Tỉnh ủy Quảng Ninh họp"))
        .singleElement()
        .extracting(PlaceHit::kind)
        .isEqualTo(Kind.PROVINCE);
    PlaceHit hit = gazetteer.find("Huyện ủy Quảng Ninh họp").get(0);
    assertThat(hit.kind()).isEqualTo(Kind.DISTRICT);
    assertThat(hit.provinces()).containsExactly(new Province("44", "Quảng Bình"));
    assertThat(gazetteer.find("thành phố Cần Thơ"))
        .singleElement()
        .extracting(PlaceHit::kind)
        .isEqualTo(Kind.PROVINCE);
  }

  @ParameterizedTest(name = "no place in: {0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "cuộc sống hòa bình, Hòa bình cho mọi người",
        "ông Nguyễn Bình Dương phát biểu",
        "bà Lê Thị Hòa Bình",
        "biển Thái Bình Dương",
        "tư tưởng Hồ Chí Minh",
        "đường Điện Biên Phủ",
        "sông Đồng Nai",
        "hội nghị (HN) toàn quốc",
        "các đại biểu Thanh Xuân và Đông Hải",
        "Phường Hội Phụ nữ",
        "xã hội Tân Phú",
        "P. Giám đốc",
        "đường Tân Bình",
        "ngân hàng vinh danh",
        "khối đại đoàn kết",
        "đại biểu Sằm Mai Châu",
        "ông Đồng Văn Tư",
        "bà Hòa Bình"
      })
  void passesHomonyms(String text) {
    assertThat(gazetteer.find(text)).isEmpty();
  }

  @Test
  void aProvincesNameAfterXaIsACommunes() {
    assertThat(gazetteer.find("xã Hòa Bình"))
        .singleElement()
        .satisfies(hit -> assertThat(hit.kind()).isEqualTo(Kind.COMMUNE))
        .satisfies(hit -> assertThat(hit.provinces()).hasSizeGreaterThan(10));
  }

  @Test
  void aWordThatOnlyEndsLikeAKindWordIsNone() {
    assertThat(gazetteer.find("Phát triển nông thôn Thanh Hóa; điểm cầu Nghệ An"))
        .extracting(PlaceHit::name, PlaceHit::kindWord)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("Thanh Hóa", ""),
            org.assertj.core.groups.Tuple.tuple("Nghệ An", ""));
  }

  @Test
  void readsBothTonePlacements() {
    assertThat(gazetteer.find("Tỉnh uỷ Hoà Bình, TỈNH UỶ KHÁNH HOÀ, huyện Lệ Thuỷ"))
        .extracting(PlaceHit::name)
        .containsExactly("Hòa Bình", "Khánh Hòa", "Lệ Thủy");
  }
}
