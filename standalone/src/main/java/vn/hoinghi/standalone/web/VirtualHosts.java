package vn.hoinghi.standalone.web;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** Answers for every site at once: the Host header says which one is meant. */
final class VirtualHosts implements HttpHandler {
  private static final Pattern PORT = Pattern.compile(":\\d+$");
  private final Map<String, Site> sites;
  private final ScheduledExecutorService later;
  private final Queue<WebAccess> log = new ConcurrentLinkedQueue<>();

  /**
   * @param later sends what is to come late
   */
  VirtualHosts(Map<String, ? extends Site> sites, ScheduledExecutorService later) {
    this.sites = Map.copyOf(sites);
    this.later = later;
  }

  List<WebAccess> log() {
    return List.copyOf(log);
  }

  @Override
  @SuppressWarnings("FutureReturnValueIgnored") // whoever asked sees what became of it
  public void handle(HttpExchange exchange) throws IOException {
    Instant arrived = Instant.now();
    String host = host(exchange.getRequestHeaders());
    String target = target(exchange.getRequestURI());
    Site site = sites.get(host);
    Reply reply = site == null ? Reply.notFound() : site.reply(target);
    int status = status(exchange, reply);
    String agent = Objects.requireNonNullElse(header(exchange, "User-Agent"), "");
    int connection = exchange.getRemoteAddress().getPort();
    int logged = reply.mishap() == Reply.Mishap.CUT ? 0 : status;
    // Written before the answer: who has read the answer also finds it in the log.
    log.add(new WebAccess(host, target, logged, agent, arrived, connection));
    if (reply.delayMillis() == 0) {
      answer(exchange, reply, status);
    } else {
      later.schedule(
          () -> {
            answer(exchange, reply, status);
            return null;
          },
          reply.delayMillis(),
          TimeUnit.MILLISECONDS);
    }
  }

  private static String header(HttpExchange exchange, String name) {
    return exchange.getRequestHeaders().getFirst(name);
  }

  private static String host(Headers headers) {
    String header = Objects.requireNonNullElse(headers.getFirst("Host"), "");
    return PORT.matcher(header).replaceFirst("").toLowerCase(Locale.ROOT);
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
    boolean unchanged =
        reply.unchangedSince(
            header(exchange, "If-None-Match"), header(exchange, "If-Modified-Since"));
    return unchanged ? 304 : reply.status();
  }

  private static void answer(HttpExchange exchange, Reply reply, int status) throws IOException {
    try (exchange) {
      if (reply.mishap() != Reply.Mishap.CUT) {
        send(exchange, reply, status);
      }
    }
  }

  private static void send(HttpExchange exchange, Reply reply, int status) throws IOException {
    setHeaders(exchange.getResponseHeaders(), reply);
    boolean withoutBody = status == 304 || status == 405;
    if (!withoutBody) {
      exchange.getResponseHeaders().set("Content-Type", reply.contentType());
    }
    byte[] body = withoutBody ? new byte[0] : reply.body().get();
    if (body.length == 0 || exchange.getRequestMethod().equals("HEAD")) {
      exchange.sendResponseHeaders(status, -1);
      return;
    }
    exchange.sendResponseHeaders(status, body.length);
    OutputStream out = exchange.getResponseBody();
    out.write(body, 0, reply.mishap() == Reply.Mishap.TRUNCATED ? body.length / 2 : body.length);
    out.flush();
  }

  private static void setHeaders(Headers headers, Reply reply) {
    headers.set("Server", "demo");
    if (reply.location() != null) {
      headers.set("Location", reply.location());
    }
    if (reply.retryAfter() != null) {
      headers.set("Retry-After", reply.retryAfter());
    }
    if (reply.hasValidators()) {
      headers.set("ETag", reply.etag());
      headers.set("Last-Modified", reply.lastModifiedHeader());
      headers.set("Cache-Control", "max-age=0");
    }
  }
}
