package vn.hoinghi.enrich.text;

import java.util.regex.Pattern;

/**
 * A regular expression that rules search texts with. {@link Pattern} tries each alternative at each
 * character: a dozen of them over an article cost more than parsing its page. Almost everywhere the
 * next three characters show that no match begins; a rule knows from its build with which ones its
 * matches can begin ({@link Beginnings}), and asks the pattern only there. It finds what the
 * pattern would find.
 *
 * <p>All expressions that run over texts are rules, so that one test can see to it that none of
 * them can run away.
 */
public final class Rule {
  private final Pattern pattern;
  private final Beginnings beginnings;
  private final int longest;

  private Rule(String regex) {
    pattern = Pattern.compile(regex);
    Shape shape = Shape.of(regex);
    beginnings = Beginnings.of(shape);
    longest = (int) Math.min(shape.longest(), Shape.UNBOUNDED);
  }

  /**
   * Reads an expression.
   *
   * @throws IllegalArgumentException for what {@link Shape} does not understand
   */
  public static Rule of(String regex) {
    return new Rule(regex);
  }

  /** Searches a whole text. */
  public Search in(String text) {
    return in(new Prose(text));
  }

  /** Searches a whole text that several rules search. */
  public Search in(Prose prose) {
    return in(prose, 0, prose.symbols.length);
  }

  /**
   * Searches a stretch of a text. It looks around the stretch's edges; {@code ^} and {@code $} are
   * those of the text.
   */
  public Search in(Prose prose, int from, int to) {
    return new Search(pattern, beginnings, prose, from, to, false);
  }

  /**
   * Searches the end of a stretch, where {@code $} is the stretch's end and {@code ^} means
   * nothing: as far back as a match can begin.
   */
  public Search endOf(Prose prose, int from, int to) {
    return new Search(pattern, beginnings, prose, Math.max(from, to - longest), to, true);
  }

  /** The expression. */
  @Override
  public String toString() {
    return pattern.pattern();
  }
}
