package vn.hoinghi.standalone;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A site that answers until it is shut. */
final class ShutterSite implements AutoCloseable {
  private static final int PAGES = 60;

  private final HttpServer server;
  private volatile boolean shut;

  ShutterSite() throws IOException {
    var loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    server = HttpServer.create(new InetSocketAddress(loopback, 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  Path config(Path dir) throws IOException {
    return SourceHealthIT.config(
        dir,
        Map.of(
            "contact",
            "test@shutter.example",
            "paceMillis",
            5,
            "revisitMillis",
            50,
            "backoffMillis",
            50,
            "allowAddresses",
            List.of("127.0.0.0/8"),
            "resolve",
            List.of("shutter.example=127.0.0.1:" + server.getAddress().getPort()),
            "outlets",
            List.of(
                Map.of("host", "shutter.example", "scheme", "http", "feeds", List.of("/rss")))));
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    boolean feed = path.equals("/rss");
    byte[] body = (feed ? feed() : page(path)).getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", feed ? "text/xml" : "text/html");
    int status = path.equals("/robots.txt") ? 404 : shut ? 403 : 200;
    exchange.sendResponseHeaders(status, body.length);
    try (var out = exchange.getResponseBody()) {
      out.write(body);
    }
  }

  private static String feed() {
    return IntStream.range(0, PAGES)
        .mapToObj(i -> "<item><title>t</title><link>/" + i + ".html</link></item>")
        .collect(
            Collectors.joining(
                "",
                "<rss version=\"2.0\"><channel><title>t</title><link>/</link><description>d</description>",
                "</channel></rss>"));
  }

  private static String page(String path) {
    return "<html><title>" + path + "</title><p>Hội nghị " + path + "</p></html>";
  }

  /** From now on it says 403 to everything but its robots.txt. */
  void shut() {
    shut = true;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
