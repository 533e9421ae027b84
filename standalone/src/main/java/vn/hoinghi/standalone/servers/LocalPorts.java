package vn.hoinghi.standalone.servers;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import vn.hoinghi.service.ConfigException;

/** Loopback ports: a free one, or a plain sentence where the one wanted is taken. */
public final class LocalPorts {
  static final String HOST = "127.0.0.1";

  private LocalPorts() {}

  private static InetAddress loopback() throws IOException {
    return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
  }

  /** A port that nobody listens on just now. */
  public static int anyFree() {
    return free("", 0);
  }

  /**
   * The wanted port, or any free one for 0.
   *
   * @param key the setting that chooses another
   */
  static int free(String key, int wanted) {
    try (var socket = new ServerSocket(wanted, 1, loopback())) {
      return socket.getLocalPort();
    } catch (BindException e) {
      throw new ConfigException(
          "port %d on %s is in use: set %s to another one, or to 0 for any"
              .formatted(wanted, HOST, key),
          e);
    } catch (IOException e) {
      throw new ConfigException("no port on " + HOST + " can be opened: " + e, e);
    }
  }

  /** Refuses a port that is taken; 0 is always free. */
  static void requireFree(String key, int wanted) {
    if (wanted != 0) {
      free(key, wanted);
    }
  }
}
