package vn.hoinghi.enrich;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.hoinghi.avro.ConferenceEvent;
import vn.hoinghi.avro.RawArticle;
import vn.hoinghi.content.Exhausting;
import vn.hoinghi.enrich.resolve.Member;
import vn.hoinghi.schemas.BadRecordException;
import vn.hoinghi.schemas.Reason;

/**
 * When a transaction is aborted, Kafka Streams closes its tasks, takes the stores back to the last
 * commit and goes on with the same processors: nothing of the aborted work may be left in them.
 */
class RevivedTaskTest {
  private static final List<RawArticle> WORLD = World.of(3, 14);

  @Test
  void whatAnAbortedTransactionTaughtTheResolverIsForgotten() {
    List<Member> members = Oracle.members(WORLD);
    List<Member> committed = members.subList(0, members.size() / 3);
    List<Member> aborted = members.subList(members.size() / 3, members.size() * 2 / 3);
    List<Member> after = members.subList(members.size() * 2 / 3, members.size());
    // Given a transaction that brought members beside those that are committed
    var resolver = resolver();
    run(resolver, stores(), committed);
    run(resolver, aborted);
    // When it is aborted, and the task goes on with stores of what was committed
    var stores = stores();
    run(resolver(), stores, committed);
    resolver.close();
    List<ConferenceEvent> events = run(resolver, stores, after);
    // Then the events are those that a new resolver finds
    var others = stores();
    run(resolver(), others, committed);
    assertThat(events).isNotEmpty().isEqualTo(run(resolver(), others, after));
  }

  @Test
  void aReaderThatWasClosedOpensForTheNextPage() {
    var room = new GuardedReader(new ScriptedReader(), Duration.ofSeconds(2), new Exhausting());
    ReadPage before;
    try (room) {
      before = room.read(WORLD.get(0));
    }
    try (room) {
      assertThat(room.read(WORLD.get(0))).isEqualTo(before);
    }
  }

  @Test
  @Tag("S09")
  void aPageThatHasUsedUpItsBudgetIsKnownWhenItComesAgain() {
    var reads = new AtomicInteger();
    ArticleReader reader =
        raw -> {
          reads.incrementAndGet();
          return new ScriptedReader().read(raw);
        };
    var exhausting = new Exhausting();
    RawArticle slow = Pages.raw("https://bao.example/1", 0, 0, Pages.word("!slow"));
    for (int attempt = 0; attempt < 3; attempt++) {
      try (var room = new GuardedReader(reader, Duration.ofMillis(50), exhausting)) {
        assertThatThrownBy(() -> room.read(slow))
            .isInstanceOfSatisfying(
                BadRecordException.class,
                fault -> assertThat(fault.reason()).isEqualTo(Reason.PARSE_BUDGET));
      }
    }
    assertThat(reads).hasValue(1);
  }

  static Processor<byte[], ShardNews, byte[], Resolved> resolver() {
    var tally = new Tally(new SimpleMeterRegistry());
    return EnrichTopology.resolving(EnrichTopology.Order.CANONICAL, tally).get();
  }

  static MockProcessorContext<byte[], Resolved> stores() {
    var context = new MockProcessorContext<byte[], Resolved>();
    for (String name :
        List.of(
            StoredIndex.MEMBERS,
            StoredIndex.POSTINGS,
            StoredCorrections.CORRECTIONS,
            StoredCorrections.RETRACTED,
            EventLedger.EVENTS,
            EventLedger.ASSIGNMENTS)) {
      var store =
          Stores.keyValueStoreBuilder(
                  Stores.inMemoryKeyValueStore(name), Serdes.Bytes(), Serdes.ByteArray())
              .withLoggingDisabled()
              .build();
      store.init(context.getStateStoreContext(), store);
    }
    return context;
  }

  /** What comes out when a processor is set upon these stores and gets these members. */
  private static List<ConferenceEvent> run(
      Processor<byte[], ShardNews, byte[], Resolved> resolver,
      MockProcessorContext<byte[], Resolved> context,
      List<Member> members) {
    resolver.init(context);
    context.resetForwards();
    run(resolver, members);
    var events = new ArrayList<ConferenceEvent>();
    for (var forwarded : context.forwarded()) {
      if (forwarded.record().value() instanceof Resolved.Now now && now.event() != null) {
        events.add(now.event());
      }
    }
    return events;
  }

  private static void run(
      Processor<byte[], ShardNews, byte[], Resolved> resolver, List<Member> members) {
    for (Member member : members) {
      byte[] key = Codec.key(member.articleId()).get();
      resolver.process(new Record<>(key, Membership.join(member), 0));
    }
  }
}
