package vn.hoinghi.enrich.resolve;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.hoinghi.schemas.ContentIds;
import vn.hoinghi.schemas.TrustedRecords;

/**
 * A folder of articles that people labelled, as the members that a reader without error would make
 * of them: the labels are the mention, the text gives the sketch. So what the resolver gets wrong
 * is its own fault. What labels do not tell (place, part of the day, who was in the chair) stays
 * empty; captures that a newer one of the same address replaced are left out.
 */
final class LabelledSet {
  /** One report of a conference and the label that it shares with those of the same conference. */
  record Labelled(Member member, String cluster) {}

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String CAPTURED = "2026-11-15T00:00:00Z";

  private final Path folder;
  private final Map<String, JsonNode> manifest = new HashMap<>();

  private LabelledSet(Path folder) {
    this.folder = folder;
    lines("manifest.jsonl").forEach(line -> manifest.put(line.path("id").asText(), line));
  }

  /** The reports of conferences in a folder with {@code manifest.jsonl} and {@code gold.jsonl}. */
  static List<Labelled> of(Path folder) {
    TrustedRecords.trust();
    var set = new LabelledSet(folder);
    var reports = new ArrayList<Labelled>();
    for (JsonNode gold : set.lines("gold.jsonl")) {
      if (gold.path("is_conference").asBoolean() && !gold.path("superseded").asBoolean()) {
        reports.add(new Labelled(set.member(gold), gold.path("cluster").asText()));
      }
    }
    return reports;
  }

  private Member member(JsonNode gold) {
    String id = gold.path("id").asText();
    JsonNode entry = manifest.get(id);
    String url = entry.path("url").asText(id);
    String text = text(id, entry);
    String published = gold.path("published").asText(entry.path("published").asText(null));
    Instant captured = Instant.parse(entry.path("fetched_at").asText(CAPTURED));
    return new Member(
        ContentIds.articleId(url),
        "vn",
        url,
        entry.path("outlet").asText(""),
        gold.path("headline").asText(text.lines().findFirst().orElse("")),
        published,
        captured.toEpochMilli(),
        captured.toEpochMilli(),
        null,
        "labels",
        Sketch.of(text),
        Limits.bounded(GoldMention.of(gold)));
  }

  /** The plain text beside a page, or the file itself. */
  private String text(String id, JsonNode entry) {
    Path plain = folder.resolve("texts").resolve(id + ".txt");
    Path file = Files.exists(plain) ? plain : folder.resolve(entry.path("file").asText());
    try {
      return Normalizer.normalize(Files.readString(file), Normalizer.Form.NFC).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<JsonNode> lines(String file) {
    try (var lines = Files.lines(folder.resolve(file))) {
      var read = new ArrayList<JsonNode>();
      for (String line : (Iterable<String>) lines.filter(l -> !l.isBlank())::iterator) {
        read.add(JSON.readTree(line));
      }
      return read;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
