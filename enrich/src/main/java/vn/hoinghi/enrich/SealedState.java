package vn.hoinghi.enrich;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.hoinghi.service.ConfigException;
import vn.hoinghi.service.FileLease;

/**
 * The stores on disk are a copy of the changelogs in Kafka, and Kafka Streams believes whatever
 * stands there: files of a backup, a position that was edited, a directory that half was deleted.
 * Wrong answers would follow, and no error. So an orderly end leaves a seal on the directory, and
 * state under a broken, missing or old seal is removed and read again from Kafka, and so is state
 * of an application that was removed there and began anew under its name. While it is in use the
 * directory is locked.
 */
final class SealedState implements AutoCloseable {
  /** As long as changelogs keep what was deleted; whoever is older might revive it. */
  static final Duration DELETIONS_KEPT = Duration.ofDays(7);

  private static final Logger LOG = LoggerFactory.getLogger(SealedState.class);
  private static final Duration MAX_AGE = DELETIONS_KEPT.minusDays(1);
  private static final long READ_BYTES = 64 * 1024;
  private static final Pattern TASK = Pattern.compile("\\d+_\\d+");

  private final Path state;
  private final Path seal;
  private final String origin;
  private final Clock clock;
  private final FileLease lease;

  private SealedState(Path state, Path seal, String origin, Clock clock, FileLease lease) {
    this.state = state;
    this.seal = seal;
    this.origin = origin;
    this.clock = clock;
    this.lease = lease;
  }

  /**
   * Takes the directory of one application for this process alone, with nothing in it that cannot
   * be trusted.
   *
   * @param origin id of the topic with which the application began
   * @throws ConfigException where another process has it, or it cannot be used
   */
  static SealedState open(Path dir, String application, String origin, Clock clock) {
    Path absolute = dir.toAbsolutePath().normalize();
    try {
      Files.createDirectories(absolute);
      FileLease lease = lease(absolute, application);
      var opened =
          new SealedState(
              absolute.resolve(application),
              absolute.resolve(application + ".seal"),
              origin,
              clock,
              lease);
      opened.unseal();
      return opened;
    } catch (IOException e) {
      throw new ConfigException("enrich.stateDir " + absolute + " cannot be used: " + e, e);
    }
  }

  private static FileLease lease(Path dir, String application) throws IOException {
    return FileLease.take(dir.resolve(application + ".lock"))
        .orElseThrow(
            () ->
                new ConfigException(
                    "enrich.stateDir %s is in use by another process of %s: each needs a directory of its own"
                        .formatted(dir, application)));
  }

  private void unseal() throws IOException {
    boolean trusted = isIntact();
    Files.deleteIfExists(seal);
    if (trusted || !Files.isDirectory(state)) {
      return;
    }
    for (Path task : tasks()) {
      LOG.info("{} was not closed in order or was touched since: read again from Kafka", task);
      remove(task);
    }
  }

  private boolean isIntact() throws IOException {
    try {
      List<String> lines = Files.readAllLines(seal);
      Instant sealed = Instant.parse(lines.get(0));
      Duration age = Duration.between(sealed, clock.instant());
      return age.compareTo(MAX_AGE) < 0
          && age.compareTo(MAX_AGE.negated()) > 0
          && lines.get(1).equals(print())
          && lines.get(2).equals(origin);
    } catch (NoSuchFileException e) {
      return false;
    } catch (DateTimeException | IndexOutOfBoundsException e) {
      LOG.warn("{} is no seal: {}", seal, e.toString());
      return false;
    }
  }

  /** To be called when all is closed and nothing failed. */
  void seal() {
    try {
      if (Files.isDirectory(state)) {
        Files.write(seal, List.of(clock.instant().toString(), print(), origin));
      }
    } catch (IOException e) {
      LOG.warn("the state is left unsealed and will be read again from Kafka: {}", e.toString());
    }
  }

  /**
   * Names and sizes of all files, and the bytes of the small ones, where positions stand. Bytes of
   * the large ones are guarded by checksums of RocksDB.
   */
  private String print() throws IOException {
    var print = new CRC32C();
    for (Path task : tasks()) {
      try (Stream<Path> files = Files.walk(task)) {
        for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
          long size = Files.size(file);
          String name = state.relativize(file) + ":" + size + "\n";
          print.update(name.getBytes(StandardCharsets.UTF_8));
          if (size <= READ_BYTES) {
            print.update(ByteBuffer.wrap(Files.readAllBytes(file)));
          }
        }
      }
    }
    return Long.toHexString(print.getValue());
  }

  private List<Path> tasks() throws IOException {
    if (!Files.isDirectory(state)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(state)) {
      return entries
          .filter(entry -> TASK.matcher(entry.getFileName().toString()).matches())
          .sorted()
          .toList();
    }
  }

  private static void remove(Path directory) throws IOException {
    try (Stream<Path> tree = Files.walk(directory)) {
      for (Path each : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(each);
      }
    }
  }

  /** Gives the directory free. */
  @Override
  public void close() {
    try {
      lease.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
