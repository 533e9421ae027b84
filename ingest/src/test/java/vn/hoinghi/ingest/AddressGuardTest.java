package vn.hoinghi.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressGuardTest {
  private final AddressGuard guard = new AddressGuard(List.of());

  /** First and last address of each closed range; the neighbours say where it ends. */
  @ParameterizedTest
  @CsvSource({
    "0.0.0.0,         0.255.255.255,   -,               1.0.0.0",
    "10.0.0.0,        10.255.255.255,  9.255.255.255,   11.0.0.0",
    "100.64.0.0,      100.127.255.255, 100.63.255.255,  100.128.0.0",
    "127.0.0.0,       127.255.255.255, 126.255.255.255, 128.0.0.0",
    "169.254.0.0,     169.254.255.255, 169.253.255.255, 169.255.0.0",
    "172.16.0.0,      172.31.255.255,  172.15.255.255,  172.32.0.0",
    "192.0.0.0,       192.0.0.255,     191.255.255.255, 192.0.1.0",
    "192.0.2.0,       192.0.2.255,     192.0.1.255,     192.0.3.0",
    "192.88.99.0,     192.88.99.255,   192.88.98.255,   192.88.100.0",
    "192.31.196.0,    192.31.196.255,  192.31.195.255,  192.31.197.0",
    "192.52.193.0,    192.52.193.255,  192.52.192.255,  192.52.194.0",
    "192.175.48.0,    192.175.48.255,  192.175.47.255,  192.175.49.0",
    "2620:4f:8000::,  2620:4f:8000:ffff:ffff:ffff:ffff:ffff, 2620:4f:7fff:ffff:ffff:ffff:ffff:ffff, 2620:4f:8001::",
    "192.168.0.0,     192.168.255.255, 192.167.255.255, 192.169.0.0",
    "198.18.0.0,      198.19.255.255,  198.17.255.255,  198.20.0.0",
    "198.51.100.0,    198.51.100.255,  198.51.99.255,   198.51.101.0",
    "203.0.113.0,     203.0.113.255,   203.0.112.255,   203.0.114.0",
    "224.0.0.0,       255.255.255.255, 223.255.255.255, -",
    "::,              1fff:ffff:ffff:ffff:ffff:ffff:ffff:ffff, -, -",
    "2001::,          2001:1ff:ffff:ffff:ffff:ffff:ffff:ffff, 2000:ffff:ffff:ffff:ffff:ffff:ffff:ffff, 2001:200::",
    "2001:db8::,      2001:db8:ffff:ffff:ffff:ffff:ffff:ffff, 2001:db7:ffff:ffff:ffff:ffff:ffff:ffff, 2001:db9::",
    "2002::,          2002:ffff:ffff:ffff:ffff:ffff:ffff:ffff, 2001:ffff:ffff:ffff:ffff:ffff:ffff:ffff, 2003::",
    "3fff::,          3fff:fff:ffff:ffff:ffff:ffff:ffff:ffff, 3ffe:ffff:ffff:ffff:ffff:ffff:ffff:ffff, 3fff:1000::",
    "4000::,          ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff, 3fff:ffff:ffff:ffff:ffff:ffff:ffff:ffff, -",
  })
  @Tag("C03")
  @Tag("C04")
  void aRangeIsClosedFromItsFirstToItsLastAddressAndNoFurther(
      String first, String last, String before, String behind) throws UnknownHostException {
    assertThat(guard.permits(at(first))).isFalse();
    assertThat(guard.permits(at(last))).isFalse();
    assertThat(guard.permits(middle(at(first), at(last)))).isFalse();
    assertThat(before.equals("-") || guard.permits(at(before))).isTrue();
    assertThat(behind.equals("-") || guard.permits(at(behind))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "::1",
        "::ffff:10.0.0.1",
        "64:ff9b::7f00:1",
        "64:ff9b:1::1",
        "::ffff:0:127.0.0.1",
        "::127.0.0.1",
        "2001:0:4136:e378:8000:63bf:3fff:fdd2",
        "2002:a9fe:a9fe::1",
        "100::1",
        "5f00::1",
        "fec0::1",
        "2002:7f00:1::",
        "fd00::1",
        "fe80::1",
        "ff02::1",
        "169.254.169.254"
      })
  @Tag("C04")
  void disguisedPrivateAddressesAreClosed(String address) throws UnknownHostException {
    assertThat(guard.permits(at(address))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"8.8.8.8", "113.160.1.1", "2405:4800::1", "2a00:1450:4001::1"})
  @Tag("C16")
  void publicAddressesAreOpenOnTheWebsPortsOnly(String address) throws UnknownHostException {
    assertThat(guard.permits(at(address), 80)).isTrue();
    assertThat(guard.permits(at(address), 443)).isTrue();
    for (int port : new int[] {22, 25, 6379, 9092, 5432, 8080}) {
      assertThat(guard.permits(at(address), port)).isFalse();
    }
  }

  @Test
  void whatTheConfigurationOpensIsOpenOnAnyPortAndNothingElseIs() throws UnknownHostException {
    var opened = new AddressGuard(List.of(Cidr.parse("127.0.0.0/8")));
    assertThat(opened.permits(at("127.9.9.9"), 8081)).isTrue();
    assertThat(opened.permits(at("::1"), 80)).isFalse();
    assertThat(opened.permits(at("10.0.0.1"), 80)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "localhost/8",
        "127.0.0.0/33",
        "127.0.0.0/-1",
        "127.1/8",
        "::/129",
        "1.2.3.4/x"
      })
  void aRangeThatIsNoneIsRefused(String text) {
    assertThatThrownBy(() -> Cidr.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  private static InetAddress at(String literal) throws UnknownHostException {
    return InetAddress.getByAddress(Cidr.literal(literal));
  }

  private static InetAddress middle(InetAddress a, InetAddress b) throws UnknownHostException {
    byte[] sum =
        new BigInteger(1, a.getAddress())
            .add(new BigInteger(1, b.getAddress()))
            .shiftRight(1)
            .toByteArray();
    byte[] bytes = new byte[a.getAddress().length];
    int length = Math.min(sum.length, bytes.length);
    System.arraycopy(sum, sum.length - length, bytes, bytes.length - length, length);
    return InetAddress.getByAddress(bytes);
  }
}
