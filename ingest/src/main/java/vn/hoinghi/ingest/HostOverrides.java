package vn.hoinghi.ingest;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Hosts that are found somewhere else than the name service says: {@code HOST=ADDR:PORT}, much as
 * curl's {@code --connect-to}. URL, Host header and certificate check keep the host's own name; the
 * address guard judges ADDR like any other, but its port is as good as allowed.
 */
final class HostOverrides {
  private final Map<String, InetSocketAddress> places = new HashMap<>();

  /**
   * @throws IllegalArgumentException naming the entry that is none
   */
  static HostOverrides parse(List<String> entries) {
    var overrides = new HostOverrides();
    entries.forEach(overrides::add);
    return overrides;
  }

  private void add(String entry) {
    int equals = entry.indexOf('=');
    int colon = entry.lastIndexOf(':');
    if (equals <= 0 || colon < equals || !entry.substring(colon + 1).matches("[0-9]{1,5}")) {
      throw new IllegalArgumentException(entry + " is not of the form HOST=ADDR:PORT");
    }
    String host = entry.substring(0, equals).toLowerCase(Locale.ROOT);
    String address = entry.substring(equals + 1, colon).replaceAll("[\\[\\]]", "");
    try {
      InetAddress named = InetAddress.getByAddress(host, Cidr.literal(address));
      places.put(host, new InetSocketAddress(named, Integer.parseInt(entry.substring(colon + 1))));
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(entry + " is not of the form HOST=ADDR:PORT", e);
    }
  }

  /** Null where the host is found as usual. */
  InetSocketAddress placeOf(String host) {
    return places.get(host.toLowerCase(Locale.ROOT));
  }
}
