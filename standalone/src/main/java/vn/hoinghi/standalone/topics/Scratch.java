package vn.hoinghi.standalone.topics;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A directory for files that a command needs only while it lasts. */
public record Scratch(Path path) implements AutoCloseable {
  public static Scratch open() {
    try {
      return new Scratch(Files.createTempDirectory("hoinghi-scratch"));
    } catch (IOException e) {
      throw new UncheckedIOException("no room for what the topics hold", e);
    }
  }

  @Override
  public void close() {
    try (Stream<Path> tree = Files.walk(path)) {
      for (Path each : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(each);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove " + path, e);
    }
  }
}
