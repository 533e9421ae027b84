package vn.hoinghi.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What each extractor makes of the pages of a folder, for a scorer from elsewhere. */
@Command(
    name = "benchmarks/run texts",
    mixinStandardHelpOptions = true,
    description = "Writes EXTRACTOR.jsonl, a line {\"id\", \"text\"} for each page of a folder.")
public final class Texts implements Callable<Integer> {
  @Option(
      names = {"-p", "--pages"},
      required = true,
      description = "folder with pages (.html)")
  private Path pages;

  @Option(names = "--out", required = true, description = "folder to write to")
  private Path out;

  public static void main(String[] args) {
    System.exit(new CommandLine(new Texts()).execute(args));
  }

  @Override
  public Integer call() throws IOException {
    List<Sample> samples = SampleFolder.read(pages).stream().filter(Sample::html).toList();
    Files.createDirectories(out);
    for (Extractor extractor : Extractor.values()) {
      Path file = out.resolve(extractor.name().toLowerCase(Locale.ROOT) + ".jsonl");
      try (BufferedWriter lines = Files.newBufferedWriter(file)) {
        for (Sample sample : samples) {
          lines.write(line(sample, extractor.text(sample)));
          lines.newLine();
        }
      }
    }
    return 0;
  }

  private static String line(Sample sample, String text) {
    return new ObjectMapper()
        .createObjectNode()
        .put("id", sample.name())
        .put("text", text)
        .toString();
  }
}
