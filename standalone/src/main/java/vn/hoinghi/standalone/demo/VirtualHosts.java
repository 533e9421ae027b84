package vn.hoinghi.standalone.demo;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Answers for every site at once: the Host header says which one is meant. */
final class VirtualHosts implements HttpHandler {
  private final Map<String, Site> sites;
  private final Queue<DemoAccess> log = new ConcurrentLinkedQueue<>();

  VirtualHosts(Map<String, Site> sites) {
    this.sites = Map.copyOf(sites);
  }

  List<DemoAccess> log() {
    return List.copyOf(log);
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Instant arrived = Instant.now();
      String host = host(exchange.getRequestHeaders());
      String target = target(exchange.getRequestURI());
      Site site = sites.get(host);
      Reply reply = site == null ? Reply.notFound() : site.reply(target);
      int status = status(exchange, reply);
      String agent = exchange.getRequestHeaders().getFirst("User-Agent");
      // Written before the answer: who has read the answer also finds it in the log.
      log.add(new DemoAccess(host, target, status, Objects.requireNonNullElse(agent, ""), arrived));
      send(exchange, reply, status);
    }
  }

  private static String host(Headers headers) {
    String header = Objects.requireNonNullElse(headers.getFirst("Host"), "");
    return header.replaceFirst(":\\d+$", "").toLowerCase(Locale.ROOT);
  }

  private static String target(URI uri) {
    return uri.getRawQuery() == null
        ? uri.getRawPath()
        : uri.getRawPath() + "?" + uri.getRawQuery();
  }

  private static int status(HttpExchange exchange, Reply reply) {
    String method = exchange.getRequestMethod();
    if (!method.equals("GET") && !method.equals("HEAD")) {
      return 405;
    }
    Headers asked = exchange.getRequestHeaders();
    boolean unchanged =
        reply.unchangedSince(asked.getFirst("If-None-Match"), asked.getFirst("If-Modified-Since"));
    return unchanged ? 304 : reply.status();
  }

  private static void send(HttpExchange exchange, Reply reply, int status) throws IOException {
    Headers headers = exchange.getResponseHeaders();
    headers.set("Server", "demo");
    if (reply.location() != null) {
      headers.set("Location", reply.location());
    }
    if (reply.hasValidators()) {
      headers.set("ETag", reply.etag());
      headers.set("Last-Modified", reply.lastModifiedHeader());
      headers.set("Cache-Control", "max-age=0");
    }
    boolean bodyless =
        status == 304
            || status == 405
            || reply.isEmpty()
            || exchange.getRequestMethod().equals("HEAD");
    if (status != 304 && status != 405) {
      headers.set("Content-Type", reply.contentType());
    }
    exchange.sendResponseHeaders(status, bodyless ? -1 : reply.length());
    if (!bodyless) {
      reply.writeTo(exchange.getResponseBody());
    }
  }
}
