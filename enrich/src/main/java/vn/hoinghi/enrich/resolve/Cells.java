package vn.hoinghi.enrich.resolve;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Ten thousand pages that carry one text, or a day on which everybody meets, crowd a bucket; to
 * compare all with all there is out of the question, and whoever came first must not matter. So the
 * articleIds of a crowded bucket are halved by their leading bits, again and again, until no part
 * holds more than {@link #CELL} members. Such a part is a cell: it follows from the set alone, and
 * one member more or less splits or joins the cell that it stands in and no other. Since a cell's
 * bounds are the same in all buckets, a flood of articles that crowds several falls apart in all of
 * them alike, and no component grows with the flood.
 */
final class Cells {
  /** Members that a cell holds at most. */
  static final int CELL = 256;

  /** Members that one set phrase may bring together: words in common say little by themselves. */
  private static final int TEXT_CELL = 16;

  /** Of eight buckets of the text; who shares so many has one text. */
  private static final int ONE_TEXT = 4;

  private final String articleId;
  private final Set<String> near = new HashSet<>();
  private final Set<String> resettled = new HashSet<>();

  /** Crowded buckets, and how many leading bits its cell's members have in common in each. */
  private final Map<Long, Integer> depths = new HashMap<>();

  Cells(Facts facts, MemberIndex index) {
    this.articleId = facts.member.articleId();
    for (long bucket : facts.buckets()) {
      // One more than a cell holds, to each side: of any part it shows whether it is too large.
      List<String> around = index.around(bucket, articleId, CELL + 1);
      if (Buckets.isOfText(bucket)) {
        near.addAll(settle(around, TEXT_CELL).others);
        crowd(bucket, settle(around, CELL));
      } else {
        Part cell = settle(around, CELL);
        near.addAll(cell.others);
        crowd(bucket, cell);
      }
    }
  }

  /** Those who have so many leading bits in common with the member. */
  private record Part(int depth, List<String> others) {}

  private void crowd(long bucket, Part cell) {
    if (cell.depth > 0) {
      depths.put(bucket, cell.depth);
    }
  }

  private Part settle(List<String> around, int most) {
    int without = 0;
    List<String> cell = around;
    while (cell.size() > most) {
      cell = within(++without, cell);
    }
    int depth = without;
    List<String> others = cell;
    while (cell.size() >= most) {
      cell = within(++depth, cell);
    }
    if (depth > without) {
      resettled.addAll(others);
    }
    return new Part(depth, cell);
  }

  private List<String> within(int depth, List<String> cell) {
    var within = new ArrayList<String>(cell.size());
    for (String other : cell) {
      if (common(other) >= depth) {
        within.add(other);
      }
    }
    return within;
  }

  /** Those that share a cell with the member in some bucket. */
  Set<String> near() {
    return near;
  }

  boolean crowded() {
    return !depths.isEmpty();
  }

  /** True where another member of the bucket stands in the member's cell. */
  boolean hold(long bucket, String other) {
    Integer depth = depths.get(bucket);
    return depth == null || common(other) >= depth;
  }

  /**
   * True where the two stand in different cells of a bucket that they share. Set phrases crowd a
   * bucket of the text by chance: there it takes several.
   */
  boolean divide(Facts other) {
    int texts = 0;
    for (long bucket : other.buckets()) {
      if (!hold(bucket, other.member.articleId())) {
        texts++;
        if (!Buckets.isOfText(bucket) || texts == ONE_TEXT) {
          return true;
        }
      }
    }
    return false;
  }

  /** Those whose cell is another with the member than without it. */
  Collection<String> resettled() {
    return resettled;
  }

  /** Leading bits that the other's articleId has in common with the member's. */
  private int common(String other) {
    for (int digit = 0; digit < articleId.length(); digit++) {
      int differ =
          Character.digit(articleId.charAt(digit), 16) ^ Character.digit(other.charAt(digit), 16);
      if (differ != 0) {
        return 4 * digit + Integer.numberOfLeadingZeros(differ) - (Integer.SIZE - 4);
      }
    }
    return 4 * articleId.length();
  }
}
