package vn.hoinghi.ingest;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Consumer;
import vn.hoinghi.ingest.FolderImport.Published;
import vn.hoinghi.schemas.Reason;

/**
 * Every input of a run, in the order in which they came to an end, on disk: what became of each is
 * asked at the end, and there may be millions.
 */
public final class InputLog implements AutoCloseable {
  private static final int NONE = -1;

  private final Path file;
  private final DataOutputStream out;
  private long size;

  private InputLog(Path file, DataOutputStream out) {
    this.file = file;
    this.out = out;
  }

  /** An empty one, in the directory for temporary files. */
  public static InputLog open() {
    try {
      Path file = Files.createTempFile("hoinghi-inputs-", ".bin");
      var bytes = new BufferedOutputStream(Files.newOutputStream(file));
      return new InputLog(file, new DataOutputStream(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException("no room for a list of inputs", e);
    }
  }

  synchronized void add(Published input) {
    try {
      write(input.inputId());
      write(input.url());
      write(input.articleId());
      write(input.contentHash());
      out.writeLong(input.fetchedAt() == null ? Long.MIN_VALUE : input.fetchedAt().toEpochMilli());
      out.writeInt(input.partition());
      out.writeLong(input.offset());
      write(input.failed() == null ? null : input.failed().name());
      write(input.problem());
      size++;
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be written", e);
    }
  }

  private void write(String text) throws IOException {
    if (text == null) {
      out.writeInt(NONE);
    } else {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      out.writeInt(bytes.length);
      out.write(bytes);
    }
  }

  /** How many there are. */
  public synchronized long size() {
    return size;
  }

  /** Tells all of them; as often as asked. */
  public synchronized void forEach(Consumer<Published> reader) {
    try {
      out.flush();
      try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
        for (long i = 0; i < size; i++) {
          reader.accept(read(in));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read", e);
    }
  }

  private static Published read(DataInputStream in) throws IOException {
    String inputId = text(in);
    String url = text(in);
    String articleId = text(in);
    String contentHash = text(in);
    long fetchedAt = in.readLong();
    int partition = in.readInt();
    long offset = in.readLong();
    String failed = text(in);
    return new Published(
        inputId,
        url,
        articleId,
        contentHash,
        fetchedAt == Long.MIN_VALUE ? null : Instant.ofEpochMilli(fetchedAt),
        partition,
        offset,
        failed == null ? null : Reason.valueOf(failed),
        text(in));
  }

  private static String text(DataInputStream in) throws IOException {
    int length = in.readInt();
    return length == NONE ? null : new String(in.readNBytes(length), StandardCharsets.UTF_8);
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
