package vn.hoinghi.ingest;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** A manifest's files in its order; a line that makes no sense is one failed capture. */
final class Manifest implements Source {
  private final Path path;
  private final FolderFiles files;

  Manifest(Path path, FolderFiles files) {
    this.path = path;
    this.files = files;
  }

  @Override
  public Stream<Capture> captures() {
    try {
      // A reader over a stream replaces malformed UTF-8; Files.lines would give the whole file up.
      var reader =
          new BufferedReader(
              new InputStreamReader(Files.newInputStream(path), StandardCharsets.UTF_8));
      var number = new AtomicInteger();
      return reader
          .lines()
          .onClose(() -> close(reader))
          .flatMap(line -> capture(line, number.incrementAndGet()));
    } catch (IOException e) {
      throw new UncheckedIOException(path + " cannot be read", e);
    }
  }

  private Stream<Capture> capture(String line, int number) {
    String text = number == 1 && line.startsWith("\uFEFF") ? line.substring(1) : line;
    if (text.isBlank()) {
      return Stream.empty();
    }
    try {
      return Stream.of(files.capture(ManifestEntry.parse(text)));
    } catch (Refused e) {
      String where = path.getFileName() + " line " + number;
      return Stream.of(Capture.failed(where, null, e.reason(), where + ": " + e.getMessage()));
    }
  }

  private static void close(BufferedReader reader) {
    try {
      reader.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
