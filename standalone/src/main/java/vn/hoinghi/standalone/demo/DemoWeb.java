package vn.hoinghi.standalone.demo;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.hoinghi.standalone.web.LoopbackWeb;
import vn.hoinghi.standalone.web.WebAccess;

/**
 * A web of simulated outlets on the loopback address.
 *
 * <p>A demonstration that needs the real web shows something else each day and bothers its owners;
 * one that skips HTTP proves nothing about the crawler. So all outlets are served by one small
 * server on 127.0.0.1, and a crawler reaches them by resolving each {@code .example} host to this
 * address and port.
 */
public final class DemoWeb implements AutoCloseable {
  private final LoopbackWeb web;
  private final List<Outlet> outlets;

  private DemoWeb(LoopbackWeb web, List<Outlet> outlets) {
    this.web = web;
    this.outlets = outlets;
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
    Map<String, DemoSite> sites = new LinkedHashMap<>();
    for (Outlet outlet : outlets) {
      sites.put(outlet.host(), new DemoSite(outlet, DemoData.pages(outlet), layouts));
    }
    return new DemoWeb(LoopbackWeb.start(port, sites), outlets);
  }

  /** The TCP port on 127.0.0.1 behind which all outlets are. */
  public int port() {
    return web.port();
  }

  /** The outlets in a fixed order. */
  public List<DemoOutlet> outlets() {
    return outlets.stream().map(Outlet::published).toList();
  }

  /** Every request answered so far, in order of arrival of their answers. */
  public List<WebAccess> accessLog() {
    return web.log();
  }

  /** Stops at once; requests under way are cut. */
  @Override
  public void close() {
    web.close();
  }
}
