package vn.hoinghi.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.Random;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;
import vn.hoinghi.enrich.generator.GeneratedNews;
import vn.hoinghi.enrich.resolve.Member;

/**
 * Who stores an event's id wants it to last. Of generated news, how many ids that were once given
 * out lead to another event at the end, for 1,000 articles: as news comes in, after a backfill of a
 * third of it, and where a replay brings all of it in any order. With {@code -Dids.articles=N} for
 * more articles; what is measured is left in {@code target/scorecards/ids.json}.
 */
class IdsSupersededTest {
  private static final int ARTICLES = Integer.getInteger("ids.articles", 2_000);
  private static final long A_YEAR = Duration.ofDays(365).toMillis();
  private static final Path FIGURES = Path.of("..", "target", "scorecards", "ids.json");

  @Test
  void idsLast() throws IOException {
    List<Member> news = new ArrayList<>();
    for (var generated = new GeneratedNews(3, ARTICLES, 75); generated.hasNext(); ) {
      news.add(generated.next().member());
    }
    double live = superseded(news);
    double backfill = superseded(backfilled(news));
    List<Member> shuffled = new ArrayList<>(news);
    Collections.shuffle(shuffled, new Random(3));
    double replay = superseded(shuffled);

    ObjectNode figures = new ObjectMapper().createObjectNode();
    figures.put("articles", ARTICLES).put("live", live).put("backfill", backfill);
    figures.put("shuffled", replay);
    Files.createDirectories(FIGURES.getParent());
    Files.writeString(FIGURES, figures.toString());
    System.out.println("ids superseded per 1,000 articles: " + figures);

    assertThat(live).isLessThan(20);
    assertThat(backfill).isLessThan(20);
  }

  /** The same news, every third article of which comes in a year after the rest. */
  private static List<Member> backfilled(List<Member> news) {
    List<Member> order = new ArrayList<>();
    List<Member> late = new ArrayList<>();
    for (int i = 0; i < news.size(); i++) {
      Member member = news.get(i);
      if (i % 3 == 1) {
        late.add(member.withFirstIngestedAt(member.firstIngestedAt() + A_YEAR));
      } else {
        order.add(member);
      }
    }
    order.addAll(late);
    return order;
  }

  /** Ids that lead elsewhere at the end, for 1,000 articles. */
  private static double superseded(List<Member> news) throws IOException {
    Path stateDir = Files.createTempDirectory("hoinghi-ids");
    try (var driver = driver(stateDir)) {
      var in =
          driver.createInputTopic(
              "by-shard", new ByteArraySerializer(), EnrichTopology.newsSerde().serializer());
      for (Member member : news) {
        byte[] key = Codec.key(member.articleId()).get();
        in.pipeInput(new TestRecord<>(key, Membership.join(member)));
      }
      return 1000.0 * dead(driver) / news.size();
    } finally {
      Utils.delete(stateDir.toFile());
    }
  }

  private static int dead(TopologyTestDriver driver) {
    KeyValueStore<Bytes, byte[]> events = driver.getKeyValueStore(EventLedger.EVENTS);
    int dead = 0;
    try (var all = events.all()) {
      while (all.hasNext()) {
        dead += EventState.fromBytes(all.next().value).live() ? 0 : 1;
      }
    }
    return dead;
  }

  private static TopologyTestDriver driver(Path stateDir) {
    var config = new Properties();
    config.put(StreamsConfig.APPLICATION_ID_CONFIG, "ids");
    config.put(StreamsConfig.STATE_DIR_CONFIG, stateDir.toString());
    config.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, StoreMemory.class);
    var tally = new Tally(new SimpleMeterRegistry());
    var topology =
        new Topology()
            .addSource(
                "by-shard",
                Serdes.ByteArray().deserializer(),
                EnrichTopology.newsSerde().deserializer(),
                "by-shard")
            .addProcessor(
                "resolve",
                EnrichTopology.resolving(EnrichTopology.Order.CANONICAL, tally),
                "by-shard");
    return new TopologyTestDriver(topology, config);
  }
}
