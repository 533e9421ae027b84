package vn.hoinghi.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.hoinghi.ingest.Fetches.MIB;
import static vn.hoinghi.ingest.Fetches.OK;
import static vn.hoinghi.ingest.Fetches.gzip;
import static vn.hoinghi.ingest.Fetches.gzipHead;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import okhttp3.Dns;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.hoinghi.ingest.Behaviours.Floods;
import vn.hoinghi.ingest.Behaviours.Says;
import vn.hoinghi.schemas.Reason;

/** Deadlines are a twentieth of production's: 1.5 s in all, 0.5 s for the slow window. */
@Timeout(20)
class FetcherTest {
  private static final HostileServer.Script HI = new Says(OK + "Content-Length: 2\r\n\r\nhi");

  private final Fetcher fetcher = Fetches.opened();

  @AfterEach
  void close() {
    fetcher.close();
  }

  @Test
  void aPlainPageComesWithItsHeaders() {
    try (var server =
        new HostileServer(new Says(OK + "ETag: \"1\"\r\nContent-Length: 2\r\n\r\nhi"))) {
      Fetched page = fetcher.fetch(Fetches.page(server.url("/")));
      assertThat(page.failure()).isNull();
      assertThat(new String(page.body(), UTF_8)).isEqualTo("hi");
      assertThat(page.header("etag")).isEqualTo("\"1\"");
      assertThat(page.mediaType()).isEqualTo("text/html");
      assertThat(server.heads.get(0))
          .startsWith("GET / HTTP/1.1\r\n")
          .contains("User-Agent: hoinghi-test/1")
          .doesNotContain("Cookie")
          .doesNotContain("Upgrade");
    }
  }

  @Test
  @Tag("C25")
  void gzipIsUnpackedAndRubbishBehindItIgnored() {
    byte[] packed = gzip("hội nghị".repeat(100).getBytes(UTF_8));
    byte[] withRubbish = Arrays.copyOf(packed, packed.length + 7);
    try (var server = new HostileServer(new Says(gzipHead(withRubbish.length), withRubbish))) {
      Fetched page = fetcher.fetch(Fetches.page(server.url("/")));
      assertThat(new String(page.body(), UTF_8)).isEqualTo("hội nghị".repeat(100));
      assertThat(page.wireBytes()).isLessThan(page.body().length);
    }
  }

  @Test
  @Tag("C18")
  @Tag("C20")
  void silenceCostsTheDeadlineAndABodyThatDripsLess() {
    try (var silent = new HostileServer(new Behaviours.Silent());
        var dripping = new HostileServer(new Behaviours.Drips(OK + "\r\n", "x", 25))) {
      assertThat(fetcher.fetch(Fetches.page(silent.url("/"))).millis()).isBetween(1_400L, 2_500L);
      assertThat(fetcher.fetch(Fetches.page(dripping.url("/"))).millis()).isLessThan(1_400);
    }
  }

  @Test
  @Tag("C21")
  void aBodyWithoutEndIsReadToTheCapAndTheConnectionCut() {
    try (var server = new HostileServer(new Floods(OK + "\r\n", "x"))) {
      assertThat(fetcher.fetch(Fetches.page(server.url("/"))).failure())
          .isEqualTo(Reason.FETCH_TOO_LARGE);
      // what the kernel's buffers took counts as sent too
      assertThat(server.sent.get()).isLessThan(16L * MIB);
    }
  }

  @Test
  @Tag("C21")
  @Tag("C38")
  void aBodyThatIsCutAtItsLimitIsNotDrainedEither() throws Refused {
    try (var server = new HostileServer(new Floods(OK + "\r\n", "x"))) {
      var request = FetchRequest.of(CanonicalUrl.of(server.url("/")), MIB).cutAtLimit();
      assertThat(fetcher.fetch(request).body()).hasSize(MIB);
      assertThat(server.sent.get()).isLessThan(9L * MIB);
    }
  }

  @Test
  @Tag("C35")
  void aHostThatIsNotThereAndOneThatTakesNobodyMoreCannotBeConnectedTo() throws IOException {
    try (var deaf = new Socket();
        var full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      // bound, but listening to nobody: no other process can take the port meanwhile
      deaf.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      List<Socket> waiting = fill(full);
      for (int port : new int[] {deaf.getLocalPort(), full.getLocalPort()}) {
        Fetched page = fetcher.fetch(Fetches.page("http://127.0.0.1:" + port + "/"));
        assertThat(page.failure()).as(page.problem()).isEqualTo(Reason.FETCH_CONNECT);
        assertThat(page.millis()).isLessThan(1_400);
      }
      for (Socket each : waiting) {
        each.close();
      }
    }
  }

  @Test
  void anOverriddenHostIsFoundElsewhereUnderItsOwnNameAndTheGuardStaysOn() {
    try (var server = new HostileServer(HI)) {
      List<String> resolve = List.of("bao.example=127.0.0.1:" + server.port());
      FetchRequest request = Fetches.page("http://bao.example/");
      try (Fetcher opened = Fetches.fetcher(List.of("127.0.0.0/8"), resolve, Dns.SYSTEM);
          Fetcher strict = Fetches.fetcher(List.of(), resolve, Dns.SYSTEM)) {
        assertThat(opened.fetch(request).ok()).isTrue();
        assertThat(server.heads.get(0)).contains("Host: bao.example\r\n");
        assertThat(strict.fetch(request).failure()).isEqualTo(Reason.FETCH_BLOCKED_ADDRESS);
      }
    }
  }

  @Test
  @Tag("C17")
  void proxiesOfTheMachineAreIgnored() {
    ProxySelector before = ProxySelector.getDefault();
    try (var proxy = new HostileServer(HI);
        var server = new HostileServer(HI)) {
      for (String name : List.of("http", "https", "socks")) {
        System.setProperty(name + (name.equals("socks") ? "ProxyHost" : ".proxyHost"), "127.0.0.1");
        System.setProperty(
            name + (name.equals("socks") ? "ProxyPort" : ".proxyPort"), "" + proxy.port());
      }
      ProxySelector.setDefault(
          ProxySelector.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), proxy.port())));
      try (Fetcher fresh = Fetches.opened()) {
        assertThat(fresh.fetch(Fetches.page(server.url("/"))).ok()).isTrue();
      }
      assertThat(proxy.connections).hasValue(0);
    } finally {
      ProxySelector.setDefault(before);
      for (String name : List.of("http.proxy", "https.proxy", "socksProxy")) {
        System.clearProperty(name + "Host");
        System.clearProperty(name + "Port");
      }
    }
  }

  @Test
  @Tag("C32")
  void cookiesAreNeverSentBackToNobody() {
    try (var server =
            new HostileServer(new Says(OK + "Set-Cookie: a=1\r\nContent-Length: 0\r\n\r\n"));
        var other = new HostileServer(HI)) {
      fetcher.fetch(Fetches.page(server.url("/")));
      fetcher.fetch(Fetches.page(server.url("/")));
      fetcher.fetch(Fetches.page(other.url("/")));
      assertThat(server.heads).hasSize(2);
      assertThat(other.heads).hasSize(1);
      assertThat(server.heads).noneMatch(head -> head.contains("Cookie"));
      assertThat(other.heads).noneMatch(head -> head.contains("Cookie"));
    }
  }

  @Test
  void aThousandFetchesLeaveNoThreadBehind() {
    try (var server = new HostileServer(HI)) {
      fetcher.fetch(Fetches.page(server.url("/")));
      int before = Thread.activeCount();
      for (int i = 0; i < 1_000; i++) {
        assertThat(fetcher.fetch(Fetches.page(server.url("/?" + i))).ok()).isTrue();
      }
      assertThat(Thread.activeCount()).isLessThan(before + 10);
      Fetches.awaitReleased(fetcher);
    }
  }

  /** Connects until the kernel takes no more. */
  private static List<Socket> fill(ServerSocket full) throws IOException {
    var waiting = new ArrayList<Socket>();
    SocketAddress address = full.getLocalSocketAddress();
    for (int i = 0; i < 20; i++) {
      var socket = new Socket();
      waiting.add(socket);
      try {
        socket.connect(address, 100);
      } catch (java.net.SocketTimeoutException e) {
        return waiting;
      }
    }
    throw new AssertionError("a queue of one took twenty");
  }
}
