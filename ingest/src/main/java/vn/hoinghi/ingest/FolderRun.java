package vn.hoinghi.ingest;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.hoinghi.ingest.FolderImport.Published;
import vn.hoinghi.schemas.Reason;
import vn.hoinghi.schemas.Topics;
import vn.hoinghi.service.ClusterTopics;
import vn.hoinghi.service.ConfigException;
import vn.hoinghi.service.KafkaConfig;

/**
 * One folder's import into a running cluster, as told to whoever started it: how far it is now and
 * then, each entry that failed with its reason, and at the end a code that says whether all is
 * there.
 */
final class FolderRun {
  private static final Logger LOG = LoggerFactory.getLogger(FolderRun.class);
  private static final int COMPLETE = 0;
  private static final int INCOMPLETE = 1;
  private static final long TELL_NANOS = Duration.ofSeconds(10).toNanos();

  private final KafkaConfig kafka;
  private final Path folder;
  private final Path manifest;
  private final LongSupplier nanos;
  private final Map<Reason, Long> failed = new EnumMap<>(Reason.class);
  private long published;
  private long told;

  FolderRun(KafkaConfig kafka, Path folder, Path manifest, LongSupplier nanos) {
    this.kafka = kafka;
    this.folder = folder;
    this.manifest = manifest;
    this.nanos = nanos;
    this.told = nanos.getAsLong();
  }

  /**
   * @param manifest null takes the folder's own, or all its pages
   * @throws ConfigException for a manifest without a folder
   */
  static FolderRun of(KafkaConfig kafka, Path folder, Path manifest) {
    if (folder == null) {
      throw new ConfigException("--manifest says which pages of a --folder, and there is none");
    }
    return new FolderRun(kafka, folder, manifest, System::nanoTime);
  }

  /**
   * Publishes and tells.
   *
   * @return exit code: 0 where everything is published, 1 where something is not
   * @throws ConfigException where folder, manifest or topic are not there
   */
  int call() {
    FolderSource.of(folder, manifest);
    ClusterTopics.require(kafka, List.of(Topics.RAW));
    try {
      FolderImport.run(kafka, folder, manifest, this::count);
    } catch (KafkaException | UncheckedIOException e) {
      LOG.error("broken off, {}: {}", soFar(), e.toString(), e);
      return INCOMPLETE;
    }
    LOG.info("{} is imported: {}", folder, soFar());
    return failed.isEmpty() ? COMPLETE : INCOMPLETE;
  }

  void count(Published entry) {
    if (entry.failed() == null) {
      published++;
    } else {
      failed.merge(entry.failed(), 1L, Long::sum);
      LOG.warn("not published: {}: {} {}", entry.inputId(), entry.failed(), entry.problem());
    }
    long now = nanos.getAsLong();
    if (now - told >= TELL_NANOS) {
      told = now;
      LOG.info("importing {}: {}", folder, soFar());
    }
  }

  /** For instance {@code 120 published, 2 failed {INPUT_MISSING=2}}. */
  String soFar() {
    long lost = failed.values().stream().mapToLong(Long::longValue).sum();
    return published + " published, " + lost + " failed" + (lost == 0 ? "" : " " + failed);
  }
}
