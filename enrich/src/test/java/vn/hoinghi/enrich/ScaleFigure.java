package vn.hoinghi.enrich;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * Draws what {@link ScaleRun} printed, as SVG: what an article costs beside the limit, how right
 * the events are beside the baseline, how many candidates an article has, each over the number of
 * articles so far.
 *
 * <p>{@code ScaleFigure FILE.csv FILE.svg}
 */
public final class ScaleFigure {
  private static final int WIDTH = 640;
  private static final int PANEL = 190;
  private static final int LEFT = 60;
  private static final int RIGHT = 150;
  private static final int TOP = 30;
  private static final int INNER = 120;
  private static final double LIMIT = 0.3;

  private record Curve(String name, String colour, ToDoubleFunction<Row> value) {}

  private record Row(List<Double> values) {
    double of(int column) {
      return values.get(column);
    }
  }

  private final List<Row> rows;
  private final StringBuilder svg = new StringBuilder();
  private int panels;

  private ScaleFigure(List<Row> rows) {
    this.rows = rows;
  }

  /** Draws the figure. */
  public static void main(String[] args) throws IOException {
    var rows = new ArrayList<Row>();
    for (String line : Files.readAllLines(Path.of(args[0]))) {
      if (!line.isEmpty() && Character.isDigit(line.charAt(0))) {
        var values = new ArrayList<Double>();
        for (String value : line.split(",", -1)) {
          values.add(Double.valueOf(value));
        }
        rows.add(new Row(values));
      }
    }
    Files.writeString(Path.of(args[1]), new ScaleFigure(rows).drawn());
  }

  private String drawn() {
    panel(
        "CPU µs an article",
        0,
        List.of(
            new Curve("resolving", "#0b6e4f", r -> r.of(1)),
            new Curve("with routing", "#1f77b4", r -> r.of(1) + r.of(2)),
            new Curve("limit: 0.3 parses", "#999999", r -> LIMIT * r.of(3))));
    panel(
        "B-cubed F1",
        0.7,
        List.of(
            new Curve("events", "#0b6e4f", r -> r.of(6)),
            new Curve("date, province, type", "#c44e52", r -> r.of(7))));
    panel(
        "candidates an article",
        0,
        List.of(
            new Curve("99th per cent", "#1f77b4", r -> r.of(9)),
            new Curve("median", "#0b6e4f", r -> r.of(8))));
    return String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"12\">%n<rect width=\"100%%\" height=\"100%%\" fill=\"white\"/>%n",
            WIDTH,
            panels * PANEL)
        + svg
        + "</svg>\n";
  }

  private void panel(String title, double from, List<Curve> curves) {
    double to = from + (from > 0 ? 1 - from : 1);
    for (Curve curve : curves) {
      for (Row row : rows) {
        to = Math.max(to, curve.value.applyAsDouble(row));
      }
    }
    int top = panels++ * PANEL + TOP;
    text(LEFT, top - 12, "start", title);
    for (int tick = 0; tick <= 2; tick++) {
      double value = from + (to - from) * tick / 2;
      int y = y(value, from, to, top);
      line(LEFT, y, WIDTH - RIGHT, y, "#dddddd");
      text(LEFT - 6, y + 4, "end", String.format(Locale.ROOT, from > 0 ? "%.2f" : "%.0f", value));
    }
    for (Row row : rows) {
      int thousands = (int) (row.of(0) / 1000);
      text(x(row), top + INNER + 18, "middle", thousands < 1000 ? thousands + "k" : "1M");
    }
    int label = top + 4;
    for (Curve curve : curves) {
      var points = new StringBuilder();
      for (Row row : rows) {
        int y = y(curve.value.applyAsDouble(row), from, to, top);
        points.append(x(row)).append(',').append(y).append(' ');
      }
      svg.append(
          String.format(
              Locale.ROOT,
              "<polyline fill=\"none\" stroke=\"%s\" stroke-width=\"2\" points=\"%s\"/>%n",
              curve.colour,
              points.toString().strip()));
      line(WIDTH - RIGHT + 8, label - 4, WIDTH - RIGHT + 24, label - 4, curve.colour);
      text(WIDTH - RIGHT + 28, label, "start", curve.name);
      label += 18;
    }
  }

  private int x(Row row) {
    double first = Math.log(rows.get(0).of(0));
    double last = Math.log(rows.get(rows.size() - 1).of(0));
    double share = rows.size() == 1 ? 0 : (Math.log(row.of(0)) - first) / (last - first);
    return LEFT + 14 + (int) (share * (WIDTH - RIGHT - LEFT - 28));
  }

  private static int y(double value, double from, double to, int top) {
    return top + INNER - (int) (Math.max(0, value - from) / (to - from) * INNER);
  }

  private void line(int x1, int y1, int x2, int y2, String colour) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\" stroke=\"%s\"/>%n",
            x1,
            y1,
            x2,
            y2,
            colour));
  }

  private void text(int x, int y, String anchor, String text) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<text x=\"%d\" y=\"%d\" text-anchor=\"%s\" fill=\"#333333\">%s</text>%n",
            x,
            y,
            anchor,
            text));
  }
}
