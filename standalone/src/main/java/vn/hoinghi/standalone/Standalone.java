package vn.hoinghi.standalone;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import vn.hoinghi.enrich.Enrich;
import vn.hoinghi.enrich.EnrichConfig;
import vn.hoinghi.ingest.Ingest;
import vn.hoinghi.ingest.IngestConfig;
import vn.hoinghi.service.AdminServer;
import vn.hoinghi.service.ClusterTopics;
import vn.hoinghi.service.Health;
import vn.hoinghi.sink.Rebuild;
import vn.hoinghi.sink.Sink;
import vn.hoinghi.sink.SinkConfig;
import vn.hoinghi.standalone.servers.DataDirectory;
import vn.hoinghi.standalone.servers.LocalKafka;
import vn.hoinghi.standalone.servers.LocalPostgres;
import vn.hoinghi.standalone.servers.LocalSettings;
import vn.hoinghi.standalone.servers.Signpost;
import vn.hoinghi.standalone.servers.StandaloneConfig;
import vn.hoinghi.standalone.terminal.PipelineException;
import vn.hoinghi.standalone.terminal.Shutdown;

/**
 * All of hoinghi in one process, for good. Opened from the end of the flow to its beginning, and so
 * closed the other way: nothing new comes in, what is under way comes through, then the servers.
 *
 * @param config YAML of the user, or null
 */
record Standalone(Path config, Map<String, String> environment) {
  private static final long HEALTH_MILLIS = 1000;

  /**
   * Returns after a signal, with all closed.
   *
   * @param out where it is told where to look
   * @throws PipelineException when a part has failed for good
   */
  void run(Path keep, PrintWriter out) throws Exception {
    var own = new LocalSettings(config, environment).load(StandaloneConfig.class);
    var metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    var health = new Health();
    try (var shutdown = Shutdown.onSignal();
        var data = DataDirectory.open(keep);
        var admin = AdminServer.start(own.admin(), health, metrics);
        var kafka = LocalKafka.start(data.path(), own.standalone().kafkaPort());
        var postgres = LocalPostgres.start(data.path(), own.standalone().postgresPort())) {
      var settings = new LocalSettings(config, environment).at(data, kafka, postgres);
      var enriching = settings.load(EnrichConfig.class);
      ClusterTopics.create(enriching.kafka());
      try (var sink =
              new Sink(settings.load(SinkConfig.class), metrics, Rebuild.WHEN_NEEDED).start();
          var enrich = new Enrich(enriching, metrics).start();
          var ingest = new Ingest(settings.load(IngestConfig.class), metrics).start()) {
        sink.health(health);
        enrich.health(health);
        ingest.health(health);
        Signpost.lines(kafka, postgres, admin.port()).forEach(out::println);
        out.flush();
        while (!shutdown.await(HEALTH_MILLIS)) {
          refuseDead(health);
        }
      }
    }
  }

  private static void refuseDead(Health health) {
    Map<String, String> dead = health.dead();
    if (!dead.isEmpty()) {
      throw new PipelineException("a part has failed: " + dead);
    }
  }
}
