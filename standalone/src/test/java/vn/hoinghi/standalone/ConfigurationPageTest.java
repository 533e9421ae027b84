package vn.hoinghi.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.hoinghi.enrich.EnrichConfig;
import vn.hoinghi.ingest.IngestConfig;
import vn.hoinghi.service.Settings;
import vn.hoinghi.sink.SinkConfig;
import vn.hoinghi.standalone.servers.StandaloneConfig;

class ConfigurationPageTest {
  /** Keys stand in sections; the fields of an outlet have a table of their own. */
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-zA-Z]+\\.[a-zA-Z.]+)` \\|");

  @Test
  void thePageNamesEveryKeyAndNoOther() throws IOException {
    var known = new TreeSet<String>();
    for (Class<? extends Record> app :
        List.of(IngestConfig.class, EnrichConfig.class, SinkConfig.class, StandaloneConfig.class)) {
      known.addAll(Settings.keys(app));
    }
    String page = Files.readString(Path.of("../docs/configuration.md"));

    var named =
        ROW.matcher(page)
            .results()
            .map(r -> r.group(1))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(named).isEqualTo(known);
  }
}
