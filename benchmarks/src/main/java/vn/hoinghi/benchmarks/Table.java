package vn.hoinghi.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.hoinghi.content.Page;
import vn.hoinghi.content.PageReader;
import vn.hoinghi.content.UnreadablePageException;

/** The figures for people and for machines. */
final class Table {
  private static final String BARE = "jsoupParse";
  private final Measured measured;
  private final Map<Extractor, TextScore> scores;
  private final long pages;
  private final double pageKb;
  private final double textKb;

  Table(List<Sample> samples, Measured measured, Map<Extractor, TextScore> scores) {
    this.measured = measured;
    this.scores = scores;
    this.pages = samples.stream().filter(Sample::html).count();
    this.pageKb = samples.stream().mapToInt(s -> s.capture().body().length).sum() / 1024.0;
    this.textKb = samples.stream().mapToInt(Table::textBytes).sum() / 1024.0;
  }

  void print(PrintStream out, List<String> names) {
    out.printf(
        Locale.ROOT, "%d pages, %.0f KB; their texts %.0f KB of UTF-8%n", pages, pageKb, textKb);
    out.printf("%-18s %10s %10s %10s %9s%n", "", "µs a pass", "x parse", "µs/KB", "text F1");
    for (String name : names) {
      Double ratio = ratio(name);
      Double f1 = f1(name);
      out.printf(
          Locale.ROOT,
          "%-18s %10.0f %10s %10.2f %9s%n",
          name,
          measured.micros(name),
          ratio == null ? "" : String.format(Locale.ROOT, "%.2f", ratio),
          measured.micros(name) / kb(name),
          f1 == null ? "" : String.format(Locale.ROOT, "%.3f", f1));
    }
  }

  String json(List<String> names) {
    ObjectNode root = new ObjectMapper().createObjectNode();
    root.put("pages", pages).put("pageKb", pageKb).put("textKb", textKb);
    for (String name : names) {
      ObjectNode one = root.putObject(name);
      one.put("micros", measured.micros(name)).put("microsPerKb", measured.micros(name) / kb(name));
      one.put("timesParse", ratio(name)).put("textF1", f1(name));
    }
    return root.toPrettyString() + "\n";
  }

  private Double ratio(String name) {
    return measured.has(BARE) && !isOfText(name) ? (Double) measured.ratio(name, BARE) : null;
  }

  private Double f1(String name) {
    Extractor extractor =
        switch (name) {
          case "content" -> Extractor.HOINGHI;
          case "readability4j" -> Extractor.READABILITY4J;
          case "boilerpipe" -> Extractor.BOILERPIPE;
          default -> null;
        };
    boolean known = extractor != null && scores.get(extractor).pages() > 0;
    return known ? (Double) scores.get(extractor).f1() : null;
  }

  private double kb(String name) {
    return isOfText(name) || name.equals("mention") ? textKb : pageKb;
  }

  private static boolean isOfText(String name) {
    return name.equals("plainText");
  }

  private static int textBytes(Sample sample) {
    try {
      Page page = PageReader.standard().read(sample.capture());
      return Reading.plain(sample, page).body().length;
    } catch (UnreadablePageException e) {
      return 0;
    }
  }
}
