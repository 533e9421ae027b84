package vn.hoinghi.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.hoinghi.ingest.Fetches.OK;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Dns;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.hoinghi.ingest.Behaviours.Says;
import vn.hoinghi.schemas.Reason;

/** What no page may make us connect to; a listener on loopback would notice every attempt. */
@Timeout(20)
class ClosedAddressTest {
  private final HostileServer server = new HostileServer(new Says(OK + "\r\n"));

  @AfterEach
  void nothingEverArrived() {
    server.close();
    assertThat(server.connections).hasValue(0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.255.255.254",
        "localhost",
        "LOCALHOST.",
        "[::1]",
        "[::ffff:7f00:1]",
        "[::ffff:127.0.0.1]",
        "[0:0:0:0:0:ffff:7f00:0001]",
        "[64:ff9b::7f00:1]",
        "[2002:7f00:1::]",
        "[2001:0:7f00:1::]",
        "[::127.0.0.1]",
        "0.0.0.0",
        "[::]",
        "127。0。0。1",
        "127．0．0．1",
        "１２７.0.0.1",
        "127.0.0.1.",
      })
  @Tag("C01")
  @Tag("C04")
  @Tag("C05")
  void loopbackByAnyNameIsRefusedWithoutAPacket(String host) {
    assertFailed(fetch(Dns.SYSTEM, "http://" + host + ":" + server.port() + "/"));
    assertFailed(fetch(Dns.SYSTEM, "https://" + host + ":" + server.port() + "/"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2130706433",
        "0x7f000001",
        "0x7f.0.0.1",
        "0177.0.0.1",
        "017700000001",
        "127.1",
        "127.0.1",
        "0",
        "0x",
        "1.2.3.4.5",
        "256.0.0.1",
        "127.0.0.1%00.example",
        "[::ffff:127.1]",
        "[::1%25lo]",
        "[127.0.0.1]",
        "user@127.0.0.1",
        "a.example\\@127.0.0.1",
        "a.example@127.0.0.1",
        ":@127.0.0.1",
      })
  @Tag("C05")
  @Tag("C06")
  void oddSpellingsAreNoAddressesAtAll(String host) {
    assertThatThrownBy(() -> CanonicalUrl.of("http://" + host + ":" + server.port() + "/"))
        .isInstanceOfSatisfying(
            Refused.class, e -> assertThat(e.reason()).isEqualTo(Reason.URL_INVALID));
  }

  @Test
  @Tag("C02")
  @Tag("C08")
  void aNameThatLeadsToOneClosedAddressIsClosedWhateverElseItLeadsTo() {
    Map<String, List<String>> names =
        Map.of(
            "metadata.google.internal", List.of("169.254.169.254"),
            "mixed.example", List.of("8.8.8.8", "10.0.0.1"),
            "last.example", List.of("2a00:1450:4001::1", "8.8.8.8", "::1"));
    for (String name : names.keySet()) {
      assertFailed(fetch(Fetches.resolver(names), "http://" + name + "/"));
    }
  }

  @Test
  @Tag("C07")
  void aNameThatIsPublicWhenCheckedAndLoopbackWhenConnectedToIsNotConnectedTo() {
    var lookups = new AtomicInteger();
    Dns rebinding =
        host -> {
          // what was handed out first stands in the connection's own address from then on
          boolean first = lookups.getAndIncrement() == 0;
          byte[] address = first ? new byte[] {(byte) 192, 0, 2, 1} : new byte[] {127, 0, 0, 1};
          return List.of(InetAddress.getByAddress(host, address));
        };
    // 192.0.2.1 stands for a public address that never answers
    try (Fetcher fetcher = Fetches.fetcher(List.of("192.0.2.0/24"), List.of(), rebinding)) {
      String url = "http://rebound.example:" + server.port() + "/";
      assertThat(fetcher.fetch(Fetches.page(url)).failure())
          .isIn(Reason.FETCH_CONNECT, Reason.FETCH_BLOCKED_ADDRESS);
      assertThat(fetcher.fetch(Fetches.page(url)).failure())
          .isEqualTo(Reason.FETCH_BLOCKED_ADDRESS);
    }
  }

  @Test
  @Tag("C07")
  void theSocketItselfLooksAtTheAddressThatItConnectsTo() throws UnknownHostException {
    var sockets =
        new GuardedSockets(
            new AddressGuard(List.of()), HostOverrides.parse(List.of()), new HeadLimit());
    InetAddress rebound = InetAddress.getByAddress("public.example", new byte[] {127, 0, 0, 1});
    assertThatThrownBy(
            () ->
                sockets.createSocket().connect(new InetSocketAddress(rebound, server.port()), 500))
        .isInstanceOf(BlockedAddressException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {22, 25, 6379, 9092, 5432, 8080})
  @Tag("C16")
  void anotherPortThanTheWebsIsClosedOnPublicAddresses(int port) {
    Dns dns = Fetches.resolver(Map.of("db.example", List.of("8.8.8.8")));
    assertFailed(fetch(dns, "http://db.example:" + port + "/"));
  }

  private static Fetched fetch(Dns dns, String url) {
    try (Fetcher strict = Fetches.strict(dns)) {
      return strict.fetch(Fetches.page(url));
    }
  }

  private static void assertFailed(Fetched page) {
    assertThat(page.failure()).as(page.problem()).isEqualTo(Reason.FETCH_BLOCKED_ADDRESS);
  }
}
