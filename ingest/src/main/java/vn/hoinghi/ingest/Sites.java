package vn.hoinghi.ingest;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which of the outlets that are read an address belongs to. */
final class Sites {
  private final Map<String, Outlet> byHost = new HashMap<>();

  Sites(List<Outlet> outlets) {
    outlets.stream()
        .filter(Outlet::enabled)
        .forEach(outlet -> byHost.putIfAbsent(CanonicalUrl.bare(outlet.host()), outlet));
  }

  /** Null where nobody reads it. */
  Outlet ownerOf(CanonicalUrl url) {
    return byHost.get(CanonicalUrl.bare(url.host()));
  }
}
