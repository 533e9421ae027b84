package vn.hoinghi.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Measures reading against a bare parse and other extractors on the pages of a folder, everything
 * in turn in the same run, and how well each extractor finds the text.
 */
@Command(
    name = "benchmarks/run",
    mixinStandardHelpOptions = true,
    description = "What reading pages costs, as multiples of a bare Jsoup.parse, and how well.")
public final class Benchmarks implements Callable<Integer> {
  private static final List<String> ALL =
      List.of(
          "jsoupParse",
          "jsoupParseBytes",
          "content",
          "mention",
          "contentAndMention",
          "plainText",
          "readability4j",
          "boilerpipe");

  @Option(
      names = {"-p", "--pages"},
      required = true,
      description = "folder with pages (.html) or texts (.txt)")
  private Path pages;

  @Option(
      names = "--only",
      split = ",",
      description =
          "some of: jsoupParse, jsoupParseBytes, content, mention, contentAndMention, plainText,"
              + " readability4j, boilerpipe")
  private List<String> only = ALL;

  @Option(names = "--rounds", defaultValue = "2", description = "rounds, each of all in turn")
  private int rounds;

  @Option(
      names = "--seconds",
      defaultValue = "4",
      description = "seconds each is measured in a round, after twice as many of warming up")
  private int seconds;

  @Option(names = "--json", description = "file to write the figures to")
  private Path json;

  public static void main(String[] args) {
    System.exit(new CommandLine(new Benchmarks()).execute(args));
  }

  @Override
  public Integer call() throws IOException, RunnerException {
    List<Sample> samples = SampleFolder.read(pages);
    if (samples.isEmpty()) {
      System.err.println("no .html or .txt below " + pages);
      return 2;
    }
    boolean html = samples.stream().anyMatch(Sample::html);
    List<String> names = new ArrayList<>(html ? ALL : List.of("mention", "plainText"));
    names.retainAll(only);
    Measured measured = new Measured();
    for (int round = 1; round <= rounds; round++) {
      System.err.println("round " + round + " of " + rounds);
      measured.add(new Runner(options(names).build()).run());
    }
    Table table = new Table(samples, measured, scores(samples));
    table.print(new PrintStream(System.out, true, StandardCharsets.UTF_8), names);
    if (json != null) {
      Files.writeString(json, table.json(names));
    }
    return 0;
  }

  private ChainedOptionsBuilder options(List<String> names) {
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .mode(Mode.AverageTime)
            .forks(1)
            .warmupIterations(2 * seconds)
            .measurementIterations(seconds)
            .warmupTime(TimeValue.seconds(1))
            .measurementTime(TimeValue.seconds(1))
            .param("pages", pages.toString())
            // The reader is much code: compiled in the background, on few cores, it would be
            // measured
            // half compiled, and the longest path worst of all.
            .jvmArgs("-Xbatch", "-Xmx700m", "-XX:+UseSerialGC", "-Dfile.encoding=UTF-8")
            .verbosity(VerboseMode.SILENT);
    names.forEach(name -> options.include("\\.Reading\\." + name + "$"));
    return options;
  }

  private static Map<Extractor, TextScore> scores(List<Sample> samples) {
    Map<Extractor, TextScore> scores = new EnumMap<>(Extractor.class);
    for (Extractor extractor : Extractor.values()) {
      TextScore score = new TextScore();
      samples.stream()
          .filter(sample -> sample.gold() != null)
          .forEach(sample -> score.add(sample.gold(), extractor.text(sample)));
      scores.put(extractor, score);
    }
    return scores;
  }
}
