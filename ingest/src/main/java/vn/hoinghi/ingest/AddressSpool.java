package vn.hoinghi.ingest;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import vn.hoinghi.schemas.ContentIds;

/**
 * Addresses of an archive, each once, kept on disk until they are asked for: there may be a million
 * of them, and how many there are has to be known before the first. In memory are eight bytes of
 * each.
 */
final class AddressSpool implements AutoCloseable {
  private static final int HEX = 16;
  private static final int DIGITS_OF_LONG = 16;

  private final Path file;
  private final BufferedWriter out;
  private final Set<Long> met = new HashSet<>();

  private AddressSpool(Path file, BufferedWriter out) {
    this.file = file;
    this.out = out;
  }

  static AddressSpool open() {
    try {
      Path file = Files.createTempFile("hoinghi-addresses-", ".txt");
      return new AddressSpool(file, Files.newBufferedWriter(file));
    } catch (IOException e) {
      throw new UncheckedIOException("no room for a list of addresses", e);
    }
  }

  /** Takes an address, if no other spelling of it was taken before. */
  void add(CanonicalUrl url) {
    if (met.add(mark(url.articleId()))) {
      try {
        out.append(url.toString()).append('\n');
      } catch (IOException e) {
        throw new UncheckedIOException(file + " cannot be written", e);
      }
    }
  }

  /** What stands for an article where very many are remembered. */
  static long mark(String articleId) {
    return Long.parseUnsignedLong(articleId.substring(0, DIGITS_OF_LONG), HEX);
  }

  /** The same of an address as it stands in a record. */
  static long markOf(String url) {
    return mark(ContentIds.articleId(url));
  }

  long size() {
    return met.size();
  }

  /** Tells all of them, in the order in which they came. */
  void forEach(Consumer<String> reader) {
    try {
      out.flush();
      try (BufferedReader lines = Files.newBufferedReader(file)) {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          reader.accept(line);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read", e);
    }
  }

  @Override
  public void close() {
    try {
      out.close();
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be removed", e);
    }
  }
}
