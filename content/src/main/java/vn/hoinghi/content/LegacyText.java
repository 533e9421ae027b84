package vn.hoinghi.content;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Before Unicode, Vietnamese was typed in fonts that drew their letters in the places of Western
 * ones: TCVN3 (ABC) one letter a place, VNI a mark behind the vowel. Such text reads as "Héi nghÞ"
 * or "Hoäi nghò" today, also inside pages that are formally UTF-8. Each reading is tried and the
 * one with the most everyday Vietnamese words wins; text that has them already is left alone.
 */
final class LegacyText {
  private static final int SAMPLE = 60_000;
  private static final int MIN_HITS = 4;
  private static final int PLENTY = 20;
  private static final int GLANCE = 4_000;
  private static final Set<String> EVERYDAY =
      Set.of(
          "và", "của", "các", "là", "có", "cho", "với", "được", "trong", "đã", "người", "những",
          "không", "một", "tỉnh", "đảng", "hội", "nghị", "ngày", "đại", "biểu", "huyện", "ủy", "uỷ",
          "năm", "đồng", "chí", "tổ", "chức", "lần", "thứ", "nhiệm", "kỳ", "xã", "hội,", "về",
          "tại", "ở", "quyết", "kinh", "tế", "phát", "triển", "công", "tác", "lãnh", "đạo", "bộ");
  private static final Map<Character, String> TCVN3 = new HashMap<>();
  private static final Map<String, String> VNI = new HashMap<>();

  static {
    for (String[] cells : RuleTable.read("legacy.tsv")) {
      String[] pair = cells[1].split(" ", -1);
      if (cells[0].equals("tcvn3")) {
        TCVN3.put((char) Integer.parseInt(pair[0], 16), pair[1]);
      } else {
        VNI.put(pair[0], pair[1]);
      }
    }
  }

  private LegacyText() {}

  /** Whether the text has Western letters where Vietnamese ones would stand. */
  static boolean looksLegacy(String text) {
    int western = 0;
    int vietnamese = 0;
    for (int i = 0, end = Math.min(text.length(), GLANCE); i < end; i++) {
      if (vietnamese * 4 > western + end - i) {
        return false; // were all the rest Western
      }
      char c = text.charAt(i);
      western += c >= 0xa1 && c <= 0xff ? 1 : 0;
      vietnamese += Language.isVietnamese(c) ? 1 : 0;
    }
    return western >= 15 && vietnamese * 4 <= western;
  }

  /** The source, read anew where that gives more everyday Vietnamese. */
  static String repair(String source) {
    return best(List.of(source, tcvn3(source), vni(source)));
  }

  /** The best reading of bytes that are no UTF-8, given as windows-1252 and as windows-1258. */
  static String choose(Supplier<String> western, String vietnamese) {
    if (hits(vietnamese, PLENTY) >= PLENTY) {
      return vietnamese;
    }
    String latin = western.get();
    return best(List.of(vietnamese, tcvn3(latin), vni(latin)));
  }

  private static String best(List<String> readings) {
    String best = readings.get(0);
    int most = Math.max(MIN_HITS, hits(best, SAMPLE) * 2);
    for (String reading : readings.subList(1, readings.size())) {
      int hits = hits(reading, SAMPLE);
      if (hits > most) {
        most = hits;
        best = reading;
      }
    }
    return best;
  }

  /** How many everyday words stand in the beginning; looks on until there are enough. */
  private static int hits(String text, int enough) {
    int end = Math.min(text.length(), SAMPLE);
    int hits = 0;
    for (int from = 0; from < end && hits < enough; ) {
      int to = Math.min(end, from + GLANCE);
      while (to < end && text.charAt(to) != ' ') {
        to++;
      }
      hits += hits(CleanText.nfc(text.substring(from, to)));
      from = to;
    }
    return hits;
  }

  private static int hits(String sample) {
    int hits = 0;
    int start = -1;
    for (int i = 0; i <= sample.length(); i++) {
      boolean letter = i < sample.length() && Character.isLetter(sample.charAt(i));
      if (letter && start < 0) {
        start = i;
      } else if (!letter && start >= 0) {
        hits += i - start <= 6 && EVERYDAY.contains(sample.substring(start, i)) ? 1 : 0;
        start = -1;
      }
    }
    return hits;
  }

  private static String tcvn3(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      String letter = c < 0xa1 ? null : TCVN3.get(c);
      if (letter == null) {
        out.append(c);
      } else {
        out.append(letter);
      }
    }
    return out.toString();
  }

  private static String vni(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      String two =
          i + 1 < text.length() && text.charAt(i + 1) >= 0xa1
              ? VNI.get(text.substring(i, i + 2))
              : null;
      if (two != null) {
        out.append(two);
        i++;
        continue;
      }
      char c = text.charAt(i);
      String one = c < 0xa1 ? null : VNI.get(String.valueOf(c));
      if (one == null) {
        out.append(c);
      } else {
        out.append(one);
      }
    }
    return out.toString();
  }
}
