package vn.hoinghi.standalone.demo;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A web of simulated outlets on the loopback address.
 *
 * <p>A demonstration that needs the real web shows something else each day and bothers its owners;
 * one that skips HTTP proves nothing about the crawler. So all outlets are served by one small
 * server on 127.0.0.1, told apart by the Host header, and a crawler reaches them by resolving each
 * {@code .example} host to this address and port.
 */
public final class DemoWeb implements AutoCloseable {
  private static final int THREADS = 4;

  private final HttpServer server;
  private final ExecutorService threads;
  private final VirtualHosts hosts;
  private final List<Outlet> outlets;

  private DemoWeb(HttpServer server, VirtualHosts hosts, List<Outlet> outlets) {
    this.server = server;
    this.hosts = hosts;
    this.outlets = outlets;
    this.threads =
        Executors.newFixedThreadPool(
            THREADS,
            work -> {
              Thread thread = new Thread(work, "demo-web");
              thread.setDaemon(true);
              return thread;
            });
  }

  /**
   * Starts serving.
   *
   * @param port TCP port on 127.0.0.1; 0 takes a free one
   * @throws IOException where the port cannot be bound
   */
  public static DemoWeb start(int port) throws IOException {
    List<Outlet> outlets = DemoData.outlets();
    Layouts layouts = new Layouts();
    Map<String, Site> sites = new LinkedHashMap<>();
    for (Outlet outlet : outlets) {
      sites.put(outlet.host(), new Site(outlet, DemoData.pages(outlet), layouts));
    }
    VirtualHosts hosts = new VirtualHosts(sites);
    InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    HttpServer server = HttpServer.create(new InetSocketAddress(loopback, port), 0);
    DemoWeb web = new DemoWeb(server, hosts, outlets);
    server.createContext("/", hosts);
    server.setExecutor(web.threads);
    server.start();
    return web;
  }

  /** The TCP port on 127.0.0.1 behind which all outlets are. */
  public int port() {
    return server.getAddress().getPort();
  }

  /** The outlets in a fixed order. */
  public List<DemoOutlet> outlets() {
    return outlets.stream().map(Outlet::published).toList();
  }

  /** Every request answered so far, in order of arrival of their answers. */
  public List<DemoAccess> accessLog() {
    return hosts.log();
  }

  /** Stops at once; requests under way are cut. */
  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
