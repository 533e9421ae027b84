package vn.hoinghi.standalone;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Two sites whose sitemaps name what they published over years: of the days before November 2020,
 * of November and December 2020, and later; one page of the range is forbidden by robots.txt. A
 * feed names the newest article and a few old ones.
 */
final class ArchivedSites implements AutoCloseable {
  /** Crawled for good, by its feed. */
  static final String LIVE = "live.example";

  /** Crawled by nobody. */
  static final String ARCHIVE = "archive.example";

  static final int ARTICLES = 200;
  private static final int IN_FEED = 5;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(4);
  private final List<String> asked = new CopyOnWriteArrayList<>();

  private ArchivedSites(HttpServer server) {
    this.server = server;
  }

  static ArchivedSites start() throws IOException {
    InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    var sites = new ArchivedSites(HttpServer.create(new InetSocketAddress(loopback, 0), 0));
    sites.server.createContext("/", sites::answer);
    sites.server.setExecutor(sites.threads);
    sites.server.start();
    return sites;
  }

  /** Section {@code ingest} of a crawler that reads the one of them. */
  String settings(long paceMillis) {
    String at = "=127.0.0.1:" + server.getAddress().getPort();
    return String.join(
        "\n",
        "ingest:",
        "  contact: test@hoinghi.example",
        "  paceMillis: " + paceMillis,
        "  allowAddresses: [127.0.0.1/32]",
        "  resolve: ['" + LIVE + at + "', '" + ARCHIVE + at + "']",
        "  outlets: [{host: " + LIVE + ", scheme: http, feeds: [/rss]}]",
        "");
  }

  /** Addresses of the range, as far as a robot may ask for them. */
  static Set<String> inRange(String host) {
    var all = new TreeSet<String>();
    for (int i = 0; i < ARTICLES; i++) {
      all.add("http://" + host + "/2020/bai-" + i + ".html");
    }
    return all;
  }

  /** Host and path of every request so far. */
  List<String> asked() {
    return List.copyOf(asked);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String host = exchange.getRequestHeaders().getFirst("Host");
    String path = exchange.getRequestURI().getPath();
    asked.add(host + path);
    String base = "http://" + host;
    if (path.equals("/robots.txt")) {
      send(exchange, 200, "text/plain", "User-agent: *\nDisallow: /cam/\n");
    } else if (path.equals("/rss")) {
      send(exchange, 200, "application/rss+xml", feed());
    } else if (path.endsWith(".xml")) {
      send(exchange, 200, "application/xml", sitemap(base, path));
    } else if (path.endsWith(".html")) {
      send(exchange, 200, "text/html; charset=utf-8", page(path));
    } else {
      send(exchange, 404, "text/html", "");
    }
  }

  private static String feed() {
    var items = new StringBuilder("<item><link>/2026/moi.html</link></item>");
    for (int i = 0; i < IN_FEED; i++) {
      items.append("<item><link>/2020/bai-" + i + ".html</link></item>");
    }
    return "<rss version=\"2.0\"><channel><title>t</title><link>/</link><description/>"
        + items
        + "</channel></rss>";
  }

  private static String sitemap(String base, String path) {
    if (path.equals("/sitemap.xml")) {
      return "<sitemapindex>"
          + entry("sitemap", base + "/cu.xml", "2019-12-31")
          + entry("sitemap", base + "/thang-11.xml", "2020-12-02")
          + entry("sitemap", base + "/tu-thang-12.xml", "2026-11-01T10:00:00+07:00")
          + "</sitemapindex>";
    }
    boolean first = path.equals("/thang-11.xml");
    var urls = new StringBuilder(first ? entry("url", base + "/cam/1.html", "2020-11-05") : "");
    for (int i = first ? 0 : ARTICLES / 2; i < (first ? ARTICLES / 2 : ARTICLES); i++) {
      String day = first ? "2020-11-" + (10 + i % 20) : "2020-12-" + (10 + i % 20);
      urls.append(entry("url", base + "/2020/bai-" + i + ".html", day));
      urls.append(entry("url", base + "/2021/bai-" + i + ".html", "2021-01-01"));
    }
    return "<urlset>" + urls + "</urlset>";
  }

  private static String entry(String element, String url, String lastmod) {
    return "<%1$s><loc>%2$s</loc><lastmod>%3$s</lastmod></%1$s>".formatted(element, url, lastmod);
  }

  private static String page(String path) {
    String title = "Hội nghị học tập, quán triệt nghị quyết " + path;
    String text =
        "Ngày 05/11/2020, Ban Thường vụ Huyện ủy tổ chức hội nghị quán triệt nghị quyết " + path;
    return "<html><head><title>"
        + title
        + "</title></head><body><article><h1>"
        + title
        + "</h1>"
        + ("<p>" + text + "</p>").repeat(3)
        + "</article></body></html>";
  }

  private static void send(HttpExchange exchange, int status, String type, String body)
      throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", type);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    try (var out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
