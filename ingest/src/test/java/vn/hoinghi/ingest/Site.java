package vn.hoinghi.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Headers;

/** One outlet on loopback: pages by path, a log of what was asked, whatever host it is asked as. */
final class Site implements AutoCloseable {
  private final MockWebServer server = new MockWebServer();
  private final Map<String, Function<RecordedRequest, MockResponse>> pages =
      new ConcurrentHashMap<>();
  private final List<RecordedRequest> log = new CopyOnWriteArrayList<>();

  Site() {
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            log.add(request);
            return pages
                .getOrDefault(request.getTarget(), r -> new MockResponse(404, Headers.of(), ""))
                .apply(request);
          }
        });
    server.setServerSocketFactory(new PromptSockets());
    try {
      server.start(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int port() {
    return server.getPort();
  }

  Site page(String path, String html) {
    return answers(path, 200, "text/html; charset=utf-8", html);
  }

  Site feed(String path, String... links) {
    var items = new StringBuilder();
    for (String link : links) {
      items.append("<item><title>t</title><link>").append(link).append("</link></item>");
    }
    return answers(
        path,
        200,
        "application/rss+xml",
        "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>t</title><link>/</link>"
            + "<description>d</description>"
            + items
            + "</channel></rss>");
  }

  Site answers(String path, int status, String type, String body) {
    pages.put(path, r -> new MockResponse(status, Headers.of("Content-Type", type), body));
    return this;
  }

  Site redirects(String path, String to) {
    pages.put(path, r -> new MockResponse(302, Headers.of("Location", to), ""));
    return this;
  }

  Site on(String path, Function<RecordedRequest, MockResponse> answer) {
    pages.put(path, answer);
    return this;
  }

  /** Paths in the order in which they were asked for. */
  List<String> asked() {
    return log.stream().map(RecordedRequest::getTarget).toList();
  }

  List<RecordedRequest> requests(String path) {
    return log.stream().filter(r -> r.getTarget().equals(path)).toList();
  }

  @Override
  public void close() {
    server.close();
  }
}
