package vn.hoinghi.enrich.person;

import vn.hoinghi.enrich.place.TableFile;
import vn.hoinghi.enrich.place.Words;
import vn.hoinghi.enrich.text.Blanks;
import vn.hoinghi.enrich.text.PhraseBook;

/**
 * Brings an office as written to its normal form: abbreviations written out, single blanks, one
 * tone placement.
 */
final class PlainOffice {
  private static final PlainOffice STANDARD = new PlainOffice();
  private final Phrases<String> abbreviations = new Phrases<>(new PhraseBook(), "-–&.");

  private PlainOffice() {
    TableFile.rows(PlainOffice.class, "abbreviations.tsv")
        .forEach(row -> abbreviations.put(row[0], row[1]));
  }

  static String of(String written) {
    return STANDARD.normal(withoutInitials(written));
  }

  /** "Mặt trận Tổ quốc (MTTQ) Việt Nam": the brackets say again what stands before them. */
  private static String withoutInitials(String written) {
    int open = written.indexOf('(');
    int close = written.indexOf(')', open + 1);
    return open < 0 || close < 0
        ? written
        : written.substring(0, open) + written.substring(close + 1);
  }

  private String normal(String written) {
    Words words = Words.of(written);
    StringBuilder out = new StringBuilder();
    int at = 0;
    int i = 0;
    while (i < words.count()) {
      Phrases.Match<String> match = abbreviations.longest(words, i);
      boolean capitals =
          match != null
              && Character.isUpperCase(
                  words.at(match.end() - 1).charAt(words.at(match.end() - 1).length() - 1));
      if (capitals) {
        out.append(written, at, words.start(i)).append(match.value());
        i = match.end();
        at = words.end(i - 1);
        at +=
            match.value().equals("thành phố") && at < written.length() && written.charAt(at) == '.'
                ? 1
                : 0;
        out.append(
            at < written.length() && written.charAt(at) != ' ' && match.value().equals("thành phố")
                ? " "
                : "");
      } else {
        i++;
      }
    }
    out.append(written.substring(at));
    String plain = NameSpelling.oneTonePlace(Blanks.single(out).strip());
    return plain.isEmpty() ? plain : Character.toUpperCase(plain.charAt(0)) + plain.substring(1);
  }
}
