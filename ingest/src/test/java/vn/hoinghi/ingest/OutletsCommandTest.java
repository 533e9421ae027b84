package vn.hoinghi.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import vn.hoinghi.content.KnownOutlet;
import vn.hoinghi.service.Settings;

class OutletsCommandTest {
  @TempDir Path dir;

  @Test
  void whatIsPrintedIsAConfigurationThatCrawlsNobody() throws IOException {
    Path file = Files.writeString(dir.resolve("outlets.yaml"), printed());

    IngestConfig config =
        Settings.load(
            IngestConfig.class, file, Map.of("HOINGHI_KAFKA_BOOTSTRAP_SERVERS", "localhost:9092"));

    assertThat(config.ingest().outlets())
        .hasSize(KnownOutlet.all().size())
        .hasSizeGreaterThan(400)
        .noneMatch(Outlet::enabled)
        .allMatch(outlet -> outlet.name() != null && outlet.kind() != null);
  }

  @Test
  void outletsAreChosenByHostProvinceAndKind() {
    assertThat(printed("WWW.BaoNgheAn.vn"))
        .contains("host: baonghean.vn,")
        .doesNotContain("gov.vn");
    assertThat(printed("--province", "nghệ an", "--kind", "portal"))
        .contains("host: nghean.gov.vn,")
        .doesNotContain("bao");
  }

  @Test
  void whatIsNotKnownIsSaid() {
    assertThat(new CommandLine(new OutletsCommand()).setErr(nowhere()).execute("no.example"))
        .isEqualTo(1);
  }

  private static String printed(String... args) {
    var out = new StringWriter();
    int code = new CommandLine(new OutletsCommand()).setOut(new PrintWriter(out)).execute(args);
    assertThat(code).isZero();
    return out.toString();
  }

  private static PrintWriter nowhere() {
    return new PrintWriter(new StringWriter());
  }
}
