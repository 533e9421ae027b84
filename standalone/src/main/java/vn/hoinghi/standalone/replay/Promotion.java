package vn.hoinghi.standalone.replay;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import vn.hoinghi.avro.ChangeKind;
import vn.hoinghi.enrich.Inheritance;
import vn.hoinghi.enrich.Outputs;
import vn.hoinghi.enrich.Succession;
import vn.hoinghi.schemas.Topic;
import vn.hoinghi.schemas.Topics;
import vn.hoinghi.service.ConfigException;
import vn.hoinghi.service.KafkaConfig;
import vn.hoinghi.standalone.terminal.PipelineException;
import vn.hoinghi.standalone.terminal.Progress;
import vn.hoinghi.standalone.topics.ClusterPositions;
import vn.hoinghi.standalone.topics.Scratch;
import vn.hoinghi.standalone.topics.TopicReader;

/**
 * Makes a shadow the public one. While neither application can run, the shadow catches up, what
 * differs is told, and the name is handed on: all in one transaction, so there is no half of it to
 * be repaired. What the other application kept is taken away afterwards, by whoever comes next if
 * need be.
 */
final class Promotion {
  private static final Duration UNDECIDED = Duration.ofMinutes(2);
  private static final long PAUSE_MILLIS = 200;

  private final KafkaConfig kafka;
  private final String application;
  private final Shadow shadow;
  private final String rulesVersion;
  private final Progress progress;
  private final Duration patience;

  /** Lets the shadow compute what has come since. */
  interface CatchUp {
    void run() throws InterruptedException;
  }

  /**
   * What the public was told, or would be.
   *
   * @param events by what became of them
   * @param articles that are read differently
   * @param already whether it was public before
   */
  record Told(Map<ChangeKind, Long> events, long articles, boolean already) {}

  /**
   * @param application the name under which enrichment is configured
   * @param rulesVersion by which the shadow reads
   * @param patience how long its instances are asked to make way; zero where they are not
   */
  Promotion(
      KafkaConfig kafka,
      String application,
      Shadow shadow,
      String rulesVersion,
      Duration patience,
      Progress progress) {
    this.patience = patience;
    this.kafka = kafka;
    this.application = application;
    this.shadow = shadow;
    this.rulesVersion = rulesVersion;
    this.progress = progress;
  }

  /** What would be told if it were done now; nothing is stopped or changed. */
  Told rehearse() {
    try (var topics = TopicReader.of(kafka);
        var scratch = Scratch.open();
        var difference = difference(topics, scratch)) {
      difference.tell(rulesVersion, progress, record -> {});
      return new Told(difference.events(), difference.articles(), false);
    }
  }

  private PublicDifference difference(TopicReader topics, Scratch scratch) {
    return PublicDifference.read(
        topics, kafka.schemaIds(), shadow.application(), shadow.outputs(), scratch.path());
  }

  /**
   * Does it. Where it is done already, only what is left over is taken away.
   *
   * @throws PipelineException where an application is at work; nothing is changed then
   */
  @SuppressWarnings("try") // alone is only held
  Told run(CatchUp catchUp) throws InterruptedException {
    try (var cluster = ClusterPositions.of(kafka);
        var alone = GroupHold.take(kafka, "hoinghi-promotion-" + application, cluster);
        var transaction = PromotionTransaction.prepare(kafka, application)) {
      List<String> heirs = Succession.heirs(kafka, application);
      String current = heirs.isEmpty() ? application : heirs.get(heirs.size() - 1);
      Told told = new Told(Map.of(), 0, true);
      if (!current.equals(shadow.application())) {
        refuse(heirs, cluster.topics());
        told = handOver(current, catchUp, cluster, transaction);
      }
      retire(cluster);
      return told;
    }
  }

  private void refuse(List<String> heirs, Set<String> topics) {
    shadow.require(topics);
    if (heirs.contains(shadow.application())) {
      throw new ConfigException(
          "it was promoted before, and another one after it: a shadow of another name is needed");
    }
    if (!topics.contains(Succession.charter(application))) {
      throw new ConfigException(
          application + " has never run here: there is nothing that could be replaced");
    }
  }

  @SuppressWarnings("try") // the way is only held clear
  private Told handOver(
      String current, CatchUp catchUp, ClusterPositions cluster, PromotionTransaction transaction)
      throws InterruptedException {
    try (var way = ClearedWay.of(kafka, application, current, patience, progress, cluster);
        var live = GroupHold.take(kafka, current, cluster)) {
      catchUp.run();
      try (var next = GroupHold.take(kafka, shadow.application(), cluster);
          var topics = TopicReader.of(kafka);
          var scratch = Scratch.open()) {
        awaitDecisions(cluster);
        refuseBehind(live, next, topics);
        try (var difference = difference(topics, scratch)) {
          transaction.begin(live, next, Succession.handOver(application, shadow.application()));
          difference.tell(rulesVersion, progress, transaction::send);
          transaction.commit();
          return new Told(difference.events(), difference.articles(), false);
        }
      }
    }
  }

  /** What a dead process has left open, the brokers end; until then topics have no end. */
  private void awaitDecisions(ClusterPositions cluster) throws InterruptedException {
    List<String> names =
        Stream.concat(
                Stream.concat(Outputs.PUBLIC.topics().stream(), shadow.outputs().topics().stream())
                    .map(Topic::name),
                Stream.of(
                    Inheritance.ledger(shadow.application()),
                    Inheritance.assignments(shadow.application())))
            .toList();
    long deadline = System.nanoTime() + UNDECIDED.toNanos();
    while (!cluster.decided(names)) {
      progress.at("waiting for open transactions", 0, Progress.UNKNOWN);
      if (System.nanoTime() - deadline > 0) {
        throw new PipelineException(
            "somebody writes to %s, or does not end what he began; 'hoinghi verify' names it"
                .formatted(Topics.EVENTS.name()));
      }
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    }
  }

  /** Nothing that was public may be missing because the shadow has not come so far. */
  private static void refuseBehind(GroupHold live, GroupHold next, TopicReader topics) {
    for (String name : List.of(Topics.RAW.name(), Topics.CORRECTIONS.name())) {
      live.positions()
          .forEach(
              (partition, at) -> {
                if (partition.topic().equals(name)) {
                  var reached = next.positions().get(partition);
                  long from = reached == null ? 0 : reached.offset();
                  if (from < at.offset() && !topics.nothingBetween(partition, from, at.offset())) {
                    throw new PipelineException(
                        "the shadow has read %s up to %d, and the public up to %d"
                            .formatted(partition, from, at.offset()));
                  }
                }
              });
    }
  }

  /** Takes away what applications kept that compute nothing any more, and the shadow's topics. */
  private void retire(ClusterPositions cluster) {
    Set<String> retired = new LinkedHashSet<>(Succession.heirs(kafka, application));
    retired.add(application);
    retired.remove(shadow.application());
    for (String old : retired) {
      var topics = new ArrayList<>(Succession.state(old));
      if (!old.equals(application)) {
        topics.add(Succession.charter(old));
      }
      cluster.remove(old, topics);
    }
    shadow.removeResults(cluster);
  }
}
