package vn.hoinghi.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.hoinghi.ingest.FolderImport.Published;
import vn.hoinghi.schemas.Reason;
import vn.hoinghi.service.ConfigException;
import vn.hoinghi.service.KafkaConfig;

class FolderRunTest {
  private static final KafkaConfig NOWHERE = KafkaConfig.at("127.0.0.1:1");

  @TempDir Path dir;

  @Test
  void whatIsPublishedAndWhatFailedIsCountedByReason() {
    var run = new FolderRun(NOWHERE, dir, null, () -> 0);
    assertThat(run.soFar()).isEqualTo("0 published, 0 failed");

    run.count(entry(null));
    run.count(entry(Reason.INPUT_MISSING));
    run.count(entry(Reason.RECORD_TOO_LARGE));
    run.count(entry(Reason.INPUT_MISSING));

    assertThat(run.soFar())
        .startsWith("1 published, 3 failed")
        .contains("INPUT_MISSING=2", "RECORD_TOO_LARGE=1");
  }

  @Test
  void aManifestWithoutAFolderAndAFolderThatIsNotThereAreWrongUse() {
    assertThatThrownBy(() -> FolderRun.of(NOWHERE, null, dir))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("--folder");
    assertThatThrownBy(() -> FolderRun.of(NOWHERE, dir.resolve("none"), null).call())
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("none is no folder");
  }

  private static Published entry(Reason failed) {
    return new Published("id", "file:a", "a", "h", Instant.EPOCH, 0, 0, failed, "as it is");
  }
}
