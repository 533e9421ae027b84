package vn.hoinghi.standalone.batch;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.hoinghi.avro.Correction;
import vn.hoinghi.enrich.Enrich;
import vn.hoinghi.enrich.EnrichConfig;
import vn.hoinghi.ingest.Attempt;
import vn.hoinghi.ingest.CrawlConfig;
import vn.hoinghi.ingest.InputLog;
import vn.hoinghi.ingest.Intake;
import vn.hoinghi.ingest.WebOptions;
import vn.hoinghi.schemas.ContentIds;
import vn.hoinghi.service.ClusterTopics;
import vn.hoinghi.service.Health;
import vn.hoinghi.service.KafkaConfig;
import vn.hoinghi.service.Settings;
import vn.hoinghi.sink.Rebuild;
import vn.hoinghi.sink.Sink;
import vn.hoinghi.sink.SinkConfig;
import vn.hoinghi.standalone.correct.CorrectionBook;
import vn.hoinghi.standalone.correct.CorrectionLine;
import vn.hoinghi.standalone.correct.NamedArticles;
import vn.hoinghi.standalone.ledger.Ledger;
import vn.hoinghi.standalone.servers.DataDirectory;
import vn.hoinghi.standalone.servers.LocalKafka;
import vn.hoinghi.standalone.servers.LocalPostgres;
import vn.hoinghi.standalone.servers.LocalSettings;
import vn.hoinghi.standalone.terminal.PipelineException;
import vn.hoinghi.standalone.terminal.Progress;
import vn.hoinghi.standalone.terminal.Shutdown;
import vn.hoinghi.standalone.topics.Drained;

/**
 * The whole pipeline over what is given to it once. It is the same broker, applications and
 * database that run for good, so what holds here holds there; only the end is different: when all
 * is stored, what became of every input is looked up and written down.
 *
 * @param reads what is read
 * @param crawl how the web is asked
 * @param outlets registry of outlets, or null
 * @param corrections lines of JSON, or null
 * @param files where the lines go
 */
public record Batch(BatchInputs reads, Crawl crawl, Path outlets, Path corrections, Files files) {
  /**
   * How the web is asked.
   *
   * @param config paces and limits
   * @param web what is opened beside it
   * @param retries of a page that failed in passing
   */
  record Crawl(CrawlConfig config, WebOptions web, int retries) {
    /** As it is where nobody says otherwise. */
    static Crawl byDefault() {
      return new Crawl(
          Settings.load(BatchCommand.Crawling.class, null, Map.of()).ingest(), new WebOptions(), 0);
    }
  }

  /** Where the lines of inputs, events and attempts go; each may be null. */
  record Files(Path articles, Path events, Path outcomes) {}

  public Batch {
    if (corrections != null) {
      // a mistake shows before the work is begun; what the names mean shows after the import
      CorrectionLine.read(corrections, ContentIds::articleId);
    }
  }

  /** A folder alone, of which nothing but the database is wanted. */
  public static Batch ofFolder(Path in) {
    var reads = new BatchInputs(in, null, List.of(), null, List.of());
    return new Batch(reads, Crawl.byDefault(), null, null, new Files(null, null, null));
  }

  /**
   * Runs to the end.
   *
   * @param keep where broker, state and database stay, or null for a temporary directory
   * @param out where the ledger and where to look next are told
   * @throws PipelineException when a part fails or a signal comes
   */
  public Ledger run(Path keep, Progress progress, PrintWriter out) throws Exception {
    try (var shutdown = Shutdown.onSignal();
        var data = DataDirectory.open(keep);
        var kafka = LocalKafka.start(data.path());
        var postgres = LocalPostgres.start(data.path());
        var inputs = InputLog.open()) {
      var settings = new LocalSettings(null, System.getenv()).at(data, kafka, postgres);
      if (outlets != null) {
        settings.with("enrich.outletsFile", outlets.toAbsolutePath());
      }
      pass(settings, postgres, shutdown, progress, inputs);
      progress.close();
      Ledger ledger =
          new BatchOutput(inputs, KafkaConfig.at(kafka.bootstrapServers()), postgres.database())
              .write(data.scratch(), files.articles(), files.events());
      ledger.lines().forEach(out::println);
      lookNext(keep).forEach(out::println);
      out.flush();
      return ledger;
    }
  }

  /** Sends everything through; returns when all that came of it is stored. */
  private void pass(
      LocalSettings settings,
      LocalPostgres postgres,
      Shutdown shutdown,
      Progress progress,
      InputLog inputs)
      throws Exception {
    EnrichConfig enriching = settings.load(EnrichConfig.class);
    ClusterTopics.create(enriching.kafka());
    var registry = new SimpleMeterRegistry();
    var health = new Health();
    try (var sink =
            new Sink(settings.load(SinkConfig.class), registry, Rebuild.WHEN_NEEDED).start();
        var enrich = new Enrich(enriching, registry).start()) {
      sink.health(health);
      enrich.health(health);
      publish(enriching.kafka(), shutdown, progress, inputs);
      if (corrections != null) {
        CorrectionBook.publish(enriching.kafka(), corrections(inputs));
      }
      Drained.await(
          enriching.kafka(),
          enriching.enrich().applicationId(),
          postgres.database(),
          () -> faults(shutdown, health),
          progress);
    }
  }

  private void publish(KafkaConfig kafka, Shutdown shutdown, Progress progress, InputLog inputs)
      throws Exception {
    try (var outcomes = OutcomeLines.to(files.outcomes())) {
      var told =
          new Intake.Listener() {
            @Override
            public void attempted(Attempt attempt) {
              outcomes.write(attempt);
            }

            @Override
            public void at(String stage, long done, long known, String waitingFor) {
              shutdown.check();
              progress.at(stage, done, known, waitingFor);
            }
          };
      var intake = new Intake(kafka, crawl.config(), crawl.web(), crawl.retries(), told, inputs);
      reads.into(intake);
    }
  }

  /** In the file an article is called what the manifest calls it, or by address or id. */
  private List<Correction> corrections(InputLog inputs) {
    Map<String, String> named = new HashMap<>();
    inputs.forEach(
        input -> {
          if (input.articleId() != null) {
            named.put(input.url(), input.articleId());
            named.put(input.url().replaceFirst("^file:", ""), input.articleId());
            named.put(input.inputId(), input.articleId());
          }
        });
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
    if (files.outcomes() != null) {
      lines.add("tried:   " + files.outcomes());
    }
    if (files.articles() != null) {
      lines.add("inputs:  " + files.articles());
    }
    if (files.events() != null) {
      lines.add("events:  " + files.events());
    }
    lines.add(
        keep == null
            ? "next:    --data DIR keeps broker and database"
            : "next:    'hoinghi run --data %s' serves Kafka and SQL on what is there now"
                .formatted(keep));
    return lines;
  }
}
