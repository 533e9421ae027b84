package vn.hoinghi.enrich.resolve;

import java.util.List;
import vn.hoinghi.avro.Correction;

/**
 * Why two articles are in one event, or why not.
 *
 * @param leftEvent id of the event that holds the first article
 * @param rightEvent id of the event that holds the second; the same where they are one
 * @param indexes where the two met; empty where nothing made them candidates
 * @param compared whether they were compared at all
 * @param weights the comparison line by line, made for this account even where it was not compared
 * @param score the sum in 1/100 bit
 * @param threshold from which on two articles match
 * @param apart name of the rule that forbids the link, or null
 * @param because what that rule means, or null
 * @param corrections those in force that name both articles, the latest first
 * @param chain how they came together, or through whom they might have: matches from the first
 *     article to the second, in this order; one step where they match directly, none where nothing
 *     leads from one to the other
 */
public record PairAccount(
    Member left,
    Member right,
    String leftEvent,
    String rightEvent,
    List<SharedIndex> indexes,
    boolean compared,
    List<Weighed> weights,
    int score,
    int threshold,
    String apart,
    String because,
    List<Correction> corrections,
    List<Step> chain) {

  public boolean together() {
    return leftEvent.equals(rightEvent);
  }

  /** Whether the comparison of these two alone says that they are one. */
  public boolean matches() {
    return apart == null && score >= threshold;
  }
}
