package vn.hoinghi.enrich.outlet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import vn.hoinghi.content.Selectors;

/**
 * The user's own outlets: a JSON array of {@code {"host","name","province","kind"}} and, for a site
 * whose pages the rules misread, {@code "selectors": {"title","text","date","author"}}, each a CSS
 * selector. Only the host is required.
 */
final class OutletFile {
  private OutletFile() {}

  static List<Outlet> read(Path json) throws IOException {
    JsonNode array = new ObjectMapper().readTree(Files.readAllBytes(json));
    if (array == null || !array.isArray()) {
      throw new IOException(json + ": not a JSON array of outlets");
    }
    List<Outlet> outlets = new ArrayList<>(array.size());
    for (JsonNode entry : array) {
      try {
        outlets.add(outlet(entry));
      } catch (IllegalArgumentException e) {
        throw new IOException(json + ": outlet " + (outlets.size() + 1) + ": " + e.getMessage(), e);
      }
    }
    return List.copyOf(outlets);
  }

  private static Outlet outlet(JsonNode entry) {
    String host = text(entry, "host");
    if (host == null) {
      throw new IllegalArgumentException("it has no host");
    }
    JsonNode own = entry.path("selectors");
    return new Outlet(
        OutletRegistry.hostKey(host),
        Objects.requireNonNullElse(text(entry, "name"), host),
        text(entry, "province"),
        Objects.requireNonNullElse(text(entry, "kind"), "other"),
        new Selectors(
            text(own, "title"), text(own, "text"), text(own, "date"), text(own, "author")));
  }

  private static String text(JsonNode entry, String field) {
    JsonNode value = entry.get(field);
    return value == null || value.isNull() || value.asText().isBlank()
        ? null
        : value.asText().strip();
  }
}
