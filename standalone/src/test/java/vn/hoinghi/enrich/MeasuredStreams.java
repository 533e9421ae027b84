package vn.hoinghi.enrich;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Properties;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import vn.hoinghi.content.PageReader;
import vn.hoinghi.enrich.mention.MentionReader;
import vn.hoinghi.enrich.outlet.OutletRegistry;

/**
 * What enrich is measured against, set as enrich is: its own topology under a guarantee that the
 * product offers to nobody, and a topology that does no work.
 */
public final class MeasuredStreams implements AutoCloseable {
  private static final Duration GOODBYE = Duration.ofSeconds(20);

  private final KafkaStreams streams;

  private MeasuredStreams(KafkaStreams streams) {
    this.streams = streams;
    streams.start();
  }

  /**
   * Enrich with another promise.
   *
   * @param guarantee as Kafka Streams calls it
   */
  public static MeasuredStreams enrich(EnrichConfig config, Outputs outputs, String guarantee) {
    var reader =
        new WebArticleReader(
            PageReader.standard(), MentionReader.standard(), OutletRegistry.standard());
    Duration budget = Duration.ofMillis(config.enrich().parseBudgetMillis());
    Topology topology =
        new EnrichTopology(
                config.kafka().schemaIds(),
                reader,
                MentionReader.RULES_VERSION,
                budget,
                new SimpleMeterRegistry(),
                outputs)
            .get();
    StartCheck.pass(
        config.kafka(), config.enrich().applicationId(), topology, MentionReader.RULES_VERSION);
    Properties settings = StreamsSettings.of(config);
    settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, guarantee);
    return new MeasuredStreams(new KafkaStreams(topology, settings));
  }

  /** From one topic to another by way of one partition in between, and nothing else. */
  public static MeasuredStreams passThrough(EnrichConfig config, String from, String to) {
    var bytes = Serdes.ByteArray();
    var builder = new StreamsBuilder();
    builder.stream(from, Consumed.with(bytes, bytes).withName("from"))
        .repartition(
            Repartitioned.<byte[], byte[]>as("between")
                .withKeySerde(bytes)
                .withValueSerde(bytes)
                .withNumberOfPartitions(EnrichTopology.SHARDS.size()))
        .filter((key, value) -> true, Named.as("pass"))
        .to(to, Produced.with(bytes, bytes).withName("to"));
    return new MeasuredStreams(new KafkaStreams(builder.build(), StreamsSettings.of(config)));
  }

  /** Whether it works: not while it joins, restores or has failed. */
  public boolean isRunning() {
    return streams.state() == KafkaStreams.State.RUNNING;
  }

  @Override
  public void close() {
    streams.close(
        CloseOptions.timeout(GOODBYE)
            .withGroupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP));
  }
}
