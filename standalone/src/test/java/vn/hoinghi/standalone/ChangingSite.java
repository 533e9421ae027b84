package vn.hoinghi.standalone;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An outlet whose articles a test edits and deletes while it is crawled. Every answer is another:
 * each page counts its readers, shows the time and carries a token.
 */
final class ChangingSite implements AutoCloseable {
  private record Page(int status, String title, String text) {}

  private final HttpServer server;
  private final Map<String, Page> pages = new ConcurrentSkipListMap<>();
  private final Map<String, AtomicInteger> reads = new ConcurrentSkipListMap<>();

  private ChangingSite(HttpServer server) {
    this.server = server;
  }

  static ChangingSite start() throws IOException {
    InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    var site = new ChangingSite(HttpServer.create(new InetSocketAddress(loopback, 0), 0));
    site.server.createContext("/", site::answer);
    site.server.start();
    return site;
  }

  int port() {
    return server.getAddress().getPort();
  }

  void article(String path, String title, String text) {
    reads.putIfAbsent(path, new AtomicInteger());
    pages.put(path, new Page(200, title, text));
  }

  void answers(String path, int status) {
    pages.put(path, new Page(status, "", ""));
  }

  /** How often an article's page was asked for. */
  int reads(String path) {
    return reads.get(path).get();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      if (path.equals("/rss")) {
        send(exchange, 200, "application/rss+xml", feed());
      } else if (pages.containsKey(path)) {
        Page page = pages.get(path);
        String html = html(page, reads.get(path).incrementAndGet());
        send(exchange, page.status(), "text/html; charset=utf-8", html);
      } else {
        send(exchange, 404, "text/plain", "");
      }
    }
  }

  private String feed() {
    var items = new StringBuilder();
    pages.keySet().forEach(path -> items.append("<item><link>" + path + "</link></item>"));
    return "<rss version='2.0'><channel><title>t</title><link>/</link><description>d</description>"
        + items
        + "</channel></rss>";
  }

  private static String html(Page page, int read) {
    return "<html><head><meta name=csrf content=t"
        + read * 7919
        + "></head><body><div id=clock>Thứ Ba, 03/11/2026, 10:"
        + (10 + read % 50)
        + "</div><h1>"
        + page.title()
        + "</h1><div class=content><p>"
        + page.text()
        + "</p></div><p>Lượt xem: "
        + read
        + "</p><div class=comments>Bình luận ("
        + read
        + ")</div></body></html>";
  }

  private static void send(HttpExchange exchange, int status, String type, String body)
      throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    if (bytes.length > 0) {
      exchange.getResponseBody().write(bytes);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
