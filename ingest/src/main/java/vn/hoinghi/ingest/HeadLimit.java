package vn.hoinghi.ingest;

import java.io.InputStream;
import vn.hoinghi.schemas.Reason;

/**
 * How much may come before an answer's first body byte: TLS handshake, early hints and head
 * together. The client has a limit of its own, but what it throws there looks like a connection
 * that broke, which would be tried again. A request is made and its head read by one thread, so the
 * count is that thread's.
 */
final class HeadLimit {
  /** Heads of honest servers have a few hundred bytes, their certificates some thousands. */
  static final int BYTES = 128 * 1024;

  private final ThreadLocal<Integer> left = new ThreadLocal<>();

  /** The calling thread is about to ask for something. */
  void expectHead() {
    left.set(BYTES);
  }

  /** The head has come, or will not. */
  void headIsOver() {
    left.remove();
  }

  InputStream watched(InputStream in) {
    return new TalliedStream(in, this::received);
  }

  private void received(int bytes) throws Refused {
    Integer before = left.get();
    if (before == null) {
      return;
    }
    left.set(before - bytes);
    if (before < bytes) {
      throw new Refused(Reason.FETCH_HEADER_LIMIT, "a head of more than " + BYTES + " bytes");
    }
  }
}
