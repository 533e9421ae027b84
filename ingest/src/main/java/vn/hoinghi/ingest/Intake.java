package vn.hoinghi.ingest;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.BufferedReader;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import vn.hoinghi.avro.FetchResult;
import vn.hoinghi.schemas.TrustedRecords;
import vn.hoinghi.service.KafkaConfig;

/**
 * What a run that ends by itself takes in, from wherever it is told to: folders, web archives,
 * single addresses, whole sites. Everything is published to the raw topic of one cluster, as the
 * crawler and the imports publish it; each thing tried is told once, with what came of it.
 */
public final class Intake {
  /** Told what happens; what it throws ends the run. */
  public interface Listener {
    /** Something was tried, and this came of it; calls come one after the other. */
    void attempted(Attempt attempt);

    /**
     * Called often, from the thread that asked.
     *
     * @param stage what is being done, a short participle
     * @param known how much there is to do, as far as anybody knows; -1 where nobody does
     * @param waitingFor who keeps the rest waiting, in words; empty where nobody does
     */
    void at(String stage, long done, long known, String waitingFor);
  }

  private static final String TRANSACTIONAL_ID = "hoinghi-batch";

  private final KafkaConfig kafka;
  private final List<Outlet> configured;
  private final CrawlConfig crawl;
  private final Listener listener;
  private final Takings takings;
  private final InstantSource clock = InstantSource.system();
  private final Instant startedAt = clock.instant().truncatedTo(ChronoUnit.MILLIS);
  private long published;

  /**
   * @param kafka where to publish
   * @param config how politely and at what cost the web is asked
   * @param web what was opened on the command line
   * @param retries how often a page is asked for again that failed in passing
   * @param inputs takes note of every input, in the order in which they come to an end
   * @throws vn.hoinghi.service.ConfigException where an option of the web makes no sense
   */
  public Intake(
      KafkaConfig kafka,
      CrawlConfig config,
      WebOptions web,
      int retries,
      Listener listener,
      InputLog inputs) {
    TrustedRecords.trust();
    this.kafka = kafka;
    this.configured = config.outlets();
    this.crawl = web.openedIn(config).endingByItself(retries);
    this.listener = listener;
    this.takings = new Takings(listener::attempted, inputs);
  }

  /** Pages of a folder. */
  public void folder(Path dir, Path manifestOrNull) {
    publish(FolderSource.of(dir, manifestOrNull));
  }

  /** The records of a web archive. */
  public void archive(Path file) {
    var source = new WarcSource(file, Capture.Mark.BEGINNING, WarcSource.pages(crawl, startedAt));
    long began = System.nanoTime();
    publish(source);
    long bytes = file.toFile().length();
    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
    String name = "file:" + file;
    var whole = new Attempt.Stretch(file.toString(), 0, bytes);
    takings.add(
        new Attempt(
            name, FetchResult.LISTED, null, null, null, bytes, millis, whole, source.passed()),
        null);
  }

  private void publish(Source source) {
    FolderImport.run(
        kafka,
        source,
        (attempt, input) -> {
          takings.add(attempt, input);
          listener.at("publishing", ++published, -1, "");
        });
  }

  /** Single addresses, one a line; each is asked for once, whatever else it links to. */
  public void addresses(BufferedReader lines) {
    var list = new UrlList(takings);
    list.read(lines);
    ask("asking", web -> list.lanes(web));
  }

  /**
   * Whole sites: what their lists name now.
   *
   * @param sites addresses or hosts
   */
  public void sites(List<String> sites) {
    Map<String, Outlet> outlets = new LinkedHashMap<>();
    for (String site : sites) {
      try {
        CanonicalUrl home = CanonicalUrl.of(site.contains("://") ? site : "https://" + site + "/");
        outlets.putIfAbsent(UrlList.siteOf(home), outlet(home));
      } catch (Refused e) {
        UrlList.refuse(takings, site, e.reason(), e.getMessage());
      }
    }
    var metrics = new IngestMetrics(new SimpleMeterRegistry());
    ask(
        "crawling",
        web -> outlets.values().stream().map(each -> new SiteLane(each, web, metrics)).toList());
  }

  /** As the configuration knows it; else all of it is to be discovered. */
  private Outlet outlet(CanonicalUrl home) {
    for (Outlet known : configured) {
      if (known.owns(home)) {
        return known;
      }
    }
    return Outlet.at(home);
  }

  private interface LanesOf {
    List<? extends Lane> lanes(WebTools web);
  }

  private void ask(String stage, LanesOf lanes) {
    var guard = new AddressGuard(crawl.openedRanges());
    var places = HostOverrides.parse(crawl.resolve());
    try (var fetcher = new Fetcher(crawl.limits(), guard, places, crawl.fullUserAgent());
        var gists = new GistReader(crawl.revisions().parseBudget());
        var ledger = new NotingLedger(kafka, TRANSACTIONAL_ID)) {
      var web = new WebTools(crawl, fetcher, gists, ledger, takings, clock);
      new Lanes(crawl.maxHostsAtOnce(), clock)
          .run(
              lanes.lanes(web),
              (done, known, waitingFor) -> listener.at(stage, done, known, waitingFor));
    }
  }
}
