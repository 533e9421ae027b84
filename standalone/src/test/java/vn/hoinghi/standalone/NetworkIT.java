package vn.hoinghi.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.hoinghi.avro.RawArticle;
import vn.hoinghi.enrich.Enrich;

/**
 * A network that resets, cuts and loses, between the broker and everyone. Needs iptables and the
 * right to use it; skipped for who has it not. A build sees connections reset, {@code
 * -Dnetwork=all} the rest too.
 */
class NetworkIT {
  private static final Duration LONG = Duration.ofMinutes(5);
  private static final String APPLICATION = "network";
  private static final String RESET = "-p tcp --dport %s -j REJECT --reject-with tcp-reset";
  private static final List<String> MORE =
      List.of(
          "-p tcp --dport %s -j DROP",
          "-p tcp --sport %s -j DROP",
          "-p tcp --dport %s -m statistic --mode random --probability 0.3 -j DROP");

  /** Packets: with the pauses between attempts, longer than a session of the group lasts. */
  private static final int MANY = 20;

  @TempDir private Path dir;

  @Test
  @Tag("S19")
  void aNetworkThatResetsCutsAndLosesIsWaitedFor() throws Exception {
    assumeTrue(iptables("-L", "INPUT", "-n") != null, "no right to use iptables");
    var faults = new ArrayList<>(List.of(RESET));
    faults.addAll(System.getProperty("network", "").equals("all") ? MORE : List.of());
    try (TestCluster cluster = TestCluster.start(dir)) {
      List<RawArticle> news = TestNews.of(dir, 60, 43);
      String server = cluster.config.bootstrapServers();
      String port = server.substring(server.indexOf(':') + 1);
      Path state = dir.resolve("state");
      try (Enrich enrich =
          cluster.enrich(APPLICATION, state, TestNews.reader(), TestCluster.RULES).start()) {
        cluster.drained(APPLICATION, enrich);
        for (int i = 0; i < faults.size(); i++) {
          int from = i * news.size() / faults.size();
          int to = (i + 1) * news.size() / faults.size();
          cluster.publish(news.subList(from, to));
          try (var fault = Fault.planted(faults.get(i).formatted(port))) {
            await().atMost(LONG).until(() -> fault.packets() >= MANY);
          }
          cluster.drained(APPLICATION, enrich);
        }
        assertThat(enrich.failure()).isEmpty();
      }
      assertThat(cluster.canonical()).isEqualTo(TestCluster.canonical(TestNews.events(news)));
    }
  }

  /** A rule of the firewall that is there until closed. */
  private record Fault(List<String> rule) implements AutoCloseable {
    static Fault planted(String rule) {
      List<String> words = List.of(rule.split(" ", -1));
      assertThat(iptables(with("-I", words))).isNotNull();
      return new Fault(words);
    }

    /** How many packets it has met. */
    long packets() {
      String port = rule.get(3);
      return iptables("-L", "INPUT", "-n", "-v", "-x")
          .lines()
          .filter(line -> line.contains("pt:" + port))
          .mapToLong(line -> Long.parseLong(line.strip().split(" +", 2)[0]))
          .sum();
    }

    @Override
    public void close() {
      iptables(with("-D", rule));
    }

    private static String[] with(String action, List<String> rule) {
      var words = new ArrayList<>(List.of(action, "INPUT"));
      words.addAll(rule);
      return words.toArray(String[]::new);
    }
  }

  /** What it says; null where it fails. */
  private static String iptables(String... words) {
    var command = new ArrayList<>(List.of("iptables", "-w"));
    command.addAll(List.of(words));
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return process.waitFor() == 0 ? said : null;
    } catch (IOException e) {
      return null; // not installed
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    }
  }
}
