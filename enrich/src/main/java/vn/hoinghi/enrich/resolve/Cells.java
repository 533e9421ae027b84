package vn.hoinghi.enrich.resolve;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
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
  static final int ONE_TEXT = 4;

  private final String articleId;
  private final MemberIndex index;
  private final Set<String> near = new HashSet<>();
  private final Set<String> resettled = new HashSet<>();

  /** The same in buckets of the text, by what a match of theirs must rest on to be concerned. */
  private final Map<Leaning, Set<String>> resettledInText = new EnumMap<>(Leaning.class);

  /** Crowded buckets, and how many leading bits its cell's members have in common in each. */
  private final Map<Long, Integer> depths = new HashMap<>();

  Cells(Facts facts, MemberIndex index) {
    this.articleId = facts.member.articleId();
    this.index = index;
    for (Leaning leaning : Leaning.values()) {
      resettledInText.put(leaning, new HashSet<>());
    }
    for (long bucket : facts.buckets()) {
      Around around = index.around(bucket, articleId);
      if (Buckets.isOfText(bucket)) {
        int shared = settle(around, TEXT_CELL, resettledInText.get(Leaning.TEXT_ALONE));
        near.addAll(around.others(shared));
        deepen(bucket, settle(around, CELL, resettledInText.get(Leaning.ONE_TEXT)));
      } else {
        int shared = settle(around, CELL, resettled);
        near.addAll(around.others(shared));
        deepen(bucket, shared);
      }
    }
  }

  private void deepen(long bucket, int depth) {
    if (depth > 0) {
      depths.put(bucket, depth);
    }
  }

  /** How many leading bits those have in common who stand in the member's cell. */
  private int settle(Around around, int most, Set<String> resettled) {
    int without = 0;
    while (around.count(without) > most) {
      without++;
    }
    int with = without;
    while (around.count(with) >= most) {
      with++;
    }
    if (with > without) {
      resettled.addAll(around.others(without));
    }
    return with;
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
    return depth == null || Around.common(articleId, other) >= depth;
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
    var all = new HashSet<String>(resettled);
    resettledInText.values().forEach(all::addAll);
    return all;
  }

  /**
   * Those among them who may have lost a match when the member came. A cell that splits parts
   * strangers whom a set phrase brought together; hardly ever do two of them match, and have
   * nothing else that keeps them candidates.
   */
  Collection<String> parted() {
    var parted = new HashSet<String>(resettled);
    resettledInText.forEach(
        (leaning, articles) -> {
          for (String article : articles) {
            if (!parted.contains(article) && index.leans(article, leaning)) {
              parted.add(article);
            }
          }
        });
    return parted;
  }
}
