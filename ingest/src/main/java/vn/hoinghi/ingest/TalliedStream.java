package vn.hoinghi.ingest;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that tells how many bytes it gave, as it gives them. */
final class TalliedStream extends FilterInputStream {
  /** May end the reading by throwing. */
  interface Tally {
    void received(int bytes) throws IOException;
  }

  private final Tally tally;

  TalliedStream(InputStream in, Tally tally) {
    super(in);
    this.tally = tally;
  }

  @Override
  public int read() throws IOException {
    int b = super.read();
    tally.received(b < 0 ? 0 : 1);
    return b;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    int n = super.read(into, from, length);
    tally.received(Math.max(n, 0));
    return n;
  }
}
