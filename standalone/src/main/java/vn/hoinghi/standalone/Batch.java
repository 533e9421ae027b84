package vn.hoinghi.standalone;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.hoinghi.avro.Correction;
import vn.hoinghi.enrich.Enrich;
import vn.hoinghi.enrich.EnrichConfig;
import vn.hoinghi.ingest.FolderImport;
import vn.hoinghi.ingest.FolderImport.Published;
import vn.hoinghi.schemas.ContentIds;
import vn.hoinghi.service.ClusterTopics;
import vn.hoinghi.service.ConfigException;
import vn.hoinghi.service.Health;
import vn.hoinghi.service.KafkaConfig;
import vn.hoinghi.sink.Sink;
import vn.hoinghi.sink.SinkConfig;

/**
 * The whole pipeline over a folder. It is the same broker, applications and database that run for
 * good, so what holds here holds there; only the end is different: when all is stored, what became
 * of every input is looked up and written down.
 *
 * @param in folder of pages
 * @param manifest lines of JSON, or null for the folder's own, or all its pages
 * @param outlets registry of outlets, or null
 * @param corrections lines of JSON, or null
 * @param articlesOut where the lines of inputs go, or null
 * @param eventsOut where the lines of events go, or null
 */
record Batch(
    Path in, Path manifest, Path outlets, Path corrections, Path articlesOut, Path eventsOut) {
  Batch {
    if (!Files.isDirectory(in)) {
      throw new ConfigException(in + " is no directory");
    }
    if (corrections != null) {
      // a mistake shows before the work is begun; what the names mean shows after the import
      CorrectionLine.read(corrections, ContentIds::articleId);
    }
  }

  /**
   * Runs to the end.
   *
   * @param keep where broker, state and database stay, or null for a temporary directory
   * @param out where the ledger and where to look next are told
   * @throws PipelineException when a part fails or a signal comes
   */
  Ledger run(Path keep, Progress progress, PrintWriter out) throws Exception {
    try (var shutdown = Shutdown.onSignal();
        var data = DataDirectory.open(keep);
        var kafka = LocalKafka.start(data.path());
        var postgres = LocalPostgres.start(data.path())) {
      var settings = new LocalSettings(null, System.getenv()).at(data, kafka, postgres);
      if (outlets != null) {
        settings.with("enrich.outletsFile", outlets.toAbsolutePath());
      }
      List<Published> inputs = pass(settings, postgres, shutdown, progress);
      progress.close();
      Ledger ledger =
          new BatchOutput(inputs, KafkaConfig.at(kafka.bootstrapServers()), postgres.database())
              .write(data.scratch(), articlesOut, eventsOut);
      ledger.lines().forEach(out::println);
      lookNext(keep).forEach(out::println);
      out.flush();
      return ledger;
    }
  }

  /** Sends the folder through; returns when all that it held is stored. */
  private List<Published> pass(
      LocalSettings settings, LocalPostgres postgres, Shutdown shutdown, Progress progress)
      throws InterruptedException {
    EnrichConfig enriching = settings.load(EnrichConfig.class);
    ClusterTopics.create(enriching.kafka());
    var registry = new SimpleMeterRegistry();
    var health = new Health();
    try (var sink = new Sink(settings.load(SinkConfig.class), registry).start();
        var enrich = new Enrich(enriching, registry).start()) {
      sink.health(health);
      enrich.health(health);
      List<Published> inputs = publish(enriching.kafka(), shutdown, progress);
      if (corrections != null) {
        CorrectionBook.publish(enriching.kafka(), corrections(inputs));
      }
      Drained.await(
          enriching.kafka(),
          enriching.enrich().applicationId(),
          postgres.database(),
          () -> faults(shutdown, health),
          progress);
      return inputs;
    }
  }

  private List<Published> publish(KafkaConfig kafka, Shutdown shutdown, Progress progress) {
    var published = new long[1];
    return FolderImport.run(
        kafka,
        in,
        manifest,
        entry -> {
          shutdown.check();
          published[0]++;
          progress.at("publishing", published[0], Progress.UNKNOWN);
        });
  }

  /** In the file an article is called what the manifest calls it, or by address or id. */
  private List<Correction> corrections(List<Published> inputs) {
    Map<String, String> named = new HashMap<>();
    for (Published input : inputs) {
      if (input.articleId() != null) {
        named.put(input.url(), input.articleId());
        named.put(input.url().replaceFirst("^file:", ""), input.articleId());
        named.put(input.inputId(), input.articleId());
      }
    }
    return CorrectionLine.read(
        corrections,
        name -> named.containsKey(name) ? named.get(name) : NamedArticles.articleId(name));
  }

  private static Map<String, String> faults(Shutdown shutdown, Health health) {
    shutdown.check();
    return health.dead();
  }

  private List<String> lookNext(Path keep) {
    var lines = new ArrayList<String>();
    if (articlesOut != null) {
      lines.add("inputs:  " + articlesOut);
    }
    if (eventsOut != null) {
      lines.add("events:  " + eventsOut);
    }
    lines.add(
        keep == null
            ? "next:    --data DIR keeps broker and database"
            : "next:    'hoinghi run --data %s' serves Kafka and SQL on what is there now"
                .formatted(keep));
    return lines;
  }
}
