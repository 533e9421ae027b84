package vn.hoinghi.standalone.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlatformTest {
  @Test
  void bothLinuxArchitecturesHaveTheirBinariesOnTheClassPath() {
    for (String arch : new String[] {"amd64", "aarch64"}) {
      assertThat(Platform.class.getResource("/" + Platform.binaries("Linux", arch)))
          .describedAs(arch)
          .isNotNull();
    }
    assertThat(Platform.class.getResource("/" + Platform.binaries("Windows 11", "amd64"))).isNull();
  }

  @Test
  void unpackedBinariesStayInTheUsersCacheOrWhereNothingElseIsWritable() {
    assertThat(Platform.cache(Map.of("XDG_CACHE_HOME", "/c"), "/nowhere", "/tmp"))
        .isEqualTo(Path.of("/c/hoinghi"));
    assertThat(Platform.cache(Map.of(), "/nowhere", "/tmp").toString()).startsWith("/tmp/hoinghi");
  }
}
