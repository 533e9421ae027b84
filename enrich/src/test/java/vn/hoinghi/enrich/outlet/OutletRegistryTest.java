package vn.hoinghi.enrich.outlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

  @Test
  void everyProvinceOfTheMapOf63HasANewspaperAndAPortal() {
    assertThat(registry.provincesWith("newspaper")).hasSize(63);
    assertThat(registry.provincesWith("portal")).hasSize(63);
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
  void aListThatIsNoListIsRefusedByName(@TempDir Path dir) throws IOException {
    Path file = Files.writeString(dir.resolve("o.json"), "{\"host\":\"x\"}");
    assertThatThrownBy(() -> OutletRegistry.read(file)).hasMessageContaining("o.json");
    Files.writeString(file, "[{\"name\":\"x\"}]");
    assertThatThrownBy(() -> OutletRegistry.read(file)).hasMessageContaining("no host");
  }
}
