package vn.hoinghi.enrich.outlet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vn.hoinghi.content.KnownOutlet;

/**
 * A report that says "Tỉnh ủy" means the province of the newspaper that prints it, so a host must
 * lead to its home. The table that ships is that of {@link KnownOutlet}; a user's own list is laid
 * over it. A host without an entry takes that of the nearest parent domain, for departments and
 * districts publish below their province's name ({@code sonoivu.binhduong.gov.vn}); one that has
 * none either may tell by its form ({@code tinhuyhagiang.vn}).
 */
public final class OutletRegistry {
  private final Map<String, Outlet> byHost;
  private final HostForms forms;

  private OutletRegistry(Map<String, Outlet> byHost, HostForms forms) {
    this.byHost = byHost;
    this.forms = forms;
  }

  /** The outlets that ship with this version. */
  public static OutletRegistry standard() {
    return Standard.REGISTRY;
  }

  /** A registry in which the given outlets win over those of the same host. */
  public OutletRegistry mergedWith(List<Outlet> own) {
    Map<String, Outlet> merged = new HashMap<>(byHost);
    own.forEach(outlet -> merged.put(hostKey(outlet.host()), outlet));
    return new OutletRegistry(Map.copyOf(merged), forms);
  }

  /**
   * Reads outlets from a JSON array of {@code {"host","name","province","kind","selectors"}}; only
   * the host is required, and {@code selectors} holds any of the CSS selectors {@code
   * "title","text","date","author"}.
   *
   * @throws IOException where the file cannot be read, is no such array or has a wrong selector
   */
  public static List<Outlet> read(Path json) throws IOException {
    return OutletFile.read(json);
  }

  /** The outlet of a host; an unknown host is an outlet of its own name without a province. */
  public Outlet of(String host) {
    String key = hostKey(host);
    for (String at = key; at.indexOf('.') > 0; at = at.substring(at.indexOf('.') + 1)) {
      Outlet outlet = byHost.get(at);
      if (outlet != null) {
        return at.equals(key) ? outlet : outlet.at(key);
      }
    }
    Outlet formed = forms.of(key);
    return formed == null ? new Outlet(key, key, null, "other") : formed;
  }

  /** The provinces at home of which an outlet of this kind is known. */
  Set<String> provincesWith(String kind) {
    return byHost.values().stream()
        .filter(outlet -> outlet.kind().equals(kind) && outlet.province() != null)
        .map(Outlet::province)
        .collect(Collectors.toSet());
  }

  static String hostKey(String host) {
    return host == null ? "" : KnownOutlet.key(host);
  }

  /** Loads the table once, and only for those who ask. */
  private static final class Standard {
    static final OutletRegistry REGISTRY = load();

    private static OutletRegistry load() {
      Map<String, Outlet> outlets = new HashMap<>();
      for (KnownOutlet known : KnownOutlet.all()) {
        outlets.put(
            known.host(), new Outlet(known.host(), known.name(), known.province(), known.kind()));
      }
      return new OutletRegistry(Map.copyOf(outlets), new HostForms());
    }
  }
}
