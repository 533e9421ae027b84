package vn.hoinghi.ingest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import vn.hoinghi.schemas.Reason;

/**
 * JSON Feed 1.0 and 1.1 (jsonfeed.org), token by token: no tree is built of what is not wanted, and
 * nesting ends where Jackson's guard says so.
 */
final class JsonFeed {
  private static final int MAX_DEPTH = 256;
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
          .build();

  private final JsonParser in;
  private final CanonicalUrl url;
  private final List<Links.Link> links = new ArrayList<>();
  private String version = "";
  private String next;
  private int entries;

  private JsonFeed(JsonParser in, CanonicalUrl url) {
    this.in = in;
    this.url = url;
  }

  /**
   * @throws Refused {@link Reason#FEED_NOT_XML} where it is none, {@link Reason#FEED_DEPTH}
   */
  static Links read(String text, CanonicalUrl url) throws Refused {
    try (JsonParser in = JSON.createParser(text)) {
      return new JsonFeed(in, url).read();
    } catch (Refused e) {
      throw e;
    } catch (StreamConstraintsException e) {
      throw new Refused(Reason.FEED_DEPTH, "JSON beyond what is read: " + e.getMessage(), e);
    } catch (IOException | RuntimeException e) {
      throw new Refused(Reason.FEED_NOT_XML, "neither XML nor JSON", e);
    }
  }

  private Links read() throws IOException {
    in.nextToken();
    while (in.nextToken() == JsonToken.FIELD_NAME) {
      String name = in.currentName();
      JsonToken value = in.nextToken();
      if (name.equals("items") && value == JsonToken.START_ARRAY) {
        items();
      } else {
        version = name.equals("version") ? in.getValueAsString("") : version;
        next = name.equals("next_url") ? in.getValueAsString() : next;
        in.skipChildren();
      }
    }
    if (in.currentToken() != JsonToken.END_OBJECT || !version.contains("jsonfeed.org/version/")) {
      throw new Refused(Reason.FEED_NOT_XML, "JSON, but no JSON Feed");
    }
    int behind = Math.max(entries - FeedReader.MAX_ENTRIES, 0);
    return Links.upTo(FeedReader.MAX_ENTRIES, links, behind, Reason.FEED_LIMIT)
        .withNext(FeedReader.page(url, next));
  }

  private void items() throws IOException {
    while (in.nextToken() != JsonToken.END_ARRAY && in.currentToken() != null) {
      boolean wanted = entries++ < FeedReader.MAX_ENTRIES;
      if (wanted && in.currentToken() == JsonToken.START_OBJECT) {
        item();
      } else {
        in.skipChildren();
      }
    }
  }

  private void item() throws IOException {
    String link = null;
    String id = null;
    Instant modified = null;
    while (in.nextToken() == JsonToken.FIELD_NAME) {
      String name = in.currentName();
      in.nextToken();
      link = name.equals("url") ? in.getValueAsString() : link;
      id = name.equals("id") ? in.getValueAsString() : id;
      modified = name.equals("date_modified") ? time(in.getValueAsString()) : modified;
      in.skipChildren();
    }
    boolean idIsAddress = id != null && id.startsWith("http");
    FeedReader.add(links, url, link != null ? link : idIsAddress ? id : null, modified);
  }

  /** RFC 3339; null where it is none. */
  private static Instant time(String text) {
    try {
      return text == null ? null : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException e) {
      return null;
    }
  }
}
