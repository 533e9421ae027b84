package vn.hoinghi.enrich.place;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import vn.hoinghi.enrich.text.WordCode;

/** What the word before a name says of it: "tỉnh", "Huyện ủy", "phường", "TT.", or "đường". */
final class KindWords {
  /** What kind of place follows. */
  enum Before {
    PROVINCE,
    CITY,
    DISTRICT,
    COMMUNE,
    /** A name after it names something else: a street, a river, a person. */
    NONE,
    /** It only ends like a kind word and says nothing. */
    PLAIN
  }

  /** A kind word found: the index of its first word. */
  record Found(int at, Before kind) {}

  private final Map<String, Before> kinds = new HashMap<>();
  private final Map<String, Commune.Type> communes = new HashMap<>();
  private final long[] lastCodes;
  private final Set<String> plurals = new HashSet<>();

  KindWords() {
    Set<String> lastWords = new HashSet<>();
    for (String[] row : TableFile.rows(KindWords.class, "kind-words.tsv")) {
      if (row[1].equals("PLURAL")) {
        plurals.add(row[0]);
        continue;
      }
      kinds.put(row[0], Before.valueOf(row[1]));
      if (row.length > 2) {
        communes.put(row[0], Commune.Type.of(row[2]));
        lastWords.add(row[0].substring(row[0].lastIndexOf(' ') + 1));
      }
    }
    lastCodes = lastWords.stream().mapToLong(WordCode::of).toArray();
  }

  /** The kind word that ends right before {@code from}, or null. */
  Found before(Words words, int from) {
    if (from == 0 || !words.joinedBy(from - 1, ".")) {
      return null;
    }
    for (int length = 2; length >= 1; length--) {
      int at = from - length;
      Before kind =
          at >= 0 && (length == 1 || words.spaceAfter(at))
              ? kinds.get(joined(words, at, from))
              : null;
      if (kind != null) {
        return kind == Before.PLAIN || !sure(words, from) ? null : new Found(at, kind);
      }
    }
    return null;
  }

  /**
   * A single letter is short for "phường" only as "P." or "P" before a number, and no townlet has a
   * number ("TT 5" is a circular).
   */
  private static boolean sure(Words words, int from) {
    int length = words.end(from - 1) - words.start(from - 1);
    if (length == 1) {
      return words.capital(from - 1) && (!words.spaceAfter(from - 1) || words.digit(from));
    }
    return length > 2 || !words.digit(from) || !words.folded(from - 1).equals("tt");
  }

  /**
   * A look at one word, before {@link #before} is asked: does a commune's kind word end here? Asked
   * for every name of a text.
   */
  boolean endsCommuneKind(Words words, int at) {
    long code = words.code(at);
    for (long last : lastCodes) {
      if (last == code) {
        return true;
      }
    }
    return false;
  }

  /** The kind of commune that a kind word means. */
  Commune.Type type(Words words, Found kind, int from) {
    return communes.get(joined(words, kind.at(), from));
  }

  /** "các xã", "hai phường": more names follow. */
  boolean many(Words words, Found kind) {
    return kind.at() > 0
        && words.spaceAfter(kind.at() - 1)
        && (plurals.contains(words.folded(kind.at() - 1)) || words.digit(kind.at() - 1));
  }

  private static String joined(Words words, int from, int to) {
    return to - from == 1 ? words.folded(from) : words.folded(from) + ' ' + words.folded(from + 1);
  }
}
