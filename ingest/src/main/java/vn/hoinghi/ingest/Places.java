package vn.hoinghi.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.hoinghi.schemas.Reason;

/**
 * Where the lists of one outlet are asked for. A site serves https or http or both, with {@code
 * www.} in front or without or both, and whoever names a host need not know: what is known of it
 * from the start is tried at each of them until somebody answers, and first where somebody did.
 */
final class Places {
  /** Nobody was reached there, which says nothing of the other places. */
  private static final Set<Reason> SILENT =
      Set.of(Reason.FETCH_DNS, Reason.FETCH_CONNECT, Reason.FETCH_TLS);

  private final Outlet outlet;
  private final Map<String, List<CanonicalUrl>> places = new HashMap<>();

  /** Each is asked about before its robots.txt is read, and again before itself. */
  private CanonicalUrl discovered;

  Places(Outlet outlet) {
    this.outlet = outlet;
  }

  /** Takes up an address that is known from the start. */
  void add(CanonicalUrl root) throws Refused {
    places.put(root.toString(), new ArrayList<>(outlet.places(root)));
  }

  /** The places of an address, the likeliest first; its own where it was discovered. */
  List<CanonicalUrl> of(String url) throws Refused {
    List<CanonicalUrl> known = places.get(url);
    if (known != null) {
      return List.copyOf(known);
    }
    if (discovered == null || !discovered.toString().equals(url)) {
      discovered = CanonicalUrl.addressOf(url);
    }
    return List.of(discovered);
  }

  /** Somebody answered there. */
  void answered(String url, CanonicalUrl place) {
    List<CanonicalUrl> known = places.get(url);
    if (known != null && known.remove(place)) {
      known.add(0, place);
    }
  }

  /**
   * Whether nobody was reached. Some accept a connection at the port of TLS and then say nothing.
   *
   * @param failure or null where there was none
   */
  static boolean silent(CanonicalUrl place, Reason failure) {
    return failure != null
        && (SILENT.contains(failure)
            || (failure == Reason.FETCH_DEADLINE && place.scheme().equals("https")));
  }
}
