package vn.hoinghi.enrich;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.SortedSet;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.streams.Topology;
import vn.hoinghi.schemas.ContractPack;
import vn.hoinghi.service.KafkaConfig;

/**
 * Whose state an application goes on with. Names that people write into configurations stay for
 * ever, while state belongs to one version of the rules: so the name stands for whichever
 * application has inherited it last, and everybody who asks how far enrichment is has to ask here.
 */
public final class Succession {
  private Succession() {}

  /**
   * The application that computes what is public under this name: its group, its stores.
   *
   * @throws vn.hoinghi.service.ConfigException where that is being decided at this moment
   */
  public static String current(KafkaConfig kafka, String application) {
    List<String> heirs = heirs(kafka, application);
    return heirs.isEmpty() ? application : heirs.get(heirs.size() - 1);
  }

  /** All that have inherited the name, in order; the last one has it. */
  public static List<String> heirs(KafkaConfig kafka, String application) {
    return new CharterTopic(kafka, application).heirs();
  }

  /** The record that hands the name on. */
  public static ProducerRecord<byte[], byte[]> handOver(String application, String heir) {
    return CharterTopic.heir(application, heir);
  }

  /** The topic on which it is written whose state an application goes on with. */
  public static String charter(String application) {
    return CharterTopic.name(application);
  }

  /**
   * The group whose members ask all instances of an application to make way, while they are in it.
   */
  public static String askingGroup(String application) {
    return application + "-make-way";
  }

  /** Topics that an application writes for itself, but for its charter. */
  public static SortedSet<String> state(String application) {
    return StartRules.internals(application, anyTopology());
  }

  private static Topology anyTopology() {
    ArticleReader none =
        raw -> {
          throw new IllegalStateException("reads nothing");
        };
    return new EnrichTopology(
            ContractPack.committed(), none, "", Duration.ofSeconds(1), new SimpleMeterRegistry())
        .get();
  }
}
