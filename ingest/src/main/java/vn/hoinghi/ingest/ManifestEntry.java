package vn.hoinghi.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import vn.hoinghi.schemas.Reason;

/**
 * One line of a manifest: a JSON object with {@code file} and, as far as known, {@code id}, {@code
 * url}, {@code outlet}, {@code fetched_at} (ISO 8601; Vietnamese time where it names no zone) and
 * {@code published}. Fields it does not know are left alone.
 *
 * @param id the file without its ending where the line gives none
 * @param fetchedAt null where the line gives none
 */
record ManifestEntry(
    String id, String file, String url, String outlet, Instant fetchedAt, String published) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ZoneId VIETNAM = ZoneOffset.ofHours(7);
  private static final int MAX_CHARS = 4096;

  static ManifestEntry parse(String line) throws Refused {
    JsonNode json;
    try {
      json = JSON.readTree(line);
    } catch (JsonProcessingException e) {
      throw new Refused(Reason.INPUT_MALFORMED, "no JSON: " + e.getOriginalMessage(), e);
    }
    if (json == null || !json.isObject()) {
      throw new Refused(Reason.INPUT_MALFORMED, "no JSON object");
    }
    String file = text(json, "file");
    if (file == null) {
      throw new Refused(Reason.INPUT_MALFORMED, "no file");
    }
    String id = text(json, "id");
    return new ManifestEntry(
        id == null ? FolderSource.withoutEnding(file) : id,
        file,
        text(json, "url"),
        text(json, "outlet"),
        time(text(json, "fetched_at")),
        text(json, "published"));
  }

  private static String text(JsonNode json, String field) throws Refused {
    JsonNode value = json.path(field);
    if (value.isMissingNode() || value.isNull() || value.asText().isBlank()) {
      return null;
    }
    if (!value.isValueNode() || value.asText().length() > MAX_CHARS) {
      throw new Refused(Reason.INPUT_MALFORMED, field + " is no short text");
    }
    return value.asText().strip();
  }

  private static Instant time(String text) throws Refused {
    if (text == null) {
      return null;
    }
    try {
      TemporalAccessor parsed =
          text.length() <= "2026-01-01".length()
              ? LocalDate.parse(text).atStartOfDay(VIETNAM).toOffsetDateTime()
              : DateTimeFormatter.ISO_DATE_TIME.parseBest(
                  text.replace(' ', 'T'), OffsetDateTime::from, LocalDateTime::from);
      Instant instant =
          parsed instanceof LocalDateTime local
              ? local.atZone(VIETNAM).toInstant()
              : Instant.from(parsed);
      return instant.truncatedTo(ChronoUnit.MILLIS);
    } catch (DateTimeException e) {
      throw new Refused(Reason.TS_INVALID, "fetched_at: " + e.getMessage(), e);
    }
  }
}
