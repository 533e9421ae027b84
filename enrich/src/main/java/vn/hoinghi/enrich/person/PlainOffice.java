package vn.hoinghi.enrich.person;

import vn.hoinghi.enrich.place.Words;
import vn.hoinghi.enrich.text.Blanks;

/**
 * Brings an office as written to its normal form: abbreviations written out, single blanks, one
 * tone placement.
 */
final class PlainOffice {
  private PlainOffice() {}

  static String of(String written) {
    return normal(withoutInitials(written));
  }

  /** "Mặt trận Tổ quốc (MTTQ) Việt Nam": the brackets say again what stands before them. */
  private static String withoutInitials(String written) {
    int open = written.indexOf('(');
    int close = written.indexOf(')', open + 1);
    return open < 0 || close < 0
        ? written
        : written.substring(0, open) + written.substring(close + 1);
  }

  private static String normal(String written) {
    Phrases<String> abbreviations = Lexicon.STANDARD.abbreviations;
    Words words = Words.of(written);
    StringBuilder out = new StringBuilder();
    int at = 0;
    int i = 0;
    while (i < words.count()) {
      int end = abbreviations.end(words, i);
      boolean capitals = end > 0 && Character.isUpperCase(written.charAt(words.end(end - 1) - 1));
      if (capitals) {
        String whole = abbreviations.value(words, i);
        out.append(written, at, words.start(i)).append(whole);
        i = end;
        at = words.end(i - 1);
        at +=
            whole.equals("thành phố") && at < written.length() && written.charAt(at) == '.' ? 1 : 0;
        out.append(
            at < written.length() && written.charAt(at) != ' ' && whole.equals("thành phố")
                ? " "
                : "");
      } else {
        i++;
      }
    }
    out.append(written.substring(at));
    String plain = NameSpelling.oneTonePlace(Blanks.single(out.toString()).strip());
    return capitalised(plain);
  }

  /** With a capital at its beginning. */
  static String capitalised(String plain) {
    return plain.isEmpty() || Character.isUpperCase(plain.charAt(0))
        ? plain
        : Character.toUpperCase(plain.charAt(0)) + plain.substring(1);
  }
}
