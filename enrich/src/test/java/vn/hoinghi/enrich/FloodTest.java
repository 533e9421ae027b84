package vn.hoinghi.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.Record;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.hoinghi.avro.ConferenceEvent;
import vn.hoinghi.avro.RawArticle;
import vn.hoinghi.enrich.resolve.Member;
import vn.hoinghi.enrich.resolve.Resolver;

/**
 * A wall page, or a text that a machine has put under hundreds of addresses: no event grows without
 * bound, no article costs more the more of them there are, and still no order of arrival matters.
 */
class FloodTest {
  private static final int FLOOD = 290;
  private static final int BOUND = 256;

  @Test
  @Tag("H15")
  void aFloodOfOneTextFallsIntoEventsOfBoundedSizeInAnyOrderAndFlowsTogetherAgain() {
    List<Member> flood = flood();
    Collections.shuffle(flood, new Random(5));
    MockProcessorContext<byte[], Resolved> context = RevivedTaskTest.stores();
    var resolver = RevivedTaskTest.resolver();
    resolver.init(context);
    // When more pages come in than one event may hold
    flood.forEach(m -> send(resolver, Membership.join(m)));
    // Then every page is in one of a few events, as the plain function finds them
    assertThat(live(context)).isEqualTo(plain(flood)).hasSizeGreaterThan(1);
    assertThat(live(context).values())
        .allSatisfy(e -> assertThat(e.getSourceCount()).isLessThanOrEqualTo(BOUND));
    assertThat(live(context).values().stream().mapToInt(ConferenceEvent::getSourceCount).sum())
        .isEqualTo(FLOOD);
    // And when some are withdrawn, the rest is one event
    List<Member> gone = flood.subList(0, 50);
    gone.forEach(m -> send(resolver, Membership.leave(m.articleId(), m.shard())));
    assertThat(live(context)).isEqualTo(plain(flood.subList(50, FLOOD))).hasSize(1);
  }

  private static void send(
      Processor<byte[], ShardNews, byte[], Resolved> resolver, Membership change) {
    resolver.process(new Record<>(Codec.key(change.articleId()).get(), change, 0));
  }

  private static Map<String, ConferenceEvent> plain(List<Member> members) {
    var events = new TreeMap<String, ConferenceEvent>();
    Resolver.resolve(members).forEach(e -> events.put(e.getEventId(), e));
    return events;
  }

  /** What readers of the events topic hold in the end, revisions apart. */
  private static Map<String, ConferenceEvent> live(MockProcessorContext<byte[], Resolved> context) {
    var live = new TreeMap<String, ConferenceEvent>();
    for (var forwarded : context.forwarded()) {
      if (forwarded.record().value() instanceof Resolved.Now now) {
        String id = id(forwarded.record().key());
        live.remove(id);
        if (now.event() != null) {
          live.put(id, ConferenceEvent.newBuilder(now.event()).setRevision(0).build());
        }
      }
    }
    return live;
  }

  static String id(byte[] key) {
    return new String(key, StandardCharsets.UTF_8);
  }

  /** One report under many addresses. */
  private static List<Member> flood() {
    RawArticle page = World.of(3, 1).get(0);
    var records = new ArrayList<RawArticle>();
    for (int i = 0; i < FLOOD; i++) {
      records.add(Pages.raw("https://may.example/" + i, 0, i % 12, page.getBody().duplicate()));
    }
    return Oracle.members(records);
  }
}
