package vn.hoinghi.ingest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What a hostile server does once it was asked: one class for each behaviour. */
final class Behaviours {
  private Behaviours() {}

  /** Says this and hangs up. */
  record Says(List<byte[]> parts) implements HostileServer.Script {
    Says(String... parts) {
      this(List.of(parts).stream().map(p -> p.getBytes(StandardCharsets.ISO_8859_1)).toList());
    }

    Says(String head, byte[] body) {
      this(List.of(head.getBytes(StandardCharsets.ISO_8859_1), body));
    }

    @Override
    public void answer(HostileServer.Line line) throws IOException {
      for (byte[] part : parts) {
        line.send(part);
      }
    }
  }

  /** Takes the request and says nothing. */
  record Silent() implements HostileServer.Script {
    @Override
    public void answer(HostileServer.Line line) throws InterruptedException {
      line.pause(60_000);
    }
  }

  /** Begins, and then lets a piece drop once in a while. */
  record Drips(String head, String piece, long everyMillis) implements HostileServer.Script {
    @Override
    public void answer(HostileServer.Line line) throws IOException, InterruptedException {
      line.send(head);
      while (line.open()) {
        line.send(piece);
        line.pause(everyMillis);
      }
    }
  }

  /** Begins, and never comes to an end, as fast as it can. */
  record Floods(String head, String piece) implements HostileServer.Script {
    @Override
    public void answer(HostileServer.Line line) throws IOException {
      byte[] much =
          piece.repeat(64 * 1024 / piece.length() + 1).getBytes(StandardCharsets.ISO_8859_1);
      line.send(head);
      while (line.open()) {
        line.send(much);
      }
    }
  }

  /** Says this and breaks the connection. */
  record Resets(String head) implements HostileServer.Script {
    @Override
    public void answer(HostileServer.Line line) throws IOException {
      line.send(head);
      line.reset();
    }
  }

  /** Says this, closes its way out, and keeps the way in open. */
  record HalfCloses(String head) implements HostileServer.Script {
    @Override
    public void answer(HostileServer.Line line) throws IOException, InterruptedException {
      line.send(head).finish();
      line.pause(60_000);
    }
  }
}
