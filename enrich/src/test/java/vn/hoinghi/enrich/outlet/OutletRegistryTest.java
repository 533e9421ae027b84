package vn.hoinghi.enrich.outlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.hoinghi.content.Selectors;
import vn.hoinghi.enrich.place.Gazetteer;

class OutletRegistryTest {
  private final OutletRegistry registry = OutletRegistry.standard();

  @Test
  void knowsAProvincialNewspaperWithItsHome() {
    assertThat(registry.of("baohaiduong.vn"))
        .isEqualTo(new Outlet("baohaiduong.vn", "Báo Hải Dương", "Hải Dương", "newspaper"));
  }

  @Test
  void aNationalNewspaperHasNoHome() {
    assertThat(registry.of("nhandan.vn").province()).isNull();
  }

  @Test
  void hostsAreComparedWithoutWwwAndCase() {
    assertThat(registry.of("WWW.BaoThanhHoa.vn").province()).isEqualTo("Thanh Hóa");
  }

  @Test
  void aDepartmentBelowAProvincesDomainIsAtHomeThere() {
    Outlet department = registry.of("sonoivu.binhduong.gov.vn");
    assertThat(department.province()).isEqualTo("Bình Dương");
    assertThat(department.host()).isEqualTo("sonoivu.binhduong.gov.vn");
  }

  @Test
  void anUnknownHostIsAnOutletOfItsOwnName() {
    assertThat(registry.of("tin.vidu.example"))
        .isEqualTo(new Outlet("tin.vidu.example", "tin.vidu.example", null, "other"));
    assertThat(registry.of(null)).isNotNull();
  }

  @ParameterizedTest(name = "a {0} for each of the {2} provinces of {1}")
  @CsvSource({
    "newspaper,2024-01-01,63",
    "party,2024-01-01,63",
    "portal,2024-01-01,63",
    "newspaper,2025-08-01,34",
    "party,2025-08-01,34",
    "portal,2025-08-01,34"
  })
  void everyProvinceOfBothMapsHasOne(String kind, LocalDate day, int provinces) {
    assertThat(registry.provincesWith(kind))
        .allSatisfy(home -> assertThat(Gazetteer.standard().province(home, day)).isPresent());
    assertThat(
            registry.provincesWith(kind).stream()
                .map(home -> Gazetteer.standard().province(home, day).orElseThrow().getCode())
                .distinct())
        .hasSize(provinces);
  }

  @ParameterizedTest(name = "{0} is a {2} of {1}")
  @CsvSource({
    "tinhuyhagiang.vn,Hà Giang,party",
    "thanhuydanang.vn,Đà Nẵng,party",
    "tuyengiaovinhlong.vn,Vĩnh Long,party",
    "btgtu.thanhhoa.dcs.vn,Thanh Hóa,party",
    "www.mattran-soctrang.org.vn,Sóc Trăng,other",
    "hoinongdanlongan.org.vn,Long An,other",
    "dukccq.daknong.gov.vn,Đắk Nông,portal",
    "huyenmaison.sonla.gov.vn,Sơn La,portal",
    "xyz.baobacgiang.vn,Bắc Giang,newspaper",
    "laichautv.vn,Lai Châu,newspaper",
    "congan.brvt.gov.vn,Bà Rịa - Vũng Tàu,portal"
  })
  void aLocalBodysHostTellsItsHome(String host, String province, String kind) {
    assertThat(registry.of(host))
        .extracting(Outlet::province, Outlet::kind)
        .containsExactly(province, kind);
  }

  @ParameterizedTest(name = "{0} tells of no province")
  @ValueSource(
      strings = {
        "baodautu.vn",
        "hoabinhcorporation.com.vn",
        "dukdn.dcs.vn",
        "hanoian.vn",
        "vinhlong.example",
        "langson",
        "bao.hue.example",
        "ntv.vn",
        ""
      })
  void aHostThatOnlyHoldsANameTellsNothing(String host) {
    assertThat(registry.of(host).province()).isNull();
  }

  @Test
  void theUsersOwnListWins(@TempDir Path dir) throws IOException {
    Path file = dir.resolve("outlets.json");
    Files.writeString(
        file,
        "[{\"host\":\"baohaiduong.vn\",\"name\":\"Mine\",\"province\":\"Hưng Yên\",\"kind\":\"portal\"},"
            + "{\"host\":\"x.example\"}]");
    OutletRegistry merged = registry.mergedWith(OutletRegistry.read(file));
    assertThat(merged.of("baohaiduong.vn").name()).isEqualTo("Mine");
    assertThat(merged.of("x.example"))
        .isEqualTo(new Outlet("x.example", "x.example", null, "other"));
    assertThat(merged.of("baothanhhoa.vn").province()).isEqualTo("Thanh Hóa");
  }

  @Test
  void theUsersOwnListMayGiveSelectors(@TempDir Path dir) throws IOException {
    Path file = dir.resolve("outlets.json");
    Files.writeString(
        file, "[{\"host\":\"x.example\",\"selectors\":{\"title\":\".t\",\"text\":\"#body\"}}]");
    OutletRegistry merged = registry.mergedWith(OutletRegistry.read(file));
    assertThat(merged.of("tin.x.example").selectors())
        .isEqualTo(new Selectors(".t", "#body", null, null));
    assertThat(merged.of("baohaiduong.vn").selectors()).isEqualTo(Selectors.NONE);
    Files.writeString(file, "[{\"host\":\"x.example\",\"selectors\":{\"text\":\"div[\"}}]");
    assertThatThrownBy(() -> OutletRegistry.read(file))
        .hasMessageContaining("outlets.json: outlet 1: no CSS selector: div[");
  }

  @Test
  void aListThatIsNoListIsRefusedByName(@TempDir Path dir) throws IOException {
    Path file = Files.writeString(dir.resolve("o.json"), "{\"host\":\"x\"}");
    assertThatThrownBy(() -> OutletRegistry.read(file)).hasMessageContaining("o.json");
    Files.writeString(file, "[{\"name\":\"x\"}]");
    assertThatThrownBy(() -> OutletRegistry.read(file)).hasMessageContaining("no host");
  }
}
