package vn.hoinghi.standalone.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The configuration with which the simulated web is crawled, written as a user would write one. */
public record DemoSettings(DemoWeb web) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Writes configuration and registry of outlets; returns the former's file. */
  public Path write(Path scratch) throws IOException {
    Files.createDirectories(scratch);
    Path registry = scratch.resolve("outlets.json");
    JSON.writeValue(registry.toFile(), web.outlets().stream().map(DemoSettings::entry).toList());
    Path config = scratch.resolve("demo.yaml");
    // JSON is YAML too
    JSON.writerWithDefaultPrettyPrinter()
        .writeValue(
            config.toFile(),
            Map.of("ingest", ingest(), "enrich", Map.of("outletsFile", registry.toString())));
    return config;
  }

  private Map<String, Object> ingest() {
    return Map.of(
        "contact", "https://hoinghi.example/demo",
        "paceMillis", 100,
        "allowAddresses", List.of("127.0.0.0/8"),
        "resolve", web.outlets().stream().map(this::found).toList(),
        "outlets", web.outlets().stream().map(DemoSettings::outlet).toList());
  }

  private String found(DemoOutlet outlet) {
    return outlet.host() + "=127.0.0.1:" + web.port();
  }

  private static Map<String, Object> entry(DemoOutlet outlet) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("host", outlet.host());
    entry.put("name", outlet.name());
    entry.put("province", outlet.province());
    entry.put("kind", outlet.kind());
    return entry;
  }

  private static Map<String, Object> outlet(DemoOutlet outlet) {
    Map<String, Object> entry = entry(outlet);
    entry.put("feeds", outlet.feeds());
    entry.put("sitemaps", outlet.sitemaps());
    entry.put("scheme", "http");
    return entry;
  }
}
