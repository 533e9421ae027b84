package vn.hoinghi.standalone.export;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.hoinghi.sink.export.Export;
import vn.hoinghi.sink.export.Format;
import vn.hoinghi.sink.export.Kind;
import vn.hoinghi.sink.export.Where;
import vn.hoinghi.sink.export.WhereException;
import vn.hoinghi.standalone.servers.TablesOptions;
import vn.hoinghi.standalone.terminal.Progress;

/** The words of {@code hoinghi export}. */
@Command(
    name = "export",
    description = {
      "Write events, the articles that report them, or the people in them to a file or to standard"
          + " output.",
      "",
      "All rows are of one moment and pass through one by one, so any number of them fits. The"
          + " tables are those of --data, --jdbc or the configuration, else of the 'hoinghi run' on"
          + " this machine.",
      "",
      "--where takes conditions that all hold: FIELD = != < <= > >= VALUE, FIELD in (VALUE, ...),"
          + " FIELD not in (...), joined by 'and'. Values with blanks stand in quotes. Fields:",
      "  type level format            as in the contract: CONGRESS, PROVINCE, ONLINE",
      "  province                     name on the map of the day",
      "  province63 province34        name or code; events of all times, by the old or new map",
      "  start                        first day: 2020-12-21, a month 2020-12, a year 2020",
      "  attendees sources confidence numbers",
      "  outlet person document id    host, name however typed, number, event id",
      "  search                       full text: hoi nghi, hội nghị, \"a phrase\", -without",
      "  published reprint            of articles: a day as above; true or false",
      "  part                         of persons: CHAIR SPEAKER PRESENTER ATTENDEE",
      "",
      "Examples:",
      "  hoinghi export events --where \"type = CONGRESS and start = 2025\"",
      "  hoinghi export events --format ics --where \"province34 = 'Tây Ninh'\" --out tay-ninh.ics",
      "  hoinghi export persons --format csv --where \"part = CHAIR\" --data kept",
      ""
    },
    exitCodeList = {
      "0:everything was written",
      "1:the database or the file failed on the way",
      "2:the command line or the configuration is wrong"
    })
public final class ExportCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "KIND", description = "events, articles or persons.")
  private Kind kind;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "JSONL",
      description = "jsonl, csv, ics (events) or atom (events, articles); jsonl by default.")
  private Format format;

  @Option(
      names = "--where",
      paramLabel = "CONDITIONS",
      description = "Which rows; said several times, all hold. All rows without it.")
  private List<String> where = new ArrayList<>();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Where to; written beside it first, so that it is whole or not there.")
  private Path out;

  @Mixin private TablesOptions tables = new TablesOptions();

  @Override
  public Integer call() throws Exception {
    Export export = export();
    PrintWriter err = spec.commandLine().getErr();
    Export.Outcome outcome;
    try (Progress progress = Progress.to(err)) {
      outcome =
          tables.read(
              connection -> to(out, stream -> export.write(connection, stream, at(progress))));
    }
    err.println(told(outcome));
    err.flush();
    return 0;
  }

  private Export export() {
    if (!format.holds(kind)) {
      throw new ParameterException(spec.commandLine(), format + " does not hold " + kind);
    }
    try {
      return new Export(kind, Where.of(where, kind), format);
    } catch (WhereException e) {
      throw new ParameterException(spec.commandLine(), "--where " + e.getMessage(), e);
    }
  }

  private static Export.Listener at(Progress progress) {
    return (done, total) -> progress.at("exporting", done, total);
  }

  private String told(Export.Outcome outcome) {
    String written =
        String.format(
            Locale.ROOT, "%,d %s%s", outcome.written(), kind, out == null ? "" : " in " + out);
    return outcome.leftOut() == 0
        ? written
        : written
            + String.format(
                Locale.ROOT, "; %,d left out: no day is known of them", outcome.leftOut());
  }

  /** What writes to a stream. */
  private interface Writing {
    Export.Outcome to(OutputStream stream) throws Exception;
  }

  private static Export.Outcome to(Path file, Writing writing) throws Exception {
    if (file == null) {
      return writing.to(new FileOutputStream(FileDescriptor.out));
    }
    Path target = file.toAbsolutePath();
    Path beside = Files.createTempFile(target.getParent(), target.getFileName() + ".", ".part");
    try {
      Export.Outcome outcome = written(beside, writing);
      Files.move(
          beside,
          target,
          java.nio.file.StandardCopyOption.REPLACE_EXISTING,
          java.nio.file.StandardCopyOption.ATOMIC_MOVE);
      return outcome;
    } finally {
      Files.deleteIfExists(beside);
    }
  }

  private static Export.Outcome written(Path beside, Writing writing) throws Exception {
    try (OutputStream stream = Files.newOutputStream(beside)) {
      return writing.to(stream);
    } catch (IOException e) {
      throw new IOException("cannot write " + beside + ": " + e.getMessage(), e);
    }
  }
}
