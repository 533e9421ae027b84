package vn.hoinghi.standalone.correct;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import vn.hoinghi.avro.Correction;
import vn.hoinghi.avro.CorrectionKind;
import vn.hoinghi.avro.Undo;
import vn.hoinghi.service.ConfigException;

/**
 * A correction as a line of JSON: {@code kind}, {@code articles}, {@code field}, {@code value},
 * {@code author}, {@code reason}, {@code at} (ISO 8601 with zone), and where it is to be known by
 * them {@code id} and {@code undone}.
 */
public final class CorrectionLine {
  private static final ObjectMapper JSON = new ObjectMapper();

  private CorrectionLine() {}

  static String of(Correction c) {
    return json(c).toString();
  }

  public static ObjectNode json(Correction c) {
    ObjectNode json = JSON.createObjectNode();
    json.put("id", c.getCorrectionId()).put("kind", c.getKind().name());
    c.getArticleIds().forEach(json.putArray("articles")::add);
    json.put("field", c.getField()).put("value", c.getValue());
    json.put("author", c.getAuthor()).put("reason", c.getReason());
    json.put("at", c.getAt().toString());
    if (c.getUndone() != null) {
      json.putObject("undone")
          .put("author", c.getUndone().getAuthor())
          .put("reason", c.getUndone().getReason())
          .put("at", c.getUndone().getAt().toString());
    }
    return json;
  }

  /**
   * The corrections of a file.
   *
   * @param articleId what the file calls an article to its id
   * @throws ConfigException with the line that makes no sense
   */
  public static List<Correction> read(Path file, UnaryOperator<String> articleId) {
    var corrections = new ArrayList<Correction>();
    try {
      Instant unsaid = Files.getLastModifiedTime(file).toInstant().truncatedTo(ChronoUnit.MILLIS);
      int number = 0;
      for (String line : Files.readAllLines(file)) {
        number++;
        if (!line.isBlank()) {
          corrections.add(read(file.getFileName() + " line " + number, line, unsaid, articleId));
        }
      }
    } catch (IOException e) {
      throw new ConfigException(file + " cannot be read: " + e, e);
    }
    return corrections;
  }

  private static Correction read(
      String where, String line, Instant unsaid, UnaryOperator<String> articleId) {
    try {
      JsonNode json = JSON.readTree(line);
      var articles = new ArrayList<String>();
      json.path("articles").forEach(a -> articles.add(articleId.apply(a.asText())));
      String value = text(json, "value");
      var correction =
          new Correction(
              required(json, "id", ""),
              CorrectionKind.valueOf(required(json, "kind", null).toUpperCase(Locale.ROOT)),
              articles,
              text(json, "field"),
              value,
              required(json, "author", null),
              required(json, "reason", null),
              time(json, unsaid),
              undo(json.path("undone"), unsaid));
      return Signature.checked(correction);
    } catch (JsonProcessingException e) {
      throw new ConfigException(where + ": no JSON: " + e.getOriginalMessage(), e);
    } catch (IllegalArgumentException | DateTimeException | ConfigException e) {
      throw new ConfigException(where + ": " + e.getMessage(), e);
    }
  }

  private static Undo undo(JsonNode json, Instant unsaid) {
    return json.isObject()
        ? new Undo(
            required(json, "author", null), required(json, "reason", null), time(json, unsaid))
        : null;
  }

  private static Instant time(JsonNode json, Instant unsaid) {
    String at = text(json, "at");
    return at == null ? unsaid : java.time.OffsetDateTime.parse(at).toInstant();
  }

  private static String required(JsonNode json, String field, String otherwise) {
    String text = text(json, field);
    if (text == null && otherwise == null) {
      throw new ConfigException("no " + field);
    }
    return text == null ? otherwise : text;
  }

  private static String text(JsonNode json, String field) {
    JsonNode value = json.path(field);
    return value.isMissingNode() || value.isNull() ? null : value.asText();
  }
}
