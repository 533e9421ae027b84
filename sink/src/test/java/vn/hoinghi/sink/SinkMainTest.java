package vn.hoinghi.sink;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class SinkMainTest {
  @Test
  void helpNamesEverySettingAndExitCode() {
    var out = new StringWriter();

    int code = new CommandLine(new SinkMain()).setOut(new PrintWriter(out)).execute("--help");

    assertThat(code).isZero();
    assertThat(out.toString())
        .contains("sink.jdbcUrl", "sink.batchRecords", "HOINGHI_SINK_PASSWORD_FILE", "Exit codes")
        .doesNotContain("\t");
    assertThat(out.toString().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(81));
    for (var component : SinkConfig.Delivery.class.getRecordComponents()) {
      assertThat(out.toString()).contains("sink." + component.getName());
    }
  }

  @Test
  void aWrongSettingEndsWithTwo(@TempDir Path directory) throws Exception {
    Path file = Files.writeString(directory.resolve("hoinghi.yaml"), "sink:\n  jdbcUri: x\n");

    assertThat(new CommandLine(new SinkMain()).execute("--config", file.toString())).isEqualTo(2);
  }
}
