package vn.hoinghi.ingest;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * A range of addresses in the notation of RFC 4632: {@code 10.0.0.0/8}, {@code fc00::/7}; without a
 * slash it is that one address. An IPv4 range never contains an IPv6 address, nor the reverse.
 */
final class Cidr {
  private final byte[] network;
  private final int prefixBits;

  private Cidr(byte[] network, int prefixBits) {
    this.network = network;
    this.prefixBits = prefixBits;
  }

  /**
   * @throws IllegalArgumentException for anything but a literal address and a fitting prefix
   */
  static Cidr parse(String text) {
    int slash = text.indexOf('/');
    byte[] network = literal(slash < 0 ? text : text.substring(0, slash));
    int bits = network.length * 8;
    try {
      int prefix = slash < 0 ? bits : Integer.parseInt(text.substring(slash + 1));
      if (prefix >= 0 && prefix <= bits) {
        return new Cidr(network, prefix);
      }
    } catch (NumberFormatException e) {
      // told below, with the text
    }
    throw new IllegalArgumentException(text + " is no address range such as 127.0.0.0/8");
  }

  /** The bytes of a literal address; never asks a name server. */
  static byte[] literal(String text) {
    boolean v6 = text.indexOf(':') >= 0;
    if (!(v6 ? text.matches("[0-9a-fA-F:.]+") : text.matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}"))) {
      throw new IllegalArgumentException(text + " is no literal address");
    }
    try {
      return InetAddress.getByName(text).getAddress();
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(text + " is no literal address", e);
    }
  }

  boolean contains(InetAddress address) {
    byte[] bytes = address.getAddress();
    if (bytes.length != network.length) {
      return false;
    }
    int whole = prefixBits / 8;
    int rest = prefixBits % 8;
    return Arrays.equals(network, 0, whole, bytes, 0, whole)
        && (rest == 0 || ((network[whole] ^ bytes[whole]) & 0xff) >>> (8 - rest) == 0);
  }
}
