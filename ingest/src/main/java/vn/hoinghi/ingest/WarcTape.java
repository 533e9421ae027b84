package vn.hoinghi.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The bytes of a file behind one buffer, with a position that can be read and set to the byte: a
 * record's offset is what an import is resumed from, and where a damaged stretch begins and ends.
 * Closing is left to whoever opened it; readers above may close as they like.
 */
final class WarcTape extends InputStream {
  private static final int BUFFER = 128 * 1024;

  private final FileChannel file;
  private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER).limit(0);

  /** Offset of the buffer's first byte in the file. */
  private long start;

  private long marked;

  private WarcTape(FileChannel file) {
    this.file = file;
  }

  static WarcTape open(Path path) throws IOException {
    return new WarcTape(FileChannel.open(path, StandardOpenOption.READ));
  }

  long position() {
    return start + buffer.position();
  }

  /** As large as the file is now; it may be written to meanwhile. */
  long size() throws IOException {
    return file.size();
  }

  void seek(long position) {
    long within = position - start;
    if (within >= 0 && within <= buffer.limit()) {
      buffer.position((int) within);
    } else {
      start = position;
      buffer.limit(0);
    }
  }

  @Override
  public int read() throws IOException {
    return buffer.hasRemaining() || fill() ? buffer.get() & 0xff : -1;
  }

  /**
   * Goes to the next place from here on where one of two bytes stands.
   *
   * @return the offset of that byte, which is read next; -1 at the end
   */
  long seekEither(int one, int other) throws IOException {
    while (buffer.hasRemaining() || fill()) {
      byte[] bytes = buffer.array();
      for (int i = buffer.position(); i < buffer.limit(); i++) {
        if (bytes[i] == one || bytes[i] == other) {
          buffer.position(i);
          return position();
        }
      }
      buffer.position(buffer.limit());
    }
    return -1;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!buffer.hasRemaining() && !fill()) {
      return -1;
    }
    int n = Math.min(length, buffer.remaining());
    buffer.get(into, from, n);
    return n;
  }

  private boolean fill() throws IOException {
    start += buffer.limit();
    buffer.clear();
    int n = file.read(buffer, start);
    buffer.flip();
    return n > 0;
  }

  @Override
  public int available() {
    return buffer.remaining();
  }

  @Override
  public boolean markSupported() {
    return true;
  }

  @Override
  public void mark(int ahead) {
    marked = position();
  }

  @Override
  public void reset() {
    seek(marked);
  }

  /** Told how much each read has brought. */
  interface Counter {
    int counted(int n) throws IOException;
  }

  /** The same bytes as a channel that can pass over a large body without reading it. */
  SeekableByteChannel channel(Counter counter) {
    return new Channel(counter);
  }

  void shut() throws IOException {
    file.close();
  }

  private final class Channel implements SeekableByteChannel {
    private final Counter counter;

    Channel(Counter counter) {
      this.counter = counter;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
      int n =
          WarcTape.this.read(into.array(), into.arrayOffset() + into.position(), into.remaining());
      into.position(into.position() + Math.max(n, 0));
      return counter.counted(n);
    }

    @Override
    public int write(ByteBuffer from) {
      throw new java.nio.channels.NonWritableChannelException();
    }

    @Override
    public SeekableByteChannel truncate(long size) {
      throw new java.nio.channels.NonWritableChannelException();
    }

    @Override
    public long position() {
      return WarcTape.this.position();
    }

    @Override
    public SeekableByteChannel position(long position) {
      seek(position);
      return this;
    }

    @Override
    public long size() throws IOException {
      return WarcTape.this.size();
    }

    @Override
    public boolean isOpen() {
      return file.isOpen();
    }

    @Override
    public void close() {
      // whoever opened the tape shuts it
    }
  }
}
