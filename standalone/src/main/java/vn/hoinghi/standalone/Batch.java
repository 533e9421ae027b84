package vn.hoinghi.standalone;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import vn.hoinghi.enrich.Enrich;
import vn.hoinghi.enrich.EnrichConfig;
import vn.hoinghi.ingest.FolderImport;
import vn.hoinghi.ingest.FolderImport.Published;
import vn.hoinghi.service.ClusterTopics;
import vn.hoinghi.service.ConfigException;
import vn.hoinghi.service.Health;
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
 * @param articlesOut where the lines of inputs go, or null
 * @param eventsOut where the lines of events go, or null
 */
record Batch(Path in, Path manifest, Path outlets, Path articlesOut, Path eventsOut) {
  Batch {
    if (!Files.isDirectory(in)) {
      throw new ConfigException(in + " is no directory");
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
    var registry = new SimpleMeterRegistry();
    var health = new Health();
    try (var shutdown = Shutdown.onSignal();
        var data = DataDirectory.open(keep);
        var kafka = LocalKafka.start(data.path());
        var postgres = LocalPostgres.start(data.path())) {
      var settings = new LocalSettings(null, System.getenv()).at(data, kafka, postgres);
      if (outlets != null) {
        settings.with("enrich.outlets", outlets.toAbsolutePath());
      }
      EnrichConfig enrichConfig = settings.load(EnrichConfig.class);
      createTopics(enrichConfig);
      try (var sink = new Sink(settings.load(SinkConfig.class), registry).start();
          var enrich = new Enrich(enrichConfig, registry).start()) {
        sink.health(health);
        enrich.health(health);
        List<Published> inputs = publish(enrichConfig, shutdown, progress);
        Drained.await(
            enrichConfig.kafka(),
            enrichConfig.enrich().applicationId(),
            postgres.dataSource(),
            () -> faults(shutdown, health),
            progress);
        progress.close();
        Ledger ledger = write(inputs, enrichConfig, data, postgres);
        ledger.lines().forEach(out::println);
        return ledger;
      }
    }
  }
}
