package vn.hoinghi.enrich.outlet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A report that says "Tỉnh ủy" means the province of the newspaper that prints it, so a host must
 * lead to its home. The table that ships is {@code outlets.tsv}; a user's own list is laid over it.
 * A host without an entry takes that of the nearest parent domain, for departments and districts
 * publish below their province's name ({@code sonoivu.binhduong.gov.vn}).
 */
public final class OutletRegistry {
  private static final int COLUMNS = 4;
  private final Map<String, Outlet> byHost;

  private OutletRegistry(Map<String, Outlet> byHost) {
    this.byHost = byHost;
  }

  /** The outlets that ship with this version. */
  public static OutletRegistry standard() {
    return Standard.REGISTRY;
  }

  /** A registry in which the given outlets win over those of the same host. */
  public OutletRegistry mergedWith(List<Outlet> own) {
    Map<String, Outlet> merged = new HashMap<>(byHost);
    own.forEach(outlet -> merged.put(hostKey(outlet.host()), outlet));
    return new OutletRegistry(Map.copyOf(merged));
  }

  /**
   * Reads outlets from a JSON array of {@code {"host","name","province","kind"}}; only the host is
   * required.
   *
   * @throws IOException where the file cannot be read or is no such array
   */
  public static List<Outlet> read(Path json) throws IOException {
    JsonNode array = new ObjectMapper().readTree(Files.readAllBytes(json));
    if (array == null || !array.isArray()) {
      throw new IOException(json + ": not a JSON array of outlets");
    }
    List<Outlet> outlets = new ArrayList<>(array.size());
    for (JsonNode entry : array) {
      String host = text(entry, "host");
      if (host == null) {
        throw new IOException(json + ": outlet " + (outlets.size() + 1) + " has no host");
      }
      String name = Objects.requireNonNullElse(text(entry, "name"), host);
      String kind = Objects.requireNonNullElse(text(entry, "kind"), "other");
      outlets.add(new Outlet(hostKey(host), name, text(entry, "province"), kind));
    }
    return List.copyOf(outlets);
  }

  /** The outlet of a host; an unknown host is an outlet of its own name without a province. */
  public Outlet of(String host) {
    String key = hostKey(host);
    for (String at = key; at.indexOf('.') > 0; at = at.substring(at.indexOf('.') + 1)) {
      Outlet outlet = byHost.get(at);
      if (outlet != null) {
        return at.equals(key)
            ? outlet
            : new Outlet(key, outlet.name(), outlet.province(), outlet.kind());
      }
    }
    return new Outlet(key, key, null, "other");
  }

  /** The provinces at home of which an outlet of this kind is known. */
  Set<String> provincesWith(String kind) {
    return byHost.values().stream()
        .filter(outlet -> outlet.kind().equals(kind) && outlet.province() != null)
        .map(Outlet::province)
        .collect(Collectors.toSet());
  }

  private static String text(JsonNode entry, String field) {
    JsonNode value = entry.get(field);
    return value == null || value.isNull() || value.asText().isBlank()
        ? null
        : value.asText().strip();
  }

  private static String hostKey(String host) {
    if (host == null) {
      return "";
    }
    String lower = host.strip().toLowerCase(Locale.ROOT);
    return lower.startsWith("www.") ? lower.substring("www.".length()) : lower;
  }

  /** Loads the table once, and only for those who ask. */
  private static final class Standard {
    static final OutletRegistry REGISTRY = load("outlets.tsv");

    private static OutletRegistry load(String resource) {
      Map<String, Outlet> outlets = new HashMap<>();
      try (var in =
          new BufferedReader(
              new InputStreamReader(
                  Objects.requireNonNull(OutletRegistry.class.getResourceAsStream(resource)),
                  StandardCharsets.UTF_8))) {
        in.lines()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .map(Standard::outlet)
            .forEach(outlet -> outlets.put(outlet.host(), outlet));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return new OutletRegistry(Map.copyOf(outlets));
    }

    private static Outlet outlet(String line) {
      String[] cells = line.split("\t", -1);
      if (cells.length != COLUMNS) {
        throw new IllegalStateException("not " + COLUMNS + " columns: " + line);
      }
      return new Outlet(
          cells[0], cells[1], "-".equals(cells[2]) ? null : cells[2], cells[3].strip());
    }
  }
}
