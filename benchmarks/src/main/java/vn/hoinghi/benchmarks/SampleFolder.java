package vn.hoinghi.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.hoinghi.content.Capture;

/**
 * Any folder of pages or texts can be measured. Beside it may stand {@code manifest.jsonl}, which
 * tells addresses and hours of capture, and {@code texts/NAME.txt}, the text that a reader sees; a
 * {@code NAME.expected} in the folder, as the project's own fixtures have it, serves as well.
 */
final class SampleFolder {
  private static final Instant CAPTURED = Instant.parse("2026-11-22T02:30:00Z");
  private final Path folder;
  private final Map<String, JsonNode> manifest = new HashMap<>();

  private SampleFolder(Path folder) {
    this.folder = folder.toAbsolutePath().normalize();
  }

  /** All pages and texts below the folder, ordered by name. */
  static List<Sample> read(Path folder) throws IOException {
    return new SampleFolder(folder).samples();
  }

  private List<Sample> samples() throws IOException {
    readManifest(folder.resolveSibling("manifest.jsonl"));
    readManifest(folder.resolve("manifest.jsonl"));
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> wanted =
          files
              .filter(file -> isPage(file) || file.getFileName().toString().endsWith(".txt"))
              .sorted()
              .collect(Collectors.toList());
      Sample[] samples = new Sample[wanted.size()];
      for (int i = 0; i < samples.length; i++) {
        samples[i] = sample(wanted.get(i));
      }
      return List.of(samples);
    }
  }

  private Sample sample(Path file) throws IOException {
    String name = stem(file);
    boolean html = isPage(file);
    byte[] body = Files.readAllBytes(file);
    JsonNode entry = manifest.get(name);
    Instant at =
        entry != null && entry.hasNonNull("fetched_at")
            ? Instant.parse(entry.path("fetched_at").asText())
            : CAPTURED;
    String url = entry == null ? null : entry.path("url").asText(null);
    Capture capture = new Capture(body, html ? "text/html" : "text/plain", null, url, at, null);
    String source = new String(body, StandardCharsets.UTF_8);
    return new Sample(name, html, source, capture, html ? gold(file, name) : null);
  }

  private String gold(Path page, String name) throws IOException {
    Path text = folder.resolveSibling("texts").resolve(name + ".txt");
    if (Files.exists(text)) {
      return Files.readString(text);
    }
    Path expected = page.resolveSibling(name + ".expected");
    return Files.exists(expected) ? ofExpected(Files.readAllLines(expected)) : null;
  }

  /** "title: ..." and other fields, a blank line, the paragraphs. */
  private static String ofExpected(List<String> lines) {
    int blank = lines.indexOf("");
    String title =
        lines.stream().filter(l -> l.startsWith("title: ")).findFirst().orElse("title: ");
    return title.substring("title: ".length())
        + "\n"
        + String.join("\n", lines.subList(blank + 1, lines.size()));
  }

  private void readManifest(Path file) throws IOException {
    if (!Files.exists(file)) {
      return;
    }
    ObjectMapper mapper = new ObjectMapper();
    for (String line : Files.readAllLines(file)) {
      if (!line.isBlank()) {
        JsonNode entry = mapper.readTree(line);
        manifest.put(stem(Path.of(entry.path("file").asText())), entry);
      }
    }
  }

  private static boolean isPage(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(".html") || name.endsWith(".htm");
  }

  private static String stem(Path file) {
    String name = file.getFileName().toString();
    int dot = name.lastIndexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
  }
}
