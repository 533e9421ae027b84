package vn.hoinghi.standalone.demo;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import vn.hoinghi.enrich.Enrich;
import vn.hoinghi.enrich.EnrichConfig;
import vn.hoinghi.ingest.Ingest;
import vn.hoinghi.ingest.IngestConfig;
import vn.hoinghi.service.AdminConfig;
import vn.hoinghi.service.AdminServer;
import vn.hoinghi.service.ClusterTopics;
import vn.hoinghi.service.Health;
import vn.hoinghi.service.KafkaConfig;
import vn.hoinghi.sink.Rebuild;
import vn.hoinghi.sink.Sink;
import vn.hoinghi.sink.SinkConfig;
import vn.hoinghi.standalone.servers.DataDirectory;
import vn.hoinghi.standalone.servers.LocalKafka;
import vn.hoinghi.standalone.servers.LocalPostgres;
import vn.hoinghi.standalone.servers.LocalSettings;
import vn.hoinghi.standalone.servers.Signpost;
import vn.hoinghi.standalone.terminal.PipelineException;
import vn.hoinghi.standalone.terminal.Shutdown;
import vn.hoinghi.standalone.topics.Drained;

/**
 * The real applications on a web that ships with the project: what a newcomer sees is what runs for
 * good, only faster, since nobody's patience but our own server's is at stake.
 *
 * @param once end when all is stored
 * @param webPort TCP port of the simulated web; 0 takes a free one
 * @param out where it is shown
 */
record Demo(boolean once, int webPort, PrintWriter out) {
  private static final long LOOK_MILLIS = 250;

  /**
   * Returns when all is stored, or, without {@code once}, after a signal.
   *
   * @param keep where broker, state and database stay, or null for a temporary directory
   * @return with {@code once}, where the outcome differs from what the pages report
   */
  List<String> run(Path keep) throws Exception {
    var metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    var health = new Health();
    say("starting a broker, a database and a web of invented outlets ...");
    try (var shutdown = Shutdown.onSignal();
        var data = DataDirectory.open(keep);
        var admin = AdminServer.start(new AdminConfig(null, null), health, metrics);
        var kafka = LocalKafka.start(data.path());
        var postgres = LocalPostgres.start(data.path());
        var web = DemoWeb.start(webPort)) {
      Path config = new DemoSettings(web).write(data.scratch());
      var settings = new LocalSettings(config, Map.of()).at(data, kafka, postgres);
      var enriching = settings.load(EnrichConfig.class);
      ClusterTopics.create(enriching.kafka());
      var show = new DemoShow(metrics, postgres.database(), out);
      try (var sink =
              new Sink(settings.load(SinkConfig.class), metrics, Rebuild.WHEN_NEEDED).start();
          var enrich = new Enrich(enriching, metrics).start();
          var ingest = new Ingest(settings.load(IngestConfig.class), metrics).start()) {
        sink.health(health);
        enrich.health(health);
        ingest.health(health);
        say(
            "crawling %d outlets behind http://127.0.0.1:%d"
                .formatted(web.outlets().size(), web.port()));
        while (!ingest.drained()) {
          refuseFaults(shutdown, health);
          show.update();
          shutdown.await(LOOK_MILLIS);
        }
        Drained.await(
            enriching.kafka(),
            enriching.enrich().applicationId(),
            postgres.database(),
            () -> refuseFaults(shutdown, health),
            show);
        show.close();
        List<String> differences = result(enriching.kafka(), data.scratch());
        if (once) {
          return differences;
        }
        say("");
        Signpost.lines(kafka, postgres, admin.port()).forEach(this::say);
        say("");
        say("All of it is running; Ctrl-C ends it.");
        while (!shutdown.await(LOOK_MILLIS)) {
          refuseFaults(shutdown, health);
          show.update();
        }
        return List.of();
      }
    }
  }

  private List<String> result(KafkaConfig kafka, Path scratch) {
    DemoResult result = DemoResult.read(kafka, scratch);
    say("");
    EventTable.lines(result.events()).forEach(this::say);
    List<String> differences = result.differences();
    say("");
    say(
        differences.isEmpty()
            ? "These are the conferences that the pages report."
            : differences.size() + " differences from what the pages report:");
    differences.forEach(difference -> say("  " + difference));
    return differences;
  }

  private static Map<String, String> refuseFaults(Shutdown shutdown, Health health) {
    shutdown.check();
    Map<String, String> dead = health.dead();
    if (!dead.isEmpty()) {
      throw new PipelineException("a part has failed: " + dead);
    }
    return dead;
  }

  private void say(String line) {
    out.println(line);
    out.flush();
  }
}
