package vn.hoinghi.standalone.topics;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.apache.kafka.common.TopicPartition;
import vn.hoinghi.enrich.Succession;
import vn.hoinghi.schemas.Topics;
import vn.hoinghi.service.KafkaConfig;
import vn.hoinghi.sink.SinkConfig;
import vn.hoinghi.sink.StoredPositions;
import vn.hoinghi.standalone.terminal.PipelineException;
import vn.hoinghi.standalone.terminal.Progress;

/** The stages behind the raw topic, waited for in flow order. */
public final class Drained {
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private Drained() {}

  /**
   * Returns when all that raw articles and corrections come to stands in the database.
   *
   * @param application id of the Kafka Streams application, which is its group too
   * @param faults parts that have failed, with the reason
   * @throws PipelineException when a part fails or nothing moves any more
   */
  public static void await(
      KafkaConfig kafka,
      String application,
      DataSource database,
      Supplier<Map<String, String>> faults,
      Progress progress)
      throws InterruptedException {
    waiting(
        kafka,
        faults,
        progress,
        (drain, positions) -> {
          resolved(drain, positions, Succession.current(kafka, application));
          drain.await(
              "storing",
              List.of(Topics.EVENTS.name()),
              () -> told(() -> StoredPositions.read(database)));
        });
  }

  /** The last stage alone: all that a topic of events holds stands in these tables. */
  public static void stored(
      KafkaConfig kafka,
      String events,
      SinkConfig.Delivery tables,
      Supplier<Map<String, String>> faults,
      Progress progress)
      throws InterruptedException {
    waiting(
        kafka,
        faults,
        progress,
        (drain, positions) ->
            drain.await(
                "storing", List.of(events), () -> told(() -> StoredPositions.whole(tables))));
  }

  /** The same as far as events, for an application that nobody stores the results of. */
  public static void resolved(
      KafkaConfig kafka,
      String application,
      Supplier<Map<String, String>> faults,
      Progress progress)
      throws InterruptedException {
    waiting(
        kafka,
        faults,
        progress,
        (drain, positions) -> resolved(drain, positions, Succession.current(kafka, application)));
  }

  private interface Stages {
    void await(Drain drain, ClusterPositions positions) throws InterruptedException;
  }

  private static void waiting(
      KafkaConfig kafka, Supplier<Map<String, String>> faults, Progress progress, Stages stages)
      throws InterruptedException {
    try (var positions = ClusterPositions.of(kafka);
        var reader = TopicReader.of(kafka)) {
      stages.await(
          new Drain(positions, reader::nothingBetween, faults, progress, PATIENCE), positions);
    }
  }

  private static void resolved(Drain drain, ClusterPositions positions, String current)
      throws InterruptedException {
    drain.await(
        "extracting",
        List.of(Topics.RAW.name(), Topics.CORRECTIONS.name()),
        () -> positions.committed(current));
    drain.await(
        "resolving", positions.repartitionTopics(current), () -> positions.committed(current));
  }

  private interface Question {
    Map<TopicPartition, Long> answer() throws SQLException;
  }

  private static Map<TopicPartition, Long> told(Question question) {
    try {
      return question.answer();
    } catch (SQLException e) {
      throw new PipelineException("the database does not tell how far it is: " + e, e);
    }
  }
}
