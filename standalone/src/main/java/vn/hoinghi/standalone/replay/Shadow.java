package vn.hoinghi.standalone.replay;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;
import vn.hoinghi.enrich.EnrichConfig;
import vn.hoinghi.enrich.Outputs;
import vn.hoinghi.enrich.Succession;
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

  String name() {
    return name;
  }

  /** The group of the sink that fills its tables. */
  String tablesGroup() {
    return application() + "-tables";
  }

  public Outputs outputs() {
    return Outputs.shadow(name);
  }

  /** How its application works: like the live one, elsewhere. */
  public EnrichConfig config(Path stateDir) {
    return new EnrichConfig(kafka, null, live.as(application(), stateDir));
  }

  /**
   * Makes its topics where it has none.
   *
   * @throws ConfigException where it is, or was, the public one
   */
  public void createTopics() {
    refusePromoted();
    ClusterTopics.create(kafka, outputs().topics());
    ClusterTopics.create(kafka, List.of(outputs().events().deadLetters()));
  }

  /**
   * It is not what is public.
   *
   * @throws ConfigException where it is, or was
   */
  void refusePromoted() {
    if (Succession.heirs(kafka, live.applicationId()).contains(application())) {
      throw new ConfigException(
          name
              + " was promoted: its state is what enrich goes on with; a shadow needs another name");
    }
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

  /**
   * Its topics are there.
   *
   * @throws ConfigException where it was not made
   */
  void require() {
    try (var cluster = ClusterPositions.of(kafka)) {
      require(cluster.topics());
    }
  }

  /**
   * The same.
   *
   * @param topics of the cluster
   */
  void require(Set<String> topics) {
    if (!topics.containsAll(names(outputs().topics()))) {
      throw new ConfigException(
          "no shadow %s: 'hoinghi replay shadow %1$s' makes it".formatted(name));
    }
  }

  /**
   * It is there, and a shadow still.
   *
   * @throws ConfigException where it was not made, or was promoted
   */
  void requireUnpromoted() {
    require();
    refusePromoted();
  }

  /** Takes all of it away; its application must have ended. */
  void drop() {
    requireUnpromoted();
    try (var cluster = ClusterPositions.of(kafka)) {
      var own = new ArrayList<String>(Succession.state(application()));
      own.add(Succession.charter(application()));
      cluster.remove(application(), own);
      removeResults(cluster);
    }
  }

  /** Takes away what it computed, and who stored it; its state stays. */
  void removeResults(ClusterPositions cluster) {
    var results = new ArrayList<String>(names(outputs().topics()));
    results.add(outputs().events().deadLetters().name());
    cluster.remove(tablesGroup(), results);
  }

  private static List<String> names(List<Topic<? extends SpecificRecord>> topics) {
    return topics.stream().map(Topic::name).toList();
  }
}
