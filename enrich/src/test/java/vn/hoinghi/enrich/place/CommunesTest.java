package vn.hoinghi.enrich.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.hoinghi.avro.Province;

@DisplayName("The communes of the gazetteer")
class CommunesTest {
  private final Gazetteer gazetteer = Gazetteer.standard();

  private static List<String[]> rows(String table) {
    return TableFile.rows(Gazetteer.class, table);
  }

  @Test
  void areAllOfBothMaps() {
    assertThat(rows("communes-63.tsv").stream().map(row -> row[0]).distinct()).hasSize(11_165);
    assertThat(rows("communes-63.tsv").stream().filter(row -> row[4].contains("c")))
        .hasSize(10_051);
    assertThat(rows("communes-34.tsv").stream().map(row -> row[0]).distinct()).hasSize(3_321);
  }

  @Test
  void everyProvinceOfBothMapsHasSome() {
    assertThat(rows("communes-34.tsv").stream().map(row -> row[3]).distinct()).hasSize(34);
    Set<String> districts =
        rows("communes-63.tsv").stream().map(row -> row[3]).collect(Collectors.toSet());
    assertThat(
            rows("districts.tsv").stream()
                .filter(row -> districts.contains(row[0]))
                .map(row -> row[1])
                .distinct())
        .hasSize(63);
  }

  @Test
  void aCommuneOfTheNewMapLiesOnTheLandOfOneOldProvinceOfItsOwn() {
    for (String[] row : rows("communes-34.tsv")) {
      assertThat(gazetteer.successor(row[4]).map(Province::getCode)).contains(row[3]);
    }
  }

  @Test
  void theWayFromOldToNewEndsAtCommunesOfTheNewMap() {
    Set<String> today =
        rows("communes-34.tsv").stream().map(row -> row[0]).collect(Collectors.toSet());
    List<String[]> mapped = rows("communes-63.tsv").stream().filter(row -> row.length > 5).toList();
    assertThat(mapped).hasSizeGreaterThan(10_000);
    assertThat(mapped).allSatisfy(row -> assertThat(today).contains(row[5].split("\\|")));
  }

  @Test
  void anOldWardLeadsToTheOneThatTookItIn() {
    Commune old =
        gazetteer.communes("Trúc Bạch").stream()
            .filter(c -> !c.present())
            .findFirst()
            .orElseThrow();
    assertThat(old.district()).isEqualTo("Ba Đình");
    assertThat(old.to()).isEqualTo(LocalDate.parse("2025-06-30"));
    assertThat(gazetteer.communes("Ba Đình"))
        .filteredOn(Commune::present)
        .extracting(Commune::code)
        .containsAll(old.today());
  }

  @ParameterizedTest(name = "finds in \"{0}\" the {2} {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "Đảng ủy xã Tân Phú họp|Tân Phú|xã",
        "UBND phường 5 (quận 3)|5|phường",
        "Chi bộ phường 05|5|phường",
        "P.5, quận 3|5|P",
        "P. Tân An|Tân An|P",
        "TT. Chợ Mới|Chợ Mới|TT",
        "THỊ TRẤN CHỢ MỚI|Chợ Mới|THỊ TRẤN",
        "đặc khu Lý Sơn|Lý Sơn|đặc khu",
        "xã Ea H’Leo|Ea H'Leo|xã",
        "xã Cư M'ta|Cư M'ta|xã",
        "Đảng bộ xã Mĩ Hòa|Mỹ Hòa|xã",
        "phường Hoà Cường Bắc|Hòa Cường Bắc|phường",
        "thị trấn Mộc Châu|Mộc Châu|thị trấn",
        "xã Ðông Hòa|Đông Hòa|xã",
        "Chủ tịch UBND xã Tân Phú Nguyễn Văn Tám|Tân Phú|xã",
        "ĐẢNG BỘ XÃ TÂN PHÚ TỔ CHỨC ĐẠI HỘI|Tân Phú|XÃ"
      })
  void findsCommunesAfterTheirKind(String text, String name, String kindWord) {
    PlaceHit hit = gazetteer.find(text).get(0);
    assertThat(hit.kind()).isEqualTo(Kind.COMMUNE);
    assertThat(hit.name()).isIn(name, "Nông Trường " + name, "Nông trường " + name);
    assertThat(hit.kindWord()).isEqualTo(kindWord);
    assertThat(hit.communes()).isNotEmpty();
  }

  @ParameterizedTest(name = "no commune in: {0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "Tân Phú họp hội nghị",
        "Bắc Sơn và Quang Trung là tên đường",
        "xã hội hóa Quang Trung",
        "Tân Hòa 5 phát biểu",
        "Sản phẩm p 5",
        "khu phố 5",
        "tổ 5",
        "TT 5 của Bộ",
        "điểm cầu 5 xã, phường",
        "hợp tác xã Thống Nhất",
        "Hợp tác xã Quang Trung",
        "Thông tấn xã Quang Trung",
        "xã Tân Phú Vô Danh Sơn"
      })
  void aBareNameIsNone(String text) {
    assertThat(gazetteer.find(text)).noneMatch(hit -> hit.kind() == Kind.COMMUNE);
  }

  @Test
  void aListAfterManyIsOfCommunes() {
    assertThat(gazetteer.find("các xã Tân Phú, Thái Bình và Hòa Bình; tỉnh Long An"))
        .extracting(PlaceHit::name, PlaceHit::kind)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("Tân Phú", Kind.COMMUNE),
            org.assertj.core.groups.Tuple.tuple("Thái Bình", Kind.COMMUNE),
            org.assertj.core.groups.Tuple.tuple("Hòa Bình", Kind.COMMUNE),
            org.assertj.core.groups.Tuple.tuple("Long An", Kind.PROVINCE));
    assertThat(gazetteer.find("xã Tân Phú, Thái Bình"))
        .extracting(PlaceHit::kind)
        .containsExactly(Kind.COMMUNE, Kind.PROVINCE);
  }
}
