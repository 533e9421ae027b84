package vn.hoinghi.ingest;

import java.net.InetAddress;
import java.util.List;
import java.util.Set;

/**
 * Which addresses may be connected to. What a page links to is chosen by strangers, and the machine
 * that crawls can reach more than strangers should; so everything that is not public ({@code
 * blocked-addresses.txt}) is closed, and so is every port but the web's own, unless the
 * configuration opens the range.
 */
final class AddressGuard {
  private static final List<Cidr> BLOCKED =
      DataFile.lines("blocked-addresses.txt").stream().map(Cidr::parse).toList();
  private static final Set<Integer> WEB_PORTS = Set.of(80, 443);

  private final List<Cidr> opened;

  AddressGuard(List<Cidr> opened) {
    this.opened = List.copyOf(opened);
  }

  boolean permits(InetAddress address) {
    return opened(address) || BLOCKED.stream().noneMatch(range -> range.contains(address));
  }

  boolean permits(InetAddress address, int port) {
    return opened(address) || (WEB_PORTS.contains(port) && permits(address));
  }

  private boolean opened(InetAddress address) {
    return opened.stream().anyMatch(range -> range.contains(address));
  }
}
