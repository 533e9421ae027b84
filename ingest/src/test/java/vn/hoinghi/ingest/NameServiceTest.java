package vn.hoinghi.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.hoinghi.ingest.Fetches.OK;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import okhttp3.Dns;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.hoinghi.ingest.Behaviours.Says;
import vn.hoinghi.schemas.Reason;

/** Lookups have a quarter of a second here, five in production. */
@Timeout(20)
class NameServiceTest {

  @Test
  @Tag("C36")
  void aHostThatNobodyKnowsIsADnsFault() {
    try (Fetcher fetcher = Fetches.strict(Fetches.resolver(Map.of()))) {
      Fetched page = fetcher.fetch(Fetches.page("http://a.example/"));
      assertThat(page.failure()).isEqualTo(Reason.FETCH_DNS);
    }
  }

  @Test
  @Tag("C36")
  void aNameServiceThatHangsCostsItsOwnDeadlineAndOneThreadAHost() throws InterruptedException {
    var release = new CountDownLatch(1);
    var hanging = new AtomicInteger();
    Dns dns =
        host -> {
          hanging.incrementAndGet();
          awaitQuietly(release);
          throw new UnknownHostException(host);
        };
    try (Fetcher fetcher = Fetches.strict(dns)) {
      for (int i = 0; i < 8; i++) {
        Fetched page = fetcher.fetch(Fetches.page("http://slow.example/" + i));
        assertThat(page.failure()).isEqualTo(Reason.FETCH_DNS);
        assertThat(page.millis()).isLessThan(1_000);
      }
      assertThat(hanging).hasValue(1);
      release.countDown();
    }
  }

  @Test
  @Tag("C36")
  @Tag("C37")
  void aHundredNamesThatHangDoNotKeepAnotherFromBeingFound() {
    var release = new CountDownLatch(1);
    Dns dns =
        host -> {
          if (host.startsWith("slow")) {
            awaitQuietly(release);
          }
          return List.of(InetAddress.getByAddress(host, new byte[] {127, 0, 0, 1}));
        };
    try (var server = new HostileServer(new Says(OK + "Content-Length: 2\r\n\r\nhi"));
        Fetcher fetcher = Fetches.fetcher(List.of("127.0.0.0/8"), List.of(), dns)) {
      List<Thread> stuck =
          IntStream.range(0, 100)
              .mapToObj(i -> new Thread(() -> get(fetcher, "slow" + i + ".example", 80)))
              .toList();
      stuck.forEach(Thread::start);
      await().until(() -> stuck.stream().noneMatch(Thread::isAlive));

      assertThat(get(fetcher, "quick.example", server.port()).ok()).isTrue();
      release.countDown();
    }
  }

  @Test
  @Tag("C36")
  void fiveHundredAddressesAreTriedWithinOneDeadline() {
    var addresses = new ArrayList<String>();
    for (int i = 0; i < 500; i++) {
      addresses.add("127.1." + i / 250 + "." + (i % 250 + 1));
    }
    Dns dns = Fetches.resolver(Map.of("many.example", addresses));
    try (Fetcher fetcher = Fetches.fetcher(List.of("127.0.0.0/8"), List.of(), dns)) {
      Fetched page = get(fetcher, "many.example", 1);
      assertThat(page.failure()).as(page.problem()).isEqualTo(Reason.FETCH_CONNECT);
      assertThat(page.millis()).isLessThan(2_500);
    }
  }

  private static Fetched get(Fetcher fetcher, String host, int port) {
    return fetcher.fetch(Fetches.page("http://" + host + ":" + port + "/"));
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
