package vn.hoinghi.standalone;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A network before a database that loses what one asks it to lose: the answer to a COMMIT, or all
 * packets in both directions, so that nobody is told anything.
 */
final class TcpProxy implements AutoCloseable {
  /** PostgreSQL's CommandComplete of a COMMIT ends so. */
  private static final String COMMITTED = "COMMIT\0";

  private final ServerSocket entrance;
  private final int target;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private final AtomicInteger toSwallow = new AtomicInteger();
  private final AtomicInteger swallowed = new AtomicInteger();
  private volatile boolean blackHole;

  private TcpProxy(ServerSocket entrance, int target) {
    this.entrance = entrance;
    this.target = target;
  }

  /** A way to a port of this machine. */
  static TcpProxy to(int port) throws IOException {
    var proxy = new TcpProxy(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), port);
    start(proxy::accept);
    return proxy;
  }

  int port() {
    return entrance.getLocalPort();
  }

  /** The next so many answers to a COMMIT are lost, each with its connection. */
  void swallowCommits(int count) {
    toSwallow.set(count);
    swallowed.set(0);
  }

  int swallowed() {
    return swallowed.get();
  }

  /** Whether packets go nowhere; what waits in between is lost with its connections at the end. */
  void blackHole(boolean on) {
    blackHole = on;
    if (!on) {
      sockets.forEach(TcpProxy::shut);
    }
  }

  private void accept() {
    try {
      while (true) {
        Socket client = entrance.accept();
        Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
        sockets.add(client);
        sockets.add(server);
        start(() -> forward(client, server, false));
        start(() -> forward(server, client, true));
      }
    } catch (IOException e) {
      if (!entrance.isClosed()) {
        start(this::accept); // the server is away: whoever came is told so by the next attempt
      }
    }
  }

  private void forward(Socket from, Socket to, boolean answers) {
    var buffer = new byte[64 * 1024];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        if (answers && isToBeSwallowed(buffer, n)) {
          return;
        }
        if (!blackHole) {
          out.write(buffer, 0, n);
        }
      }
    } catch (IOException e) {
      // one side has gone; the other follows
    } finally {
      sockets.remove(from);
      sockets.remove(to);
    }
  }

  private boolean isToBeSwallowed(byte[] bytes, int length) {
    boolean found =
        toSwallow.get() > 0
            && new String(bytes, 0, length, StandardCharsets.ISO_8859_1).contains(COMMITTED);
    if (found) {
      toSwallow.decrementAndGet();
      swallowed.incrementAndGet();
    }
    return found;
  }

  private static void start(Runnable work) {
    var thread = new Thread(work, "proxy");
    thread.setDaemon(true);
    thread.start();
  }

  private static void shut(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    entrance.close();
    sockets.forEach(TcpProxy::shut);
  }
}
