package vn.hoinghi.standalone.batch;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vn.hoinghi.ingest.CrawlConfig;
import vn.hoinghi.ingest.WebOptions;
import vn.hoinghi.service.ConfigException;
import vn.hoinghi.standalone.ledger.Ledger;
import vn.hoinghi.standalone.servers.LocalSettings;
import vn.hoinghi.standalone.terminal.ExitCode;
import vn.hoinghi.standalone.terminal.Progress;

/** The words of {@code hoinghi batch}. */
@Command(
    name = "batch",
    description = {
      "Turn pages into conference events, and end: a folder of them, web archives, addresses, whole"
          + " sites, in any combination.",
      "",
      "Starts a broker and a database of its own, sends every page through the same applications"
          + " that run for good, waits until all is stored, and prints a ledger in which every"
          + " input has exactly one outcome.",
      "",
      "The web is asked as the crawler does: robots.txt is obeyed, a site has one connection and"
          + " its pace, addresses that are not public are refused, and every request has its"
          + " deadline. A page that fails is not asked for again (--retries), and a site that"
          + " stays silent is left after a few requests.",
      "",
      "Of a folder with a manifest, exactly its files are read, one output line each:",
      "  {\"id\",\"file\",\"url\",\"outlet\",\"fetched_at\",\"published\"}",
      "Without one, every *.html, *.htm and *.txt below DIR; the first line of a text file is its"
          + " headline.",
      ""
    },
    exitCodeList = {
      "0:every input is accounted for, failed ones too",
      "1:the pipeline failed, the ledger does not add up, or nothing at all came",
      "2:the command line or the configuration is wrong"
    })
public final class BatchCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--in", paramLabel = "DIR", description = "Folder of pages.")
  private Path in;

  @Option(
      names = "--warc",
      paramLabel = "FILE",
      arity = "1..*",
      description =
          "Web archives (WARC 1.0 and 1.1, plain or in gzip); the date of a record counts.")
  private List<Path> archives = List.of();

  @Option(
      names = "--urls",
      paramLabel = "FILE",
      description = "Addresses of pages, one a line; - reads standard input.")
  private String addresses;

  @Option(
      names = "--web",
      paramLabel = "URL",
      arity = "1..*",
      description = "Sites: all that their feeds, sitemaps and lists name now.")
  private List<String> sites = List.of();

  @Mixin private FolderOptions folder = new FolderOptions();

  @Option(
      names = "--articles-out",
      paramLabel = "FILE",
      description = "Write one line of JSON for every input.")
  private Path articlesOut;

  @Option(
      names = "--events-out",
      paramLabel = "FILE",
      description = "Write one line of JSON for every conference event, with its sources.")
  private Path eventsOut;

  @Option(
      names = "--outcomes-out",
      paramLabel = "FILE",
      description =
          "Write one line of JSON for everything that was tried, pages and lists, files and records:"
              + " url, outcome, reason, status, bytes, millis.")
  private Path outcomesOut;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description =
          "YAML; its section 'ingest' has paces and limits, and outlets that --web names.")
  private Path config;

  @Option(
      names = "--contact",
      paramLabel = "WHO",
      description = "Mail address or page that sites are told with every request.")
  private String contact;

  @Option(
      names = "--retries",
      paramLabel = "N",
      defaultValue = "0",
      description = "Ask that often again for a page that failed in passing (${DEFAULT-VALUE}).")
  private int retries;

  @Option(
      names = "--allow-address",
      paramLabel = "CIDR",
      arity = "1..*",
      description = "Addresses that may be asked beside the public ones.")
  private List<String> allowAddresses = List.of();

  @Option(
      names = "--resolve",
      paramLabel = "HOST=ADDR:PORT",
      arity = "1..*",
      description = "Find that host there instead of by its name.")
  private List<String> resolve = List.of();

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "Keep broker, state and database there: a later run goes on from it. Without, a"
              + " temporary directory is used and removed.")
  private Path data;

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    var batch =
        new Batch(
            new BatchInputs(in, folder.manifest(), archives, addresses, sites),
            crawl(),
            folder.outlets(),
            folder.corrections(),
            new Batch.Files(articlesOut, eventsOut, outcomesOut));
    try (var progress = Progress.to(spec.commandLine().getErr())) {
      Ledger ledger = batch.run(data, progress, out);
      boolean nothing = batch.reads().reachOut() && ledger.came() == 0;
      if (nothing) {
        out.println("       ! nothing came of it");
        out.flush();
      }
      return ledger.addsUp() && !nothing ? 0 : ExitCode.FAILED;
    }
  }

  private Batch.Crawl crawl() {
    if (retries < 0) {
      throw new ConfigException("--retries is at least 0, not " + retries);
    }
    var settings = new LocalSettings(config, System.getenv());
    if (contact != null) {
      settings.with("ingest.contact", contact);
    }
    var web = WebOptions.of(allowAddresses, resolve);
    CrawlConfig crawl = settings.load(Crawling.class).ingest();
    web.check(crawl);
    return new Batch.Crawl(crawl, web, retries);
  }

  /** The part of a configuration that is read. */
  public record Crawling(CrawlConfig ingest) {}
}
