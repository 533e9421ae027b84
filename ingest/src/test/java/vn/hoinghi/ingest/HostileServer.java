package vn.hoinghi.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A server that does to each connection whatever its script says, on bare sockets, so that it can
 * break every rule of HTTP.
 */
final class HostileServer implements AutoCloseable {
  /** What happens once a request's head has come in. */
  interface Script {
    void answer(Line line) throws IOException, InterruptedException;
  }

  /** The way back to the client; counts what it took. */
  final class Line {
    private final Socket socket;
    private final OutputStream out;

    Line(Socket socket) throws IOException {
      this.socket = socket;
      this.out = socket.getOutputStream();
    }

    Line send(String text) throws IOException {
      return send(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    Line send(byte[] bytes) throws IOException {
      out.write(bytes);
      out.flush();
      sent.addAndGet(bytes.length);
      return this;
    }

    /** Says that nothing more will come, and goes on listening. */
    void finish() throws IOException {
      socket.shutdownOutput();
    }

    /** Waits, unless the server closes first. */
    void pause(long millis) throws InterruptedException {
      closing.await(millis, TimeUnit.MILLISECONDS);
    }

    boolean open() {
      return closing.getCount() > 0;
    }

    /** Ends with a reset instead of an orderly close. */
    void reset() throws SocketException {
      socket.setSoLinger(true, 0);
    }
  }

  final AtomicInteger connections = new AtomicInteger();
  final AtomicLong sent = new AtomicLong();
  final List<String> heads = new CopyOnWriteArrayList<>();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final ServerSocket server;
  private final boolean listensFirst;
  private final ExecutorService threads = Executors.newCachedThreadPool(Threads.named("hostile"));

  HostileServer(Script script) {
    this(script, true);
  }

  private HostileServer(Script script, boolean listensFirst) {
    this.listensFirst = listensFirst;
    try {
      server = new ServerSocket(0, 50, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.execute(() -> accept(script));
  }

  /** Answers before anything was asked. */
  static HostileServer speakingFirst(Script script) {
    return new HostileServer(script, false);
  }

  int port() {
    return server.getLocalPort();
  }

  String url(String path) {
    return "http://127.0.0.1:" + port() + path;
  }

  private void accept(Script script) {
    while (open()) {
      try {
        Socket socket = server.accept();
        connections.incrementAndGet();
        threads.execute(() -> serve(socket, script));
      } catch (IOException e) {
        return; // closed
      }
    }
  }

  private boolean open() {
    return closing.getCount() > 0;
  }

  private void serve(Socket socket, Script script) {
    try (socket) {
      if (listensFirst) {
        heads.add(head(socket.getInputStream()));
      }
      script.answer(new Line(socket));
    } catch (IOException e) {
      // the client has had enough, which is what most scripts want to see
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String head(InputStream in) throws IOException {
    var head = new StringBuilder();
    for (int b = in.read(); b >= 0 && head.indexOf("\r\n\r\n") < 0; b = in.read()) {
      head.append((char) b);
      if (head.length() > 3 && head.indexOf("\r\n\r\n", head.length() - 4) >= 0) {
        break;
      }
    }
    return head.toString();
  }

  @Override
  public void close() {
    closing.countDown();
    threads.shutdownNow();
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
