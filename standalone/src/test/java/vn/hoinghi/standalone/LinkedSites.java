package vn.hoinghi.standalone;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/**
 * A ring of sites that write of each other: each lists articles of its own, articles of the next
 * one, and addresses that redirect to the next one, which lists none of these itself.
 */
final class LinkedSites implements AutoCloseable {
  private static final String PARAGRAPH =
      "Sáng nay, Ban Thường vụ Huyện ủy tổ chức hội nghị trực tuyến quán triệt nghị quyết. ";

  private final int sites;
  private final int each;
  private final int bodyChars;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(8);
  private final List<String> asked = new CopyOnWriteArrayList<>();

  private LinkedSites(int sites, int each, int bodyChars) throws IOException {
    this.sites = sites;
    this.each = each;
    this.bodyChars = bodyChars;
    this.server =
        HttpServer.create(
            new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), 0);
    server.createContext("/", this::answer);
    server.setExecutor(threads);
    server.start();
  }

  /**
   * @param each articles that a site has of each kind
   * @param bodyChars least length of an article's page
   */
  static LinkedSites start(int sites, int each, int bodyChars) throws IOException {
    return new LinkedSites(sites, each, bodyChars);
  }

  /** Section {@code ingest} of a configuration that reads all of them. */
  String settings(long paceMillis) {
    int port = server.getAddress().getPort();
    var resolve = new ArrayList<String>();
    var outlets = new ArrayList<String>();
    for (int i = 0; i < sites; i++) {
      resolve.add("\"" + host(i) + "=127.0.0.1:" + port + "\"");
      outlets.add("{host: " + host(i) + ", scheme: http, feeds: [/rss]}");
    }
    return String.join(
        "\n",
        "ingest:",
        "  contact: test@hoinghi.example",
        "  paceMillis: " + paceMillis,
        "  allowAddresses: [127.0.0.1/32]",
        "  resolve: [" + String.join(", ", resolve) + "]",
        "  outlets: [" + String.join(", ", outlets) + "]",
        "");
  }

  /** Addresses of all articles, however they are found. */
  Set<String> articles() {
    var all = new TreeSet<String>();
    for (int i = 0; i < sites; i++) {
      int next = (i + 1) % sites;
      for (int n = 0; n < each; n++) {
        all.add("http://" + host(i) + "/own-" + n + ".html");
        all.add("http://" + host(next) + "/listed-" + n + ".html");
        all.add("http://" + host(next) + "/led-" + n + ".html");
      }
    }
    return all;
  }

  /** Host and path of every request so far. */
  List<String> asked() {
    return List.copyOf(asked);
  }

  private static String host(int site) {
    return "site" + site + ".example";
  }

  private void answer(HttpExchange exchange) throws IOException {
    String host = exchange.getRequestHeaders().getFirst("Host");
    String path = exchange.getRequestURI().getPath();
    asked.add(host + path);
    int site = Integer.parseInt(host.replaceAll("\\D", ""));
    String next = "http://" + host((site + 1) % sites);
    if (path.equals("/rss")) {
      send(exchange, 200, "application/rss+xml", feed(next));
    } else if (path.startsWith("/away-")) {
      exchange.getResponseHeaders().add("Location", next + path.replace("away", "led"));
      send(exchange, 302, "text/html", "");
    } else if (path.endsWith(".html")) {
      send(exchange, 200, "text/html; charset=utf-8", page(host + path));
    } else {
      send(exchange, 404, "text/html", "");
    }
  }

  private String feed(String next) {
    var items = new StringBuilder();
    IntStream.range(0, each)
        .forEach(
            n -> {
              for (String link : List.of("/own-", next + "/listed-", "/away-")) {
                items.append("<item><title>t</title><link>" + link + n + ".html</link></item>");
              }
            });
    return "<rss version=\"2.0\"><channel><title>t</title><link>/</link><description/>"
        + items
        + "</channel></rss>";
  }

  private String page(String name) {
    String title = "Hội nghị quán triệt nghị quyết " + name;
    String text = PARAGRAPH.repeat(bodyChars / PARAGRAPH.length() + 3);
    return "<html><head><title>"
        + title
        + "</title></head><body><article><h1>"
        + title
        + "</h1><p>"
        + text
        + name
        + "</p></article></body></html>";
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
