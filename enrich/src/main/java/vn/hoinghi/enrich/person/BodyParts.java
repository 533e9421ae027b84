package vn.hoinghi.enrich.person;

import java.util.Locale;
import vn.hoinghi.enrich.place.Words;
import vn.hoinghi.enrich.text.WordSet;

/**
 * The small parts of an office that are neither phrase nor place: "khóa XV", "và", "tại Việt Nam",
 * numbers, abbreviations, dashes between two fields, and the verbs that end it all.
 */
final class BodyParts {
  private static final WordSet TERM = WordSet.of("khóa");
  private static final WordSet AT = WordSet.of("tại");
  private static final int SHORT_NAME = 3;
  private static final WordSet NUMBERED =
      WordSet.of(
          "số", "khu", "khối", "vực", "tổ", "thôn", "ấp", "phòng", "đoàn", "cụm", "quận", "phố",
          "phường", "vùng", "bản", "đội", "khóa", "q", "p", "ty", "viện", "trạm", "đạo", "án");
  private final Lexicon lexicon;
  private final Words words;
  private final NameReader names;
  private final PlaceWords places;

  BodyParts(Lexicon lexicon, Words words, NameReader names, PlaceWords places) {
    this.lexicon = lexicon;
    this.words = words;
    this.names = names;
    this.places = places;
  }

  /** Index after "khóa" and its number; {@code i} where that does not stand here. */
  int term(int i) {
    if (!TERM.has(words, i) || i + 1 >= words.count() || !words.spaceAfter(i)) {
      return i;
    }
    String number = words.at(i + 1);
    return number.length() < 6 && number.chars().allMatch(c -> "IVXLC0123456789".indexOf(c) >= 0)
        ? i + 2
        : i;
  }

  /**
   * "Mặt trận Tổ quốc (MTTQ) Việt Nam": index after the brackets that hold the initials of the
   * words before them; {@code i} where none are.
   */
  int pastInitials(int i) {
    if (i >= words.count() || !words.joinedBy(i - 1, "(") || !words.shouts(i)) {
      return i;
    }
    int end = i + 1;
    StringBuilder initials = new StringBuilder(words.folded(i));
    while (end < words.count() && end - i < SHORT_NAME && words.joinedBy(end - 1, "&-–")) {
      initials.append(words.folded(end));
      end++;
    }
    boolean closed = end < words.count() && words.joinedBy(end - 1, ")") && initials.length() > 1;
    return closed && initialsBefore(i, initials) ? end : i;
  }

  private boolean initialsBefore(int end, CharSequence initials) {
    int at = end - 1;
    for (int letter = initials.length() - 1; letter >= 0; letter--) {
      at -= at > 0 && lexicon.joints.length(words, at) == 1 ? 1 : 0;
      if (at < 0 || words.folded(at).charAt(0) != initials.charAt(letter)) {
        return false;
      }
      at--;
    }
    return true;
  }

  /** A verb ends the office, unless it is the longer part of a body's name ("chỉ đạo tuyến"). */
  boolean halts(int unit, int i, int phrase) {
    if (lexicon.joints.length(words, i) > 0 || AT.has(words, i)) {
      return false;
    }
    boolean afterJoint = lexicon.joints.length(words, i - 1) > 0;
    boolean afterKind = lexicon.freeKinds.startBefore(words, i, 3) >= 0;
    boolean act =
        unit >= 0
            && !afterJoint
            && !afterKind
            && lexicon.acts.length(words, i) >= phrase
            && lexicon.acts.length(words, i) > 0;
    return act || lexicon.halts.length(words, i) > phrase;
  }

  /** "Sở Tài nguyên - môi trường", "Ban Tư tưởng - Văn hóa": a dash between two fields. */
  boolean dashed(int i) {
    return words.joinedBy(i - 1, "-–")
        && lexicon.body(words, i) > 0
        && lexicon.fields.length(words, i) > 0
        && lexicon.fields.startBefore(words, i, 4) >= 0;
  }

  /** "Covid-19": a number that a dash makes part of the word before it. */
  boolean dashedNumber(int i) {
    return i < words.count()
        && words.digit(i)
        && words.gap(i - 1).equals("-")
        && words.capital(i - 1)
        && !words.digit(i - 1);
  }

  /** Index after any other word that goes on with an office; {@code i} where none does. */
  int other(int i) {
    boolean tie = lexicon.joints.length(words, i) == 1 || AT.has(words, i);
    if (tie && i + 1 < words.count() && words.spaceAfter(i)) {
      return joint(i);
    }
    if (words.digit(i)) {
      return number(i) ? i + 1 : i;
    }
    if (!words.capital(i)) {
      boolean compound =
          words.capital(i - 1)
              && lexicon.body(words, i - 1) == 0
              && lexicon.countries.startBefore(words, i, 2) < 0
              && lexicon.heads.startBefore(words, i, 4) < 0;
      return compound && lexicon.halts.length(words, i) == 0 && !places.endsBefore(i) ? i + 1 : i;
    }
    String word = words.at(i);
    if (word.length() == 1 && words.after(i) == '.' && !OfficeBody.isShortened(words, i)) {
      return i;
    }
    boolean newSentence = places.endsBefore(i) && words.spaceAfter(i - 1);
    boolean called =
        lexicon.address.length(words, i) > 0 && !word.equals(word.toUpperCase(Locale.ROOT));
    return newSentence || called ? i : i + 1;
  }

  private int joint(int i) {
    if (AT.has(words, i)) {
      return atPlace(i);
    }
    boolean goesOn =
        lexicon.body(words, i + 1) > 0 || (words.capital(i + 1) && names.end(i + 1) == i + 1);
    boolean others = lexicon.stops.length(words, i) > 1; // "và đoàn công tác", not "của" alone
    return goesOn
            && !others
            && lexicon.heads.length(words, i + 1) == 0
            && lexicon.address.length(words, i + 1) == 0
        ? i + 1
        : i;
  }

  /** "Đại sứ Nhật Bản tại Việt Nam", "VKSND Cấp cao tại Đà Nẵng", never "Tỉnh ủy tại Vinh". */
  private int atPlace(int i) {
    int end = Math.max(places.endAt(i + 1), i + 1 + lexicon.countries.length(words, i + 1));
    boolean abroad =
        lexicon.countries.startBefore(words, i, 3) >= 0
            || lexicon.seats.startBefore(words, i, 3) >= 0;
    return abroad && end > i + 1 ? end : i;
  }

  /** "Quận 8", and "APEC 2017" or "SEA Games 31" after an abbreviation. */
  private boolean number(int i) {
    String before = words.at(i - 1);
    if (dashedNumber(i)) {
      return true;
    }
    boolean short3 = words.length(i) < 4 && NUMBERED.has(words, i - 1);
    boolean ofAbbreviation =
        words.length(i) < 5
            && before.length() > 2
            && before.equals(before.toUpperCase(Locale.ROOT))
            && words.capital(i - 1)
            && lexicon.body(words, i - 1) == 0;
    return short3 || ofAbbreviation;
  }
}
