package vn.hoinghi.standalone.backfill;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.avro.specific.SpecificRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vn.hoinghi.avro.ImportState;
import vn.hoinghi.ingest.Backfill;
import vn.hoinghi.ingest.CrawlConfig;
import vn.hoinghi.ingest.DayRange;
import vn.hoinghi.ingest.WebOptions;
import vn.hoinghi.schemas.Topic;
import vn.hoinghi.schemas.Topics;
import vn.hoinghi.service.ClusterTopics;
import vn.hoinghi.service.ConfigException;
import vn.hoinghi.service.KafkaConfig;
import vn.hoinghi.standalone.batch.BatchCommand;
import vn.hoinghi.standalone.servers.ClusterOptions;
import vn.hoinghi.standalone.terminal.ExitCode;
import vn.hoinghi.standalone.terminal.Shutdown;

/** The words of {@code hoinghi backfill}. */
@Command(
    name = "backfill",
    description = {
      "Import archives into a running cluster, beside what is crawled, and end.",
      "",
      "Web archives (WARC 1.0 and 1.1, plain or in gzip) and folders of pages. The date of a record"
          + " is when the page was captured, so no import beats a newer capture.",
      "",
      "And what a sitemap names: this command reads the lists, and hands the addresses to the"
          + " crawler ('hoinghi ingest' or 'run' has to run), who alone asks a site for pages, at its"
          + " pace, every other turn for the archive; what he knows is not asked for again. The site"
          + " need not be an outlet of his.",
      "",
      "Stopped or killed, the same command goes on where it was, without loss or repetition; what is"
          + " imported already is said so. Articles are added only as fast as 'enrich' reads them,"
          + " so that live ones need not wait behind an archive.",
      "",
      "  hoinghi backfill --warc CC-NEWS-20210506.warc.gz --bootstrap-servers kafka:9092",
      "  hoinghi backfill --sitemap https://baosonla.vn/sitemap.xml --from 2020-10-01 --to 2020-12-31",
      ""
    },
    exitCodeList = {
      "0:everything is imported, now or before; what was refused is told with its reason",
      "1:broken off, a list could not be read, or nothing at all came",
      "2:the command line or the configuration is wrong"
    })
public final class BackfillCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private ClusterOptions cluster = new ClusterOptions();

  @Option(names = "--warc", paramLabel = "FILE", arity = "1..*", description = "Web archives.")
  private List<Path> archives = List.of();

  @Option(names = "--folder", paramLabel = "DIR", description = "Folder of pages.")
  private Path folder;

  @Option(
      names = "--manifest",
      paramLabel = "FILE",
      description = "Which pages of the folder; DIR/manifest.jsonl where that is there, else all.")
  private Path manifest;

  @Option(names = "--sitemap", paramLabel = "URL", description = "Sitemap, or index of sitemaps.")
  private String sitemap;

  @Option(
      names = "--from",
      paramLabel = "DATE",
      description = "First day (2020-10-01) of the lastmod of addresses that are taken.")
  private LocalDate from;

  @Option(names = "--to", paramLabel = "DATE", description = "Last day, likewise.")
  private LocalDate to;

  @Option(
      names = "--undated",
      description = "With --from or --to: take addresses without a lastmod too, not leave them.")
  private boolean undated;

  @Mixin private WebOptions web = new WebOptions();

  @Option(names = "--again", description = "Begin anew, whatever was imported before.")
  private boolean again;

  @Option(
      names = "--max-lag",
      paramLabel = "N",
      defaultValue = "500",
      description =
          "Raw articles that may stand unread before more are added (${DEFAULT-VALUE}); 0 for any"
              + " number.")
  private long mostLag;

  @Option(
      names = "--group",
      paramLabel = "ID",
      defaultValue = "hoinghi-enrich",
      description = "Who reads them: enrich.applicationId (${DEFAULT-VALUE}).")
  private String group;

  @Override
  public Integer call() {
    check();
    DayRange range = DayRange.of(from, to);
    CrawlConfig crawl = cluster.section(BatchCommand.Crawling.class).ingest();
    web.check(crawl);
    KafkaConfig kafka = cluster.kafkaOrLocal();
    ClusterTopics.require(kafka, topics());
    var backfill = new Backfill(kafka, crawl, group, mostLag, again);
    var ends = new ArrayList<ImportState>();
    try (var shutdown = Shutdown.onSignal()) {
      for (Path archive : archives) {
        var telling = telling(archive.toString(), shutdown);
        ends.add(telling.end(backfill.archive(archive, telling)));
      }
      if (folder != null) {
        var telling = telling(folder.toString(), shutdown);
        ends.add(telling.end(backfill.folder(folder, manifest, telling)));
      }
      if (sitemap != null) {
        var telling = telling(sitemap, shutdown);
        ends.add(telling.end(backfill.sitemap(sitemap, range, undated, web, telling)));
      }
    }
    boolean whole = ends.stream().allMatch(ImportState::getFinished);
    long came = ends.stream().mapToLong(BackfillProgress::came).sum();
    return whole && came > 0 ? 0 : ExitCode.FAILED;
  }

  private void check() {
    if (archives.isEmpty() && folder == null && sitemap == null) {
      throw new ConfigException("nothing to import: give --warc, --folder or --sitemap");
    }
    if (folder == null && manifest != null) {
      throw new ConfigException("--manifest says which pages of a --folder, and there is none");
    }
    if (sitemap == null && (from != null || to != null || undated)) {
      throw new ConfigException(
          "--from, --to and --undated choose from a --sitemap, and there is none");
    }
  }

  private List<Topic<? extends SpecificRecord>> topics() {
    return sitemap == null
        ? List.of(Topics.RAW, Topics.IMPORTS)
        : List.of(Topics.RAW, Topics.IMPORTS, Topics.FETCH_STATE, Topics.FETCH_OUTCOMES);
  }

  private BackfillTelling telling(String input, Shutdown shutdown) {
    return new BackfillTelling(
        input, spec.commandLine().getOut(), spec.commandLine().getErr(), shutdown);
  }
}
