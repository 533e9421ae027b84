package vn.hoinghi.ingest;

import java.util.BitSet;

/**
 * Which addresses of a site are articles, said by someone who knows the site: a path, and behind it
 * the query where the site's addresses differ by that, with {@code *} for any characters but a
 * slash, {@code **} for any characters and {@code #} for a number. Every other character stands for
 * itself: {@code /tin-tuc/**-#.html}, {@code /detail.aspx?id=#}.
 *
 * <p>No regular expression: people err in those, and one can take for ever. All places where the
 * pattern may stand are followed at once, so the time is the product of both lengths at most.
 */
final class LinkPattern {
  private static final int MAX_CHARS = 200;

  /** What one place of the pattern takes; below zero a wildcard, else the character itself. */
  private static final int PIECE = -1;

  private static final int ANY = -2;
  private static final int NUMBER = -3;

  private final int[] places;
  private final boolean withQuery;

  private LinkPattern(int[] places, boolean withQuery) {
    this.places = places;
    this.withQuery = withQuery;
  }

  /**
   * @throws IllegalArgumentException where it is none
   */
  static LinkPattern parse(String text) {
    if (!text.startsWith("/") || text.length() > MAX_CHARS) {
      throw new IllegalArgumentException("no pattern that begins with a slash: " + text);
    }
    var places = new int[text.length()];
    int n = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '*' && i + 1 < text.length() && text.charAt(i + 1) == '*') {
        places[n++] = ANY;
        i++;
      } else {
        places[n++] = c == '*' ? PIECE : c == '#' ? NUMBER : c;
      }
    }
    return new LinkPattern(java.util.Arrays.copyOf(places, n), text.indexOf('?') >= 0);
  }

  boolean matches(CanonicalUrl url) {
    String whole = url.pathAndQuery();
    int question = whole.indexOf('?');
    return matches(withQuery || question < 0 ? whole : whole.substring(0, question));
  }

  private boolean matches(String text) {
    var at = new BitSet(places.length + 1);
    reach(at, 0);
    for (int i = 0; i < text.length() && !at.isEmpty(); i++) {
      var next = new BitSet(places.length + 1);
      for (int p = at.nextSetBit(0); p >= 0; p = at.nextSetBit(p + 1)) {
        step(next, p, text.charAt(i));
      }
      at = next;
    }
    return at.get(places.length);
  }

  private void step(BitSet next, int place, char c) {
    if (place == places.length) {
      return;
    }
    int wanted = places[place];
    boolean digit = c >= '0' && c <= '9';
    if (wanted == ANY || (wanted == PIECE && c != '/')) {
      reach(next, place);
    } else if (wanted == NUMBER && digit) {
      next.set(place);
      reach(next, place + 1);
    } else if (wanted == c) {
      reach(next, place + 1);
    }
  }

  /** A star may also take nothing. */
  private void reach(BitSet at, int place) {
    for (int p = place; ; p++) {
      at.set(p);
      if (p == places.length || (places[p] != ANY && places[p] != PIECE)) {
        return;
      }
    }
  }
}
