package vn.hoinghi.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A batch that reads the web and archives, against a server on loopback that is not always nice.
 */
class BatchSourcesIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TEXT =
      "<html><head><title>Hội nghị quán triệt nghị quyết</title></head><body><article>"
          + "<h1>Hội nghị quán triệt nghị quyết</h1><p>Sáng 18/2/2025, Ban Thường vụ Tỉnh ủy Hà Tĩnh"
          + " tổ chức hội nghị học tập, quán triệt nghị quyết của Đảng (bài số %s). Dự hội nghị có"
          + " gần 9.000 đại biểu tại 214 điểm cầu.</p></article></body></html>";

  @TempDir Path dir;
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private HttpServer server;
  private String printed;

  @BeforeEach
  void aSite() throws IOException {
    InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    server = HttpServer.create(new InetSocketAddress(loopback, 0), 50);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
    Files.writeString(
        dir.resolve("hoinghi.yaml"),
        "ingest:\n  paceMillis: 10\n  limits: {totalMillis: 5000, slowWindowMillis: 2000}\n");
  }

  @AfterEach
  void close() {
    closing.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  @Test
  void everythingThatIsTriedHasOneLineAndEveryInputStandsInTheLedger() throws IOException {
    Path list = dir.resolve("addresses");
    List<String> addresses =
        List.of(
            "http://bao.example/bai/1",
            "http://bao.example/bai/1?utm_source=x",
            "http://bao.example/hang",
            "http://bao.example/kin/1",
            "http://bao.example/khong",
            "http://bao.example/noi-bo",
            "http://10.1.2.3/",
            "ftp://bao.example/x",
            "không phải địa chỉ");
    Files.write(list, addresses);
    Files.writeString(
        list, "\n# for people\nhttp://bao.example/hang\n", java.nio.file.StandardOpenOption.APPEND);
    Path warc = archive();

    int code =
        batch(
            "--urls",
            list.toString(),
            "--warc",
            warc.toString(),
            "--web",
            "http://moi.example/",
            "--resolve",
            place("moi.example"),
            "--resolve",
            place("bao.example"));

    assertThat(code).as(printed).isZero();
    Map<String, JsonNode> tried = outcomes();
    assertThat(tried.keySet()).containsAll(addresses);
    assertThat(tried.get("http://bao.example/bai/1").toString())
        .contains("\"outcome\":\"PUBLISHED\",\"reason\":null,\"status\":200,\"bytes\":");
    assertThat(reasons(tried, addresses.subList(2, addresses.size())))
        .containsExactly(
            "FETCH_DEADLINE",
            "ROBOTS_DISALLOWED",
            "FETCH_STATUS_4XX",
            "FETCH_REDIRECT_BLOCKED",
            "FETCH_BLOCKED_ADDRESS",
            "FETCH_SCHEME",
            "URL_INVALID");
    assertThat(tried.get("http://bao.example/hang").get("millis").asLong())
        .isBetween(4_500L, 10_000L);
    assertThat(reasons(tried, List.of("http://moi.example/bai/11", "http://cu.example/2021")))
        .containsOnly("null");
    JsonNode damage = tried.get("file:" + warc);
    assertThat(damage.get("outcome").asText()).isEqualTo("LISTED");
    assertThat(damage.get("passed").get("warcinfo").asInt()).isEqualTo(1);
    assertThat(reasons(tried, List.of("http://cu.example/lon")))
        .containsExactly("FETCH_MEDIA_TYPE");
    // where a feed might have been and is none, nothing has failed
    assertThat(tried.get("http://moi.example/feed").toString())
        .contains("\"outcome\":\"GONE\",\"reason\":null,\"status\":404");
    assertThat(printed).contains("17 inputs").doesNotContain("!");
    assertThat(asked).doesNotContain("bao.example/kin/1").contains("moi.example/rss");
    assertThat(asked.stream().filter("bao.example/hang"::equals)).hasSize(1);
  }

  @Test
  void addressesComeFromStandardInputToo() throws IOException {
    var before = System.in;
    System.setIn(
        new ByteArrayInputStream("http://bao.example/bai/5\n".getBytes(StandardCharsets.UTF_8)));
    try {
      assertThat(batch("--urls", "-", "--resolve", place("bao.example"))).as(printed).isZero();
    } finally {
      System.setIn(before);
    }
    assertThat(outcomes()).containsOnlyKeys("http://bao.example/bai/5");
  }

  @Test
  void whereNothingComesTheBatchHasFailed() throws IOException {
    Path list = Files.writeString(dir.resolve("addresses"), "http://bao.example/khong\n");

    assertThat(batch("--urls", list.toString(), "--resolve", place("bao.example"))).isOne();
    assertThat(printed).contains("1 inputs", "1 dropped  {FETCH_STATUS_4XX=1}", "nothing came");
  }

  @Test
  void optionsThatMakeNoSenseAreRefusedBeforeAnythingIsStarted() {
    assertThat(run("batch")).isEqualTo(2);
    assertThat(printed).contains("--in, --warc, --urls or --web");
    assertThat(run("batch", "--urls", dir.resolve("none").toString())).isEqualTo(2);
    assertThat(run("batch", "--manifest", "m", "--web", "http://a.example")).isEqualTo(2);
    assertThat(run("batch", "--web", "http://a.example", "--allow-address", "10.0.0.0/99"))
        .isEqualTo(2);
    assertThat(run("batch", "--web", "http://a.example", "--resolve", "a.example")).isEqualTo(2);
    assertThat(run("batch", "--web", "http://a.example", "--retries", "-1")).isEqualTo(2);
  }

  private Path archive() throws IOException {
    var parts = new ArrayList<byte[]>();
    parts.add(ArchiveRecords.record("warcinfo", "", "software: x\r\n"));
    parts.add(
        ArchiveRecords.response(
            "http://cu.example/2021", "text/html; charset=utf-8", TEXT.formatted("cũ")));
    parts.add(ArchiveRecords.response("http://cu.example/lon", "image/png", "x"));
    parts.add("###".getBytes(StandardCharsets.US_ASCII));
    parts.add(
        ArchiveRecords.response(
            "http://cu.example/2022", "text/html; charset=utf-8", TEXT.formatted("cũ 2")));
    Path file = dir.resolve("cu.warc.gz");
    try (var out = Files.newOutputStream(file)) {
      for (byte[] part : parts) {
        out.write(part);
      }
    }
    return file;
  }

  private void answer(HttpExchange exchange) throws IOException {
    String host = exchange.getRequestHeaders().getFirst("Host");
    String path = exchange.getRequestURI().getPath();
    asked.add(host + path);
    if (path.equals("/robots.txt")) {
      send(exchange, 200, "text/plain", "User-agent: *\nDisallow: /kin\n");
    } else if (path.equals("/hang")) {
      hang();
    } else if (path.equals("/noi-bo")) {
      exchange.getResponseHeaders().set("Location", "http://10.0.0.1/");
      send(exchange, 302, "text/html", "");
    } else if (path.equals("/rss")) {
      send(exchange, 200, "application/rss+xml", feed());
    } else if (path.startsWith("/bai/")) {
      send(exchange, 200, "text/html; charset=utf-8", TEXT.formatted(path));
    } else {
      send(exchange, 404, "text/html", "no");
    }
  }

  private void hang() {
    try {
      closing.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String feed() {
    var items = new StringBuilder();
    for (int i = 10; i < 14; i++) {
      items.append("<item><title>t</title><link>/bai/").append(i).append("</link></item>");
    }
    return "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>t</title><link>/</link>"
        + "<description>d</description>"
        + items
        + "</channel></rss>";
  }

  private static void send(HttpExchange exchange, int status, String type, String text)
      throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    try (var out = exchange.getResponseBody()) {
      out.write(body);
    }
  }

  private String place(String host) {
    return host + "=127.0.0.1:" + server.getAddress().getPort();
  }

  private int batch(String... words) {
    var all = new ArrayList<String>(List.of("batch"));
    all.addAll(List.of(words));
    all.addAll(
        List.of(
            "--allow-address",
            "127.0.0.0/8",
            "--config",
            dir.resolve("hoinghi.yaml").toString(),
            "--outcomes-out",
            dir.resolve("outcomes.jsonl").toString()));
    return run(all.toArray(String[]::new));
  }

  private int run(String... words) {
    var text = new StringWriter();
    var out = new PrintWriter(text);
    int code = Hoinghi.commandLine().setOut(out).setErr(out).execute(words);
    printed = text.toString();
    return code;
  }

  private Map<String, JsonNode> outcomes() throws IOException {
    Map<String, JsonNode> lines = new TreeMap<>();
    for (String line : Files.readAllLines(dir.resolve("outcomes.jsonl"))) {
      JsonNode json = JSON.readTree(line);
      JsonNode before = lines.put(json.get("url").asText(), json);
      boolean part = json.has("from") && json.get("url").asText().startsWith("file:");
      assertThat(before == null || part).as(line).isTrue();
    }
    return lines;
  }

  private static List<String> reasons(Map<String, JsonNode> tried, List<String> urls) {
    return urls.stream()
        .map(url -> tried.containsKey(url) ? tried.get(url).get("reason").asText() : "not tried")
        .toList();
  }
}
