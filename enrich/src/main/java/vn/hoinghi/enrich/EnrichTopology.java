package vn.hoinghi.enrich;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.kstream.Branched;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import vn.hoinghi.avro.ConferenceEvent;
import vn.hoinghi.content.Exhausting;
import vn.hoinghi.enrich.resolve.Member;
import vn.hoinghi.enrich.resolve.Neighbourhood;
import vn.hoinghi.enrich.resolve.Resolver;
import vn.hoinghi.schemas.SchemaIds;
import vn.hoinghi.schemas.Topic;
import vn.hoinghi.schemas.Topics;

/**
 * The flow from raw articles to events. Reading pages is most of the work and runs in parallel by
 * article; resolving runs one partition a shard, behind the only repartition hop. Every step, store
 * and internal topic has a name of its own, since names are what state survives an upgrade by.
 */
public final class EnrichTopology implements Supplier<Topology> {
  /** The shards, by partition of the repartition topic. */
  static final List<String> SHARDS = List.of("vn");

  /** What decides about order; only tests ever plant another. */
  record Order(
      Comparator<Route> revisions,
      Comparator<Member> sources,
      Function<ProcessorContext<?, ?>, StoredIndex> index,
      Function<ProcessorContext<?, ?>, StoredCorrections> corrections,
      BiFunction<List<Member>, Neighbourhood, ConferenceEvent> assembly) {
    static final Order CANONICAL =
        new Order(
            Route.NEWER,
            Member.CANONICAL,
            StoredIndex::new,
            StoredCorrections::new,
            Resolver::event);
  }

  private final SchemaIds ids;
  private final ArticleReader reader;
  private final String rulesVersion;
  private final Duration parseBudget;
  private final Tally tally;
  private final Order order;
  private final Publishing publishing;
  private final Exhausting exhausting = new Exhausting();

  /**
   * @param rulesVersion version of the rules that the reader reads by
   * @param parseBudget CPU time that one page may take
   */
  public EnrichTopology(
      SchemaIds ids,
      ArticleReader reader,
      String rulesVersion,
      Duration parseBudget,
      MeterRegistry metrics) {
    this(ids, reader, rulesVersion, parseBudget, metrics, Outputs.PUBLIC);
  }

  /** The same with results that go elsewhere. */
  public EnrichTopology(
      SchemaIds ids,
      ArticleReader reader,
      String rulesVersion,
      Duration parseBudget,
      MeterRegistry metrics,
      Outputs outputs) {
    this(ids, reader, rulesVersion, parseBudget, metrics, outputs, Order.CANONICAL);
  }

  EnrichTopology(
      SchemaIds ids,
      ArticleReader reader,
      String rulesVersion,
      Duration parseBudget,
      MeterRegistry metrics,
      Outputs outputs,
      Order order) {
    this.ids = ids;
    this.reader = reader;
    this.rulesVersion = rulesVersion;
    this.parseBudget = parseBudget;
    this.tally = new Tally(metrics);
    this.order = order;
    this.publishing = new Publishing(ids, outputs);
  }

  @Override
  public Topology get() {
    var builder = new StreamsBuilder(new TopologyConfig(new OnlyNames()));
    Map<String, KStream<byte[], Routed>> routed =
        source(builder, Topics.RAW, "raw-articles")
            .process(routing(), Named.as("route"))
            .split(Named.as("routed-"))
            .branch((k, v) -> v instanceof DeadLetter, Branched.as("unusable"))
            .branch(
                (k, v) -> v instanceof Routed.Read,
                Branched.withConsumer(publishing::articles, "read"))
            .defaultBranch(Branched.as("membership"));
    Map<String, KStream<byte[], Routed>> corrected =
        source(builder, Topics.CORRECTIONS, "corrections")
            .process(() -> new CorrectionDesk(ids, tally), Named.as("check-correction"))
            .split(Named.as("checked-"))
            .branch((k, v) -> v instanceof DeadLetter, Branched.as("unusable"))
            .defaultBranch(Branched.as("correction"));
    publishing.unusable(routed.get("routed-unusable"));
    publishing.refused(corrected.get("checked-unusable"));
    resolve(
        routed
            .get("routed-membership")
            .merge(corrected.get("checked-correction"), Named.as("shard-news")));
    return builder.build();
  }

  private static KStream<byte[], byte[]> source(
      StreamsBuilder builder, Topic<?> topic, String name) {
    var bytes = Serdes.ByteArray();
    return builder.stream(
        topic.name(),
        Consumed.with(bytes, bytes)
            .withTimestampExtractor(EnrichTopology::timestamp)
            // Positions are set at the start and never guessed later: see StartCheck.
            .withOffsetResetPolicy(AutoOffsetReset.none())
            .withName(name));
  }

  /** The one setting that already counts while the topology is built; logged by nobody. */
  private static final class OnlyNames extends StreamsConfig {
    OnlyNames() {
      super(
          Map.of(
              APPLICATION_ID_CONFIG, "not-run",
              BOOTSTRAP_SERVERS_CONFIG, "not-run:1",
              ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true),
          false);
    }
  }

  private void resolve(KStream<byte[], Routed> news) {
    news.mapValues(v -> (ShardNews) v, Named.as("news"))
        .repartition(
            Repartitioned.<byte[], ShardNews>as("by-shard")
                .withKeySerde(Serdes.ByteArray())
                .withValueSerde(newsSerde())
                .withNumberOfPartitions(SHARDS.size())
                .withStreamPartitioner((topic, key, told, n) -> Optional.of(partitions(told))))
        .process(resolving(order, tally), Named.as("resolve"))
        .split(Named.as("resolved-"))
        .branch(
            (k, v) -> v instanceof Resolved.Now, Branched.withConsumer(publishing::events, "event"))
        .defaultBranch(Branched.withConsumer(publishing::changes, "change"));
  }

  private ProcessorSupplier<byte[], byte[], byte[], Routed> routing() {
    return StatefulStep.of(
        () ->
            new Router(
                new Intake(ids),
                new GuardedReader(reader, parseBudget, exhausting),
                order.revisions(),
                tally,
                rulesVersion),
        Router.STORE);
  }

  static ProcessorSupplier<byte[], ShardNews, byte[], Resolved> resolving(
      Order order, Tally tally) {
    return StatefulStep.of(
        () -> new ResolveProcessor(order, tally),
        StoredIndex.MEMBERS,
        StoredIndex.POSTINGS,
        StoredCorrections.CORRECTIONS,
        StoredCorrections.RETRACTED,
        EventLedger.EVENTS,
        EventLedger.ASSIGNMENTS);
  }

  /**
   * An article belongs to one shard; which articles of which shards people mean is not known here.
   */
  private static Set<Integer> partitions(ShardNews news) {
    if (!(news instanceof Membership membership)) {
      return IntStream.range(0, SHARDS.size()).boxed().collect(Collectors.toSet());
    }
    int shard = SHARDS.indexOf(membership.shard());
    if (shard < 0) {
      throw new IllegalStateException("no partition for shard " + membership.shard());
    }
    return Set.of(shard);
  }

  static Serde<ShardNews> newsSerde() {
    return Serdes.serdeFrom(
        (topic, news) -> news == null ? null : Codec.news(news),
        (topic, bytes) -> bytes == null ? null : Codec.news(bytes));
  }

  /** Nothing here depends on record time; one that is missing must not cost the record. */
  private static long timestamp(ConsumerRecord<Object, Object> record, long partitionTime) {
    return Math.max(0, record.timestamp());
  }
}
