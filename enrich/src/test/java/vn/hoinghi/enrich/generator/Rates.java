package vn.hoinghi.enrich.generator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/** How often things happen in generated news; the figures and their origin stand in rates.csv. */
final class Rates {
  private static final Map<String, Integer> PER_MILLE = read();

  private Rates() {}

  static boolean happens(String what, SplittableRandom random) {
    return random.nextInt(1000) < of(what);
  }

  static int of(String what) {
    Integer rate = PER_MILLE.get(what);
    if (rate == null) {
      throw new IllegalArgumentException("no rate is given for " + what);
    }
    return rate;
  }

  private static Map<String, Integer> read() {
    try (var in = Rates.class.getResourceAsStream("rates.csv")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.split(","))
          .collect(Collectors.toMap(row -> row[0], row -> Integer.parseInt(row[1])));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
