package vn.hoinghi.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A thousand sites that never answer, each holding its visit for 45 s, and a few that do, at a pace
 * of a twentieth second.
 */
@Timeout(600)
class SlowHostsTest {
  private static final int SLOW = 1_000;
  private static final int QUICK = 5;
  private static final int PAGES = 40;
  private static final int TRIES = 8;

  @Test
  @Tag("C37")
  void aThousandSlowHostsTakeNoTenthOfTheOthersThroughput() {
    pagesPerSecond(0); // the first one is cold
    double best = 0;
    // what the machine does beside this costs throughput too: compared with the minute before
    for (int i = 0; i < TRIES && best < 0.9; i++) {
      double alone = pagesPerSecond(0);
      double beside = pagesPerSecond(SLOW);
      System.out.printf("pages a second: %.1f alone, %.1f beside %d slow%n", alone, beside, SLOW);
      best = Math.max(best, beside / alone);
    }
    assertThat(best).isGreaterThan(0.9);
  }

  private static double pagesPerSecond(int slow) {
    try (var silent = new SilentSites();
        var site = new Site()) {
      String[] links = new String[PAGES];
      for (int i = 0; i < PAGES; i++) {
        links[i] = "/" + i + ".html";
        site.page(links[i], "<p>" + i + "</p>");
      }
      site.feed("/rss", links);
      List<Outlet> slowOnes = outlets("slow", slow);
      List<Outlet> quickOnes = outlets("quick", QUICK);
      var resolve = new ArrayList<String>();
      slowOnes.forEach(o -> resolve.add(o.host() + "=127.0.0.1:" + silent.port()));
      quickOnes.forEach(o -> resolve.add(o.host() + "=127.0.0.1:" + site.port()));
      CrawlConfig config = config(quickOnes, resolve);
      try (var fetcher =
              new Fetcher(
                  config.limits(),
                  new AddressGuard(config.openedRanges()),
                  HostOverrides.parse(config.resolve()),
                  config.fullUserAgent());
          var crawler =
              new Crawler(
                  config,
                  fetcher,
                  InstantSource.system(),
                  new IngestMetrics(new SimpleMeterRegistry()))) {
        crawler.own(0, slowOnes, host -> new Frontier(PAGES + 1), visited -> {});
        await().atMost(Duration.ofSeconds(44)).until(() -> silent.taken.size() == slow);
        return pagesPerSecond(crawler, quickOnes);
      }
    }
  }

  private static double pagesPerSecond(Crawler crawler, List<Outlet> outlets) {
    var published = new AtomicInteger();
    long start = System.nanoTime();
    crawler.own(
        1,
        outlets,
        host -> new Frontier(PAGES + 1),
        visited -> {
          if (visited.raw() != null) {
            published.incrementAndGet();
          }
        });
    await()
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofMillis(5))
        .until(() -> published.get() == QUICK * PAGES);
    return QUICK * PAGES / ((System.nanoTime() - start) / 1e9);
  }

  private static List<Outlet> outlets(String name, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> name + i + ".example")
        .map(host -> new Outlet(host, null, null, null, List.of("/rss"), null, "http", true))
        .toList();
  }

  private static CrawlConfig config(List<Outlet> outlets, List<String> resolve) {
    return new CrawlConfig(
        "hoinghi-test/1",
        "test@bao.example",
        outlets,
        50L,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        new FetchLimits(45_000, null, null, null, null, null, null, null, null),
        List.of("127.0.0.0/8"),
        resolve);
  }

  /** Takes connections, and keeps them for ever without a word. */
  private static final class SilentSites implements AutoCloseable {
    private final ConcurrentLinkedQueue<Socket> taken = new ConcurrentLinkedQueue<>();
    private final ServerSocket server;

    SilentSites() {
      try {
        server = new ServerSocket(0, 4_096, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      Threads.named("silent").newThread(this::accept).start();
    }

    int port() {
      return server.getLocalPort();
    }

    private void accept() {
      try {
        while (true) {
          taken.add(server.accept());
        }
      } catch (IOException e) {
        // closed
      }
    }

    @Override
    public void close() {
      try {
        server.close();
        for (Socket each : taken) {
          each.close();
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
