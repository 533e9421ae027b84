package vn.hoinghi.service;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import vn.hoinghi.schemas.ContractPack;

/**
 * The port on which an app is watched: {@code /livez}, {@code /readyz} (with reasons), {@code
 * /metrics} (Prometheus text), and, read-only, the committed schemas under the paths of a Confluent
 * registry, so that ordinary Kafka tools decode without one.
 */
public final class AdminServer implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(2, AdminServer::thread);

  /**
   * @param server null where no port is open
   */
  private AdminServer(HttpServer server) {
    this.server = server;
  }

  /**
   * Opens the port, or none where the configuration wants none; the caller closes it last, so that
   * the end can be watched too.
   *
   * @throws ConfigException where the port cannot be opened
   */
  public static AdminServer start(
      AdminConfig config, Health health, PrometheusMeterRegistry metrics) {
    if (config.port() < 0) {
      return new AdminServer(null);
    }
    try {
      HttpServer http = HttpServer.create(new InetSocketAddress(config.host(), config.port()), 0);
      var admin = new AdminServer(http);
      http.setExecutor(admin.threads);
      http.createContext("/livez", x -> report(x, health.dead()));
      http.createContext("/readyz", x -> report(x, health.waitingFor()));
      http.createContext(
          "/metrics",
          x -> answer(x, 200, "text/plain; version=0.0.4; charset=utf-8", metrics.scrape()));
      http.createContext("/schemas/ids/", AdminServer::schemaById);
      http.createContext("/subjects", AdminServer::subjects);
      http.start();
      return admin;
    } catch (IOException e) {
      throw new ConfigException(
          "admin port "
              + config.host()
              + ":"
              + config.port()
              + " cannot be opened: "
              + e.getMessage(),
          e);
    }
  }

  /** The port in use; -1 where none is open. */
  public int port() {
    return server == null ? -1 : server.getAddress().getPort();
  }

  @Override
  public void close() {
    if (server != null) {
      server.stop(0);
    }
    threads.shutdownNow();
  }

  private static void report(HttpExchange exchange, Map<String, String> faults) throws IOException {
    String body =
        JSON.writeValueAsString(
            Map.of("status", faults.isEmpty() ? "ok" : "waiting", "reasons", faults));
    answer(exchange, faults.isEmpty() ? 200 : 503, "application/json", body + "\n");
  }

  private static void schemaById(HttpExchange exchange) throws IOException {
    String id = exchange.getRequestURI().getPath().substring("/schemas/ids/".length());
    for (ContractPack.Version v : ContractPack.committed().versions()) {
      if (Integer.toString(v.id()).equals(id)) {
        registryAnswer(exchange, 200, Map.of("schema", v.schema().toString()));
        return;
      }
    }
    registryAnswer(exchange, 404, Map.of("error_code", 40403, "message", "Schema not found"));
  }

  private static void subjects(HttpExchange exchange) throws IOException {
    String[] path = exchange.getRequestURI().getPath().replaceAll("/$", "").split("/", -1);
    var versions = ContractPack.committed().versions();
    if (path.length <= 2) {
      registryAnswer(
          exchange, 200, versions.stream().map(ContractPack.Version::subject).distinct().toList());
      return;
    }
    var ofSubject = versions.stream().filter(v -> v.subject().equals(path[2])).toList();
    if (ofSubject.isEmpty()) {
      registryAnswer(exchange, 404, Map.of("error_code", 40401, "message", "Subject not found"));
    } else if (path.length <= 4) {
      registryAnswer(exchange, 200, ofSubject.stream().map(ContractPack.Version::version).toList());
    } else {
      version(exchange, ofSubject, path[4]);
    }
  }

  private static void version(
      HttpExchange exchange, java.util.List<ContractPack.Version> ofSubject, String wanted)
      throws IOException {
    String number =
        wanted.equals("latest")
            ? Integer.toString(ofSubject.get(ofSubject.size() - 1).version())
            : wanted;
    for (ContractPack.Version v : ofSubject) {
      if (Integer.toString(v.version()).equals(number)) {
        registryAnswer(
            exchange,
            200,
            Map.of(
                "subject",
                v.subject(),
                "version",
                v.version(),
                "id",
                v.id(),
                "schema",
                v.schema().toString()));
        return;
      }
    }
    registryAnswer(exchange, 404, Map.of("error_code", 40402, "message", "Version not found"));
  }

  private static void registryAnswer(HttpExchange exchange, int status, Object body)
      throws IOException {
    answer(
        exchange, status, "application/vnd.schemaregistry.v1+json", JSON.writeValueAsString(body));
  }

  private static void answer(HttpExchange exchange, int status, String type, String body)
      throws IOException {
    try (exchange) {
      if (!exchange.getRequestMethod().equals("GET")) {
        exchange.sendResponseHeaders(405, -1);
        return;
      }
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", type);
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private static Thread thread(Runnable work) {
    var thread = new Thread(work, "admin");
    thread.setDaemon(true);
    return thread;
  }
}
