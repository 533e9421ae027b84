package vn.hoinghi.standalone.replay;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;
import vn.hoinghi.enrich.EnrichConfig;
import vn.hoinghi.enrich.Outputs;
import vn.hoinghi.schemas.Topic;
import vn.hoinghi.service.ClusterTopics;
import vn.hoinghi.service.ConfigException;
import vn.hoinghi.service.KafkaConfig;
import vn.hoinghi.standalone.terminal.PipelineException;
import vn.hoinghi.standalone.terminal.Progress;
import vn.hoinghi.standalone.topics.ClusterPositions;
import vn.hoinghi.standalone.topics.Drained;

/**
 * Everything computed once more from the raw articles and corrections, beside what is public: by
 * the rules of this program, in an application and on topics of its own, so that nobody sees any of
 * it before it was looked at.
 */
public final class Shadow {
  private static final String NAME = "[a-z0-9-]{1,40}";

  private final KafkaConfig kafka;
  private final EnrichConfig.Work live;
  private final String name;

  /**
   * @param live how the application works that it is the shadow of
   */
  public Shadow(KafkaConfig kafka, EnrichConfig.Work live, String name) {
    ConfigException.check(name.matches(NAME), "the name of a shadow", name, "a-z, 0-9, hyphens");
    this.kafka = kafka;
    this.live = live;
    this.name = name;
  }

  /** Id of its application. */
  String application() {
    return live.applicationId() + "-" + name;
  }

  public Outputs outputs() {
    return Outputs.shadow(name);
  }

  /** How its application works: like the live one, elsewhere. */
  public EnrichConfig config(Path stateDir) {
    return new EnrichConfig(
        kafka,
        null,
        new EnrichConfig.Work(
            application(),
            stateDir,
            live.commitIntervalMillis(),
            live.threads(),
            live.parseBudgetMillis(),
            live.outletsFile()));
  }

  public void createTopics() {
    ClusterTopics.create(kafka, outputs().topics());
  }

  /**
   * Returns when its application has computed all that there is.
   *
   * @throws PipelineException when a part fails or nothing moves any more
   */
  public void await(Supplier<Map<String, String>> faults, Progress progress)
      throws InterruptedException {
    Drained.resolved(kafka, application(), faults, progress);
  }

  /** Whether its topics are there. */
  boolean exists() {
    try (var cluster = ClusterPositions.of(kafka)) {
      return cluster.topics().containsAll(names(outputs().topics()));
    }
  }

  /** Takes all of it away; its application must have ended. */
  void drop() {
    try (var cluster = ClusterPositions.of(kafka)) {
      cluster.remove(application(), names(outputs().topics()));
    }
  }

  private static List<String> names(List<Topic<? extends SpecificRecord>> topics) {
    return topics.stream().map(Topic::name).toList();
  }
}
