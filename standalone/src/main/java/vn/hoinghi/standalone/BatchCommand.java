package vn.hoinghi.standalone;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The words of {@code hoinghi batch}. */
@Command(
    name = "batch",
    description = {
      "Turn a folder of pages into conference events, and end.",
      "",
      "Starts a broker and a database of its own, sends every page through the same applications"
          + " that run for good, waits until all is stored, and prints a ledger in which every"
          + " input has exactly one outcome.",
      "",
      "With a manifest, exactly its files are read, one output line each:",
      "  {\"id\",\"file\",\"url\",\"outlet\",\"fetched_at\",\"published\"}",
      "Without one, every *.html, *.htm and *.txt below DIR; the first line of a text file is its"
          + " headline.",
      ""
    },
    exitCodeList = {
      "0:every input is accounted for",
      "1:the pipeline failed, or the ledger does not add up",
      "2:the command line or the configuration is wrong"
    })
final class BatchCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--in", paramLabel = "DIR", required = true, description = "Folder of pages.")
  private Path in;

  @Option(
      names = "--manifest",
      paramLabel = "FILE",
      description = "Lines of JSON, one a page; DIR/manifest.jsonl where that is there.")
  private Path manifest;

  @Option(
      names = "--outlets",
      paramLabel = "FILE",
      description = "JSON: [{\"host\",\"name\",\"province\",\"kind\"}, ...].")
  private Path outlets;

  @Option(
      names = "--corrections",
      paramLabel = "FILE",
      description =
          "Lines of JSON, one a correction: {\"kind\",\"articles\",\"field\",\"value\",\"author\","
              + "\"reason\",\"at\"}; an article by its id in the manifest, its path or address.")
  private Path corrections;

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
      names = "--data",
      paramLabel = "DIR",
      description =
          "Keep broker, state and database there: a later run goes on from it. Without, a"
              + " temporary directory is used and removed.")
  private Path data;

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    try (var progress = Progress.to(spec.commandLine().getErr())) {
      Ledger ledger =
          new Batch(in, manifest, outlets, corrections, articlesOut, eventsOut)
              .run(data, progress, out);
      return ledger.addsUp() ? 0 : Hoinghi.FAILED;
    }
  }
}
