package vn.hoinghi.ingest;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.hoinghi.avro.HealthStatus;
import vn.hoinghi.avro.SourceHealth;
import vn.hoinghi.ingest.health.ArticleFacts;
import vn.hoinghi.schemas.SchemaIds;
import vn.hoinghi.schemas.Topics;

/**
 * Judges the outlets whose attempts fall into a partition that the group of judges gave to this
 * instance; the group of its own keeps judging out of fetching's way, and both in other hands if
 * need be. A new owner fences its predecessor, reads each outlet's last judgement, and hears again
 * the attempts that it does not rest on; so every change of status is published once. Whatever
 * breaks here starts anew from the topics, and fetching goes on.
 */
final class HealthWatch implements AutoCloseable, GroupMember.Work {
  private static final Logger LOG = LoggerFactory.getLogger(HealthWatch.class);
  private static final Duration POLL = Duration.ofMillis(200);

  /** Longer than from one judgement of an outlet to the next, and from a capture to its article. */
  private static final Duration ARTICLES_AGAIN = Duration.ofDays(2);

  /** Where it reads and writes. */
  interface Connections {
    /** A member of the judges' group. */
    Consumer<String, byte[]> outcomes();

    /** A reader of nobody's group. */
    Consumer<String, byte[]> reader();

    /** Earlier holders of the partition's ledger are fenced when this returns. */
    HealthLedger ledger(int partition);
  }

  private final Connections connections;
  private final HealthConfig config;
  private final SchemaIds ids;
  private final HealthMetrics metrics;
  private final GroupMember member;
  private final Map<Integer, JudgedPartition> judged = new HashMap<>();
  private final Consumer<String, byte[]> consumer;
  private final ArticleNews articles;
  private boolean articlesDue;

  HealthWatch(Connections connections, HealthConfig config, SchemaIds ids, HealthMetrics metrics) {
    this.connections = connections;
    this.config = config;
    this.ids = ids;
    this.metrics = metrics;
    this.consumer = connections.outcomes();
    this.articles = new ArticleNews(connections.reader(), ids);
    this.member = new GroupMember("health", consumer, Topics.FETCH_OUTCOMES.name(), this);
  }

  HealthWatch start() {
    member.start();
    return this;
  }

  @Override
  public void broke(RuntimeException fault) {
    boolean known = fault instanceof KafkaException;
    LOG.warn("judging outlets starts anew after {}", fault.toString(), known ? null : fault);
  }

  @Override
  public void turn() {
    var records = consumer.poll(POLL);
    for (TopicPartition partition : records.partitions()) {
      JudgedPartition part = judged.get(partition.partition());
      if (part != null) {
        publish(partition.partition(), part.take(records.records(partition)));
      }
    }
    if (!judged.isEmpty() && caughtUp()) {
      readArticles();
    }
  }

  private boolean caughtUp() {
    return judged.entrySet().stream()
        .allMatch(e -> e.getValue().caughtUp(consumer.position(at(e.getKey()))));
  }

  private void readArticles() {
    if (articlesDue) {
      articles.from(newestJudgement().minus(ARTICLES_AGAIN));
      articlesDue = false;
    }
    var told = new HashMap<Integer, List<SourceHealth>>();
    articles.poll(facts -> hear(facts, told));
    told.forEach(this::publish);
  }

  /** The epoch where nothing was ever judged. */
  private Instant newestJudgement() {
    return judged.values().stream()
        .map(JudgedPartition::newest)
        .filter(at -> at.isAfter(Instant.EPOCH))
        .min(Comparator.naturalOrder())
        .orElse(Instant.EPOCH);
  }

  private void hear(ArticleFacts facts, Map<Integer, List<SourceHealth>> told) {
    int partition = partitionOf(facts.host());
    JudgedPartition part = judged.get(partition);
    if (part != null) {
      part.take(facts)
          .ifPresent(h -> told.computeIfAbsent(partition, p -> new ArrayList<>()).add(h));
    }
  }

  private void publish(int partition, List<SourceHealth> told) {
    if (told.isEmpty()) {
      return;
    }
    JudgedPartition part = judged.get(partition);
    TopicPartition at = at(partition);
    long position = part.position(consumer.position(at));
    part.ledger().publish(told, at, position, consumer.groupMetadata());
    for (SourceHealth each : told) {
      metrics.stands(each);
      if (each.getAt().equals(each.getSince())) {
        metrics.changed(each);
        announce(each);
      }
    }
  }

  private static void announce(SourceHealth health) {
    boolean well =
        health.getStatus() == HealthStatus.HEALTHY || health.getStatus() == HealthStatus.LEARNING;
    LOG.atLevel(well ? org.slf4j.event.Level.INFO : org.slf4j.event.Level.WARN)
        .log("{} is {}: {}", health.getHost(), health.getStatus(), health.getBecause());
  }

  @Override
  public void take(Collection<TopicPartition> partitions) {
    if (partitions.isEmpty()) {
      return;
    }
    var ledgers = new HashMap<TopicPartition, HealthLedger>();
    partitions.forEach(p -> ledgers.put(p, connections.ledger(p.partition())));
    List<SourceHealth> last;
    try (var reader = connections.reader()) {
      last = HealthTopic.read(reader, ids);
    }
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    ledgers.forEach(
        (partition, ledger) -> {
          List<SourceHealth> ours =
              last.stream().filter(h -> partitionOf(h.getHost()) == partition.partition()).toList();
          ours.forEach(metrics::stands);
          judged.put(
              partition.partition(),
              new JudgedPartition(ours, ends.get(partition), ledger, config.rules(), ids));
        });
    articlesDue = true;
  }

  private int partitionOf(String host) {
    return FetchStates.partitionOf(
        host, consumer.partitionsFor(Topics.FETCH_OUTCOMES.name()).size());
  }

  @Override
  public void giveUp() {
    giveUp(judged.keySet().stream().map(HealthWatch::at).toList());
  }

  @Override
  public void giveUp(Collection<TopicPartition> partitions) {
    for (TopicPartition partition : partitions) {
      JudgedPartition part = judged.remove(partition.partition());
      if (part != null) {
        metrics.gone(part.now().stream().map(SourceHealth::getHost).toList());
        part.ledger().close();
      }
    }
  }

  private static TopicPartition at(int partition) {
    return new TopicPartition(Topics.FETCH_OUTCOMES.name(), partition);
  }

  @Override
  public void end() {
    articles.close();
  }

  @Override
  public void close() {
    member.close();
  }
}
