package vn.hoinghi.standalone.web;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;

/**
 * Any number of sites behind one small server on 127.0.0.1, told apart by the Host header. A
 * crawler reaches them by resolving each host to this address and port, or by taking it for a
 * proxy.
 */
public final class LoopbackWeb implements AutoCloseable {
  private static final int THREADS = 4;

  static {
    // Headers and body leave in two writes: with Nagle's algorithm each page would wait 40 ms for
    // an acknowledgement. And every host keeps a connection.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    System.setProperty("sun.net.httpserver.maxIdleConnections", "2000");
  }

  private final HttpServer server;
  private final VirtualHosts hosts;
  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, daemons());
  private final ScheduledExecutorService later;

  private LoopbackWeb(int port, Map<String, ? extends Site> sites) throws IOException {
    later = Executors.newSingleThreadScheduledExecutor(daemons());
    hosts = new VirtualHosts(sites, later);
    InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    server = HttpServer.create(new InetSocketAddress(loopback, port), 0);
    server.createContext("/", hosts);
    server.setExecutor(threads);
  }

  /**
   * Starts serving.
   *
   * @param port TCP port on 127.0.0.1; 0 takes a free one
   * @param sites by host, lower case
   * @throws IOException where the port cannot be bound
   */
  public static LoopbackWeb start(int port, Map<String, ? extends Site> sites) throws IOException {
    var web = new LoopbackWeb(port, sites);
    web.server.start();
    return web;
  }

  private static ThreadFactory daemons() {
    return work -> {
      Thread thread = new Thread(work, "loopback-web");
      thread.setDaemon(true);
      return thread;
    };
  }

  /** The TCP port on 127.0.0.1 behind which all sites are. */
  public int port() {
    return server.getAddress().getPort();
  }

  /** Every request answered so far, in order of arrival of their answers. */
  public List<WebAccess> log() {
    return hosts.log();
  }

  /** Stops at once; requests under way are cut. */
  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
    later.shutdownNow();
  }
}
