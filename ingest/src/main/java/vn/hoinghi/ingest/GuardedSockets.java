package vn.hoinghi.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketAddress;
import javax.net.SocketFactory;

/**
 * The last check, on the very address that is connected to: whatever a name resolved to a moment
 * ago, and whatever a literal address in a URL says, no packet leaves for a closed one. Overridden
 * hosts get their port here.
 */
final class GuardedSockets extends SocketFactory {
  private final AddressGuard guard;
  private final HostOverrides overrides;
  private final HeadLimit heads;

  GuardedSockets(AddressGuard guard, HostOverrides overrides, HeadLimit heads) {
    this.guard = guard;
    this.overrides = overrides;
    this.heads = heads;
  }

  @Override
  public Socket createSocket() {
    // Without NO_PROXY the JVM's own SOCKS settings would apply.
    return new Socket(Proxy.NO_PROXY) {
      @Override
      public void connect(SocketAddress endpoint, int timeout) throws IOException {
        super.connect(checked((InetSocketAddress) endpoint), timeout);
      }

      @Override
      public void connect(SocketAddress endpoint) throws IOException {
        connect(endpoint, 0);
      }

      @Override
      public InputStream getInputStream() throws IOException {
        return heads.watched(super.getInputStream());
      }
    };
  }

  private InetSocketAddress checked(InetSocketAddress to) throws BlockedAddressException {
    InetSocketAddress override = overrides.placeOf(to.getHostString());
    boolean permitted =
        to.getAddress() != null
            && (override == null
                ? guard.permits(to.getAddress(), to.getPort())
                : guard.permits(override.getAddress()));
    if (!permitted) {
      throw new BlockedAddressException(to.getHostString() + " port " + to.getPort());
    }
    return override == null ? to : override;
  }

  @Override
  public Socket createSocket(String host, int port) {
    throw unconnectedOnly();
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
    throw unconnectedOnly();
  }

  @Override
  public Socket createSocket(InetAddress host, int port) {
    throw unconnectedOnly();
  }

  @Override
  public Socket createSocket(
      InetAddress address, int port, InetAddress localAddress, int localPort) {
    throw unconnectedOnly();
  }

  private static UnsupportedOperationException unconnectedOnly() {
    return new UnsupportedOperationException("sockets are connected under guard only");
  }
}
