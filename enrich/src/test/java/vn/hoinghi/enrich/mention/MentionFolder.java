package vn.hoinghi.enrich.mention;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.hoinghi.content.Capture;
import vn.hoinghi.content.Page;
import vn.hoinghi.content.PageReader;
import vn.hoinghi.content.UnreadablePageException;
import vn.hoinghi.enrich.outlet.Outlet;
import vn.hoinghi.enrich.outlet.OutletRegistry;
import vn.hoinghi.schemas.ContractJson;

/**
 * A developer's tool: reads a folder of labelled articles without Kafka and writes what the scorer
 * compares, a line an article.
 *
 * <p>Arguments: a folder with {@code manifest.jsonl}; an outlets file or "-"; the output; and
 * optionally "texts": the plain texts beside the pages are read, with the publication day of {@code
 * gold.jsonl}.
 */
final class MentionFolder {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path folder;
  private final OutletRegistry outlets;
  private final boolean texts;
  private final Map<String, JsonNode> gold = new HashMap<>();

  private MentionFolder(Path folder, OutletRegistry outlets, boolean texts) throws IOException {
    this.folder = folder;
    this.outlets = outlets;
    this.texts = texts;
    for (JsonNode line : lines(folder.resolve("gold.jsonl"))) {
      gold.put(line.path("id").asText(), line);
    }
  }

  public static void main(String[] args) throws IOException {
    OutletRegistry outlets = OutletRegistry.standard();
    if (!args[1].equals("-")) {
      outlets = outlets.mergedWith(OutletRegistry.read(Path.of(args[1])));
    }
    MentionFolder tool =
        new MentionFolder(Path.of(args[0]), outlets, args.length > 3 && args[3].equals("texts"));
    tool.write(Path.of(args[2]));
  }

  private static List<JsonNode> lines(Path file) throws IOException {
    if (!Files.exists(file)) {
      return List.of();
    }
    try (var lines = Files.lines(file)) {
      return lines.filter(line -> !line.isBlank()).map(MentionFolder::parse).toList();
    }
  }

  private static JsonNode parse(String line) {
    try {
      return JSON.readTree(line);
    } catch (IOException e) {
      throw new IllegalArgumentException(line, e);
    }
  }

  private void write(Path out) throws IOException {
    try (BufferedWriter writer = Files.newBufferedWriter(out)) {
      for (JsonNode entry : lines(folder.resolve("manifest.jsonl"))) {
        writer.write(JSON.writeValueAsString(line(entry)));
        writer.newLine();
      }
    }
  }

  private ObjectNode line(JsonNode entry) throws IOException {
    String id = entry.path("id").asText();
    ObjectNode json = JSON.createObjectNode();
    json.put("id", id).put("url", entry.path("url").asText(null));
    ArticleText article;
    try {
      article = texts ? text(id, entry) : page(entry);
    } catch (UnreadablePageException e) {
      return json.put("reason", e.getMessage()).putNull("conference").putNull("eventId");
    }
    Reading reading = MentionReader.standard().read(article);
    json.put("title", article.title());
    json.put("publishedAt", article.publishedAt());
    json.put("text", article.text());
    json.set(
        "conference", reading.mention() == null ? null : ContractJson.mention(reading.mention()));
    json.put("reason", reading.reason() == null ? null : reading.reason().name());
    json.put("because", reading.because());
    return json.putNull("eventId");
  }

  private ArticleText text(String id, JsonNode entry) throws IOException {
    Path file = folder.resolve("texts").resolve(id + ".txt");
    if (!Files.exists(file)) {
      file = folder.resolve(entry.path("file").asText());
    }
    String text =
        Normalizer.normalize(Files.readString(file), Normalizer.Form.NFC)
            .replaceAll("\\s*\\n\\s*", "\n")
            .strip();
    String published = gold.containsKey(id) ? gold.get(id).path("published").asText(null) : null;
    return new ArticleText(
        text.lines().findFirst().orElse(""), text, published, fetched(entry), outlet(entry));
  }

  private ArticleText page(JsonNode entry) throws IOException, UnreadablePageException {
    String file = entry.path("file").asText();
    Page page = PageReader.standard().read(capture(entry, file));
    return new ArticleText(
        page.title(), page.text(), page.publishedAt(), fetched(entry), outlet(entry));
  }

  private Capture capture(JsonNode entry, String file) throws IOException {
    byte[] body = Files.readAllBytes(folder.resolve(file));
    String type = file.toLowerCase(Locale.ROOT).endsWith(".txt") ? "text/plain" : "text/html";
    return new Capture(
        body,
        type,
        null,
        entry.path("url").asText(null),
        fetched(entry),
        entry.path("published").asText(null));
  }

  private static Instant fetched(JsonNode entry) {
    return Instant.parse(entry.path("fetched_at").asText("2026-11-15T00:00:00Z"));
  }

  private Outlet outlet(JsonNode entry) {
    String host = entry.path("outlet").asText(null);
    return host == null ? null : outlets.of(host);
  }
}
