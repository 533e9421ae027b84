package vn.hoinghi.benchmarks;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Speed says nothing without quality. The public article extraction benchmark compares texts as
 * bags of four words in a row and averages precision and recall over the pages; so is it done here,
 * without the headline, which not every extractor gives.
 */
final class TextScore {
  private static final int WINDOW = 4;
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}\\p{M}_]+");
  private int pages;
  private double precision;
  private double recall;

  void add(String gold, String found) {
    int end = gold.indexOf('\n');
    List<String> headline = words(end < 0 ? gold : gold.substring(0, end));
    Map<String, Integer> wanted = windows(body(words(gold), headline));
    Map<String, Integer> got = windows(body(words(found), headline));
    int hits = 0;
    for (Map.Entry<String, Integer> one : got.entrySet()) {
      hits += Math.min(one.getValue(), wanted.getOrDefault(one.getKey(), 0));
    }
    pages++;
    precision += got.isEmpty() ? (wanted.isEmpty() ? 1 : 0) : (double) hits / sum(got);
    recall += wanted.isEmpty() ? 1 : (double) hits / sum(wanted);
  }

  int pages() {
    return pages;
  }

  /** Harmonic mean of the mean precision and the mean recall; 0 to 1. */
  double f1() {
    double both = precision + recall;
    return both == 0 ? 0 : 2 * precision * recall / both / pages;
  }

  private static int sum(Map<String, Integer> windows) {
    return windows.values().stream().mapToInt(Integer::intValue).sum();
  }

  private static List<String> body(List<String> words, List<String> headline) {
    boolean starts =
        words.size() >= headline.size() && words.subList(0, headline.size()).equals(headline);
    return starts ? words.subList(headline.size(), words.size()) : words;
  }

  private static Map<String, Integer> windows(List<String> words) {
    Map<String, Integer> windows = new HashMap<>();
    for (int i = 0; i < words.size() && (i == 0 || i + WINDOW <= words.size()); i++) {
      List<String> window = words.subList(i, Math.min(i + WINDOW, words.size()));
      windows.merge(String.join(" ", window), 1, Integer::sum);
    }
    return windows;
  }

  /** Lower case; the tone of "hoà" and "hòa" sits in one place: a word and its tones apart. */
  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    String folded = Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    for (Matcher word = WORD.matcher(folded); word.find(); ) {
      words.add(toneLast(word.group()));
    }
    return words;
  }

  private static String toneLast(String word) {
    StringBuilder letters = new StringBuilder();
    StringBuilder tones = new StringBuilder();
    String parts = Normalizer.normalize(word, Normalizer.Form.NFD);
    for (int i = 0; i < parts.length(); i++) {
      char c = parts.charAt(i);
      ("\u0300\u0301\u0303\u0309\u0323".indexOf(c) >= 0 ? tones : letters).append(c);
    }
    return letters.append(tones).toString();
  }
}
