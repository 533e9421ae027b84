package vn.hoinghi.standalone.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.stream.Stream;
import vn.hoinghi.service.ConfigException;
import vn.hoinghi.service.FileLease;
import vn.hoinghi.service.Logging;

/**
 * The directory in which one run keeps broker, state and database. Two runs in the same one would
 * end each other's database, so it is locked for as long as it is open; and a directory that holds
 * other things is refused, so that a slip of the keyboard mixes nothing. A temporary one is removed
 * at the end.
 */
public final class DataDirectory implements AutoCloseable {
  private static final String LOCK = "hoinghi.lock";

  private final Path path;
  private final boolean temporary;
  private final FileLease lease;

  private DataDirectory(Path path, boolean temporary, FileLease lease) {
    this.path = path;
    this.temporary = temporary;
    this.lease = lease;
  }

  /** The directory given, made where it is missing, or a temporary one for null. */
  public static DataDirectory open(Path path) {
    try {
      if (path == null) {
        Path made = Files.createTempDirectory("hoinghi-");
        // it warns of temporary directories, which this one is meant to be
        Logging.onlyErrorsOf("org.apache.kafka.streams.processor.internals.StateDirectory");
        return new DataDirectory(made, true, lease(made));
      }
      Path absolute = path.toAbsolutePath().normalize();
      Files.createDirectories(absolute);
      refuseForeign(absolute);
      return new DataDirectory(absolute, false, lease(absolute));
    } catch (IOException e) {
      throw new ConfigException("the data directory " + path + " cannot be used: " + e, e);
    }
  }

  public Path path() {
    return path;
  }

  /** Where Kafka Streams keeps its stores. */
  Path state() {
    return path.resolve("state");
  }

  /** A place for files that the run needs only while it lasts. */
  public Path scratch() {
    return path.resolve("scratch");
  }

  @Override
  public void close() {
    try {
      remove(temporary ? path : scratch());
      lease.close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot close the data directory " + path, e);
    }
  }

  private static FileLease lease(Path directory) throws IOException {
    return FileLease.take(directory.resolve(LOCK))
        .orElseThrow(
            () ->
                new ConfigException(
                    directory
                        + " is in use by another hoinghi: stop that one or name another --data"));
  }

  private static void refuseForeign(Path directory) throws IOException {
    if (Files.exists(directory.resolve(LOCK))) {
      return;
    }
    try (Stream<Path> entries = Files.list(directory)) {
      if (entries.findAny().isPresent()) {
        throw new ConfigException(
            directory + " holds other files: name a new or empty directory for --data");
      }
    }
    if (Files.getFileStore(directory).supportsFileAttributeView("posix")) {
      // the database inside trusts whoever reaches it
      Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
    }
  }

  private static void remove(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return;
    }
    try (Stream<Path> tree = Files.walk(directory)) {
      for (Path each : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(each);
      }
    }
  }
}
