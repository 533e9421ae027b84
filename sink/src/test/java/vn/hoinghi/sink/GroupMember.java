package vn.hoinghi.sink;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import vn.hoinghi.schemas.ContractPack;

/** A sink's loop on logs that lie in memory and a clock that is set by hand. */
final class GroupMember {
  static final Duration TOMBSTONES_KEPT = Duration.ofDays(7);
  private static final int MOST = 5000;

  final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("none");
  final MemoryDeadLetters deadLetters = new MemoryDeadLetters();
  final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  final SinkLoop loop;

  /** What the brokers say of the topic. */
  TopicIdentity identity = EventLog.IDENTITY;

  private final Map<TopicPartition, EventLog> logs =
      new TreeMap<>(java.util.Comparator.comparing(TopicPartition::partition));
  private final Map<Integer, Long> starts = new TreeMap<>();
  private long nanos;
  private Runnable meanwhile;

  GroupMember(EventStore store, EventLog... logs) {
    this(store, Rebuild.NEVER, DeathRecords.NONE, logs);
  }

  /** One that reads the whole topic when it may, and is told of deaths. */
  GroupMember(EventStore store, Rebuild rebuild, DeathRecords deaths, EventLog... logs) {
    for (int i = 0; i < logs.length; i++) {
      this.logs.put(new TopicPartition(EventLog.TOPIC, i), logs[i]);
    }
    var metrics = new SinkMetrics(registry);
    var reading = new Reading(EventLog.TOPIC, consumer, () -> nanos);
    loop =
        new SinkLoop(
            EventLog.TOPIC,
            consumer,
            new Facts(),
            store,
            new BatchWriter(store, deadLetters, metrics),
            new FullRead(store, () -> deaths, rebuild),
            reading,
            new Lookahead(reading, new EventRecordReader(ContractPack.committed())::read),
            new PaceOfBatches(MOST),
            new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(8), () -> nanos, new Random(1)),
            metrics);
    loop.subscribe();
  }

  /** What the brokers would say. */
  private final class Facts implements TopicFacts {
    @Override
    public TopicIdentity identity(String topic) {
      return identity;
    }

    @Override
    public Duration tombstonesKept(String topic) {
      return TOMBSTONES_KEPT;
    }
  }

  /** The log of a partition begins here from now on. */
  GroupMember logStart(int partition, long offset) {
    starts.put(partition, offset);
    return this;
  }

  /** The group gives this member these partitions. */
  GroupMember assign(Integer... partitions) {
    consumer.rebalance(
        List.of(partitions).stream().map(p -> new TopicPartition(EventLog.TOPIC, p)).toList());
    return this;
  }

  GroupMember steps(int count) {
    IntStream.range(0, count).forEach(i -> step());
    return this;
  }

  GroupMember after(Duration time) {
    nanos += time.toNanos();
    return this;
  }

  /** While more is polled behind the records that the next step polls, this happens. */
  GroupMember meanwhile(Runnable task) {
    meanwhile = task;
    return this;
  }

  /** One round; what lies in the logs behind the position is fetched, markers are passed. */
  private void step() {
    consumer.schedulePollTask(
        () ->
            consumer.assignment().stream()
                .filter(partition -> !consumer.paused().contains(partition))
                .forEach(this::fetch));
    if (meanwhile != null) {
      consumer.schedulePollTask(meanwhile);
      meanwhile = null;
    }
    tellBounds();
    loop.step();
  }

  private void tellBounds() {
    var partitions = new ArrayList<PartitionInfo>();
    logs.forEach(
        (p, log) -> {
          consumer.updateBeginningOffsets(Map.of(p, starts.getOrDefault(p.partition(), 0L)));
          consumer.updateEndOffsets(Map.of(p, log.end()));
          partitions.add(new PartitionInfo(p.topic(), p.partition(), null, null, null));
        });
    consumer.updatePartitions(EventLog.TOPIC, partitions);
  }

  /** Fetches what lies behind the position of a partition. */
  void fetch(TopicPartition partition) {
    long position = consumer.position(partition);
    EventLog log = logs.get(partition);
    var ahead = log.records().stream().filter(r -> r.offset() >= position).toList();
    ahead.forEach(consumer::addRecord);
    if (ahead.isEmpty()) {
      consumer.seek(partition, log.end());
    }
  }

  /** Records with this outcome. */
  long counted(String outcome) {
    Counter found = registry.find("hoinghi.sink.records").tag("outcome", outcome).counter();
    return found == null ? 0 : (long) found.count();
  }

  long read() {
    return (long) registry.get("hoinghi.sink.records.read").counter().count();
  }

  /** The right side of the equation that the metrics promise. */
  long accountedFor() {
    return List.of("applied", "collapsed", "stale", "dead_letter", "handed_back").stream()
        .mapToLong(this::counted)
        .sum();
  }
}
