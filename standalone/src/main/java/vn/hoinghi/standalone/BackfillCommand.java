package vn.hoinghi.standalone;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vn.hoinghi.avro.ImportState;
import vn.hoinghi.ingest.Attempt;
import vn.hoinghi.ingest.Backfill;
import vn.hoinghi.schemas.Topics;
import vn.hoinghi.service.ClusterTopics;
import vn.hoinghi.service.ConfigException;
import vn.hoinghi.service.KafkaConfig;

/** The words of {@code hoinghi backfill}. */
@Command(
    name = "backfill",
    description = {
      "Import archives into a running cluster, beside what is crawled, and end.",
      "",
      "Web archives (WARC 1.0 and 1.1, plain or in gzip) and folders of pages. The date of a record"
          + " is when the page was captured, so no import beats a newer capture.",
      "",
      "Stopped or killed, the same command goes on where it was, without loss or repetition; what is"
          + " imported already is said so. Articles are added only as fast as 'enrich' reads them,"
          + " so that live ones need not wait behind an archive.",
      "",
      "  hoinghi backfill --warc CC-NEWS-20210506.warc.gz --bootstrap-servers kafka:9092",
      ""
    },
    exitCodeList = {
      "0:everything is imported, now or before; what was refused is told with its reason",
      "1:broken off, or nothing at all came",
      "2:the command line or the configuration is wrong"
    })
final class BackfillCommand implements Callable<Integer> {
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
    if (archives.isEmpty() && folder == null) {
      throw new ConfigException("nothing to import: give --warc or --folder");
    }
    if (folder == null && manifest != null) {
      throw new ConfigException("--manifest says which pages of a --folder, and there is none");
    }
    KafkaConfig kafka = cluster.kafkaOrLocal();
    ClusterTopics.require(kafka, List.of(Topics.RAW, Topics.IMPORTS));
    var backfill = new Backfill(kafka, Batch.Crawl.byDefault().config(), group, mostLag, again);
    long published = 0;
    try (var shutdown = Shutdown.onSignal()) {
      for (Path archive : archives) {
        var telling = new Telling(archive.toString(), shutdown);
        published += telling.end(backfill.archive(archive, telling));
      }
      if (folder != null) {
        var telling = new Telling(folder.toString(), shutdown);
        published += telling.end(backfill.folder(folder, manifest, telling));
      }
    }
    return published > 0 ? 0 : Hoinghi.FAILED;
  }

  /** One import, as told to whoever started it. */
  private final class Telling implements Backfill.Listener {
    private final PrintWriter out = spec.commandLine().getOut();
    private final BackfillProgress progress;
    private final Shutdown shutdown;
    private boolean moved;

    Telling(String input, Shutdown shutdown) {
      this.progress = BackfillProgress.to(spec.commandLine().getErr(), input);
      this.shutdown = shutdown;
    }

    @Override
    public void at(ImportState state, long lag) {
      moved = true;
      progress.at(state, lag);
      shutdown.check();
    }

    @Override
    public void failed(Attempt attempt) {
      spec.commandLine().getErr().println(Harmless.line(words(attempt)));
    }

    private static String words(Attempt attempt) {
      String where =
          attempt.in() == null
              ? ""
              : " (%s, bytes %d to %d)"
                  .formatted(attempt.in().file(), attempt.in().from(), attempt.in().to());
      return "not imported: %s: %s %s%s"
          .formatted(attempt.url(), attempt.reason(), attempt.problem(), where);
    }

    /** Returns how much of it there is by now. */
    long end(ImportState state) {
      progress.close();
      Map<String, Long> refused = new TreeMap<>(state.getRefused());
      String what = moved ? "is imported" : "was imported before (--again begins anew)";
      out.println(
          state.getInput()
              + " "
              + what
              + ": "
              + BackfillProgress.counts(state)
              + (refused.isEmpty() ? "" : " " + refused));
      out.flush();
      return state.getPublished();
    }
  }
}
