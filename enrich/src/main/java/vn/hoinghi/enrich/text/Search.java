package vn.hoinghi.enrich.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A search with a rule in a stretch of a text, used as a {@link Matcher} is. */
public final class Search {
  private final Pattern pattern;
  private final Beginnings beginnings;
  private final Prose prose;
  private final int from;
  private final int to;
  private final boolean toTheEnd;
  private int next;
  private Matcher matcher;

  Search(Pattern pattern, Beginnings beginnings, Prose prose, int from, int to, boolean toTheEnd) {
    this.pattern = pattern;
    this.beginnings = beginnings;
    this.prose = prose;
    this.from = from;
    this.to = to;
    this.toTheEnd = toTheEnd;
    next = from;
  }

  /** Goes to the next match; false where there is none. */
  public boolean find() {
    for (int at = candidate(next); at <= to; at = candidate(at + 1)) {
      if (matches(at)) {
        next = matcher.end() > at ? matcher.end() : at + 1;
        return true;
      }
    }
    next = to + 1;
    return false;
  }

  /** Whether a match begins where the stretch does. */
  public boolean lookingAt() {
    return candidate(from, from + 1) == from && matches(from);
  }

  private boolean matches(int at) {
    if (matcher == null) {
      matcher = pattern.matcher(prose.text).useTransparentBounds(true).useAnchoringBounds(toTheEnd);
    }
    return matcher.region(at, to).lookingAt();
  }

  private int candidate(int at) {
    return candidate(at, to + 1);
  }

  /**
   * The first place from one on, before another, where a match may begin; past the end for none.
   */
  private int candidate(int at, int before) {
    long[] first = beginnings.fits[0];
    long[] second = beginnings.fits[1];
    long[] third = beginnings.fits[2];
    byte[] symbols = prose.symbols;
    int whole = Math.min(before, to - 2);
    int i = at;
    for (; i < whole; i++) {
      long ways = first[symbols[i] & 0xff];
      if (ways != 0
          && (ways &= second[symbols[i + 1] & 0xff]) != 0
          && (ways & third[symbols[i + 2] & 0xff]) != 0) {
        return i;
      }
    }
    while (i < before && (i < to ? first[symbols[i] & 0xff] == 0 : !beginnings.empty)) {
      i++;
    }
    return i < before ? i : to + 1;
  }

  public int start() {
    return matcher.start();
  }

  public int start(String group) {
    return matcher.start(group);
  }

  public int start(int group) {
    return matcher.start(group);
  }

  public int end() {
    return matcher.end();
  }

  public int end(String group) {
    return matcher.end(group);
  }

  public int end(int group) {
    return matcher.end(group);
  }

  /** The match's text. */
  public String group() {
    return matcher.group();
  }

  /** A group's text, or null where it took no part. */
  public String group(String group) {
    return matcher.group(group);
  }

  /** A group's text, or null where it took no part. */
  public String group(int group) {
    return matcher.group(group);
  }
}
