package vn.hoinghi.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/**
 * Reads the pages of a folder with a manifest and writes what was read, one JSON line each, for a
 * scorer outside. Arguments: the folder, the file to write.
 */
final class ContentFolder {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private ContentFolder() {}

  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    PageReader reader = PageReader.standard();
    try (PrintWriter out =
        new PrintWriter(Files.newBufferedWriter(Path.of(args[1]), StandardCharsets.UTF_8))) {
      for (String line : Files.readAllLines(folder.resolve("manifest.jsonl"))) {
        if (!line.isBlank()) {
          out.println(MAPPER.writeValueAsString(read(folder, MAPPER.readTree(line), reader)));
        }
      }
    }
  }

  private static ObjectNode read(Path folder, JsonNode entry, PageReader reader)
      throws IOException {
    String file = entry.path("file").asText();
    Capture capture =
        new Capture(
            Files.readAllBytes(folder.resolve(file)),
            file.endsWith(".txt") ? "text/plain" : "text/html",
            null,
            entry.path("url").asText(null),
            entry.hasNonNull("fetched_at")
                ? Instant.parse(entry.path("fetched_at").asText())
                : null,
            entry.hasNonNull("published") ? entry.path("published").asText() : null);
    ObjectNode json = MAPPER.createObjectNode().put("id", entry.path("id").asText());
    try {
      Page page = reader.read(capture);
      json.put("title", page.title()).put("publishedAt", page.publishedAt());
      json.put("publishedFrom", page.publishedFrom()).put("author", page.author());
      json.put("origin", page.origin()).put("language", page.language()).put("text", page.text());
    } catch (UnreadablePageException e) {
      json.put("reason", e.reason().name());
    }
    return json;
  }
}
