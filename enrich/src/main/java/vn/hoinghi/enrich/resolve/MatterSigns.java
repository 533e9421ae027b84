package vn.hoinghi.enrich.resolve;

import static vn.hoinghi.enrich.resolve.Signal.*;

import vn.hoinghi.avro.Count;
import vn.hoinghi.avro.Qualifier;

/** What the documents dealt with and the counted attendance show. */
final class MatterSigns {
  private MatterSigns() {}

  static void weigh(Pair pair, Score score) {
    Facts a = pair.a;
    Facts b = pair.b;
    if (a.documents.length > 0 && b.documents.length > 0) {
      boolean disjoint = HashSets.shared(a.documents, b.documents) == 0;
      score.add(disjoint ? DOCUMENT_DIFFER : DOCUMENT_SHARED);
    }
    attendees(a.mention.getAttendees(), b.mention.getAttendees(), score);
    Count mine = a.mention.getVenues();
    Count theirs = b.mention.getVenues();
    if (mine != null && theirs != null) {
      score.add(mine.getValue() == theirs.getValue() ? VENUES_SAME : VENUES_DIFFER);
    }
  }

  static boolean sameAttendance(Pair pair) {
    Count mine = pair.a.mention.getAttendees();
    Count theirs = pair.b.mention.getAttendees();
    return mine != null && theirs != null && mine.getValue() == theirs.getValue();
  }

  private static void attendees(Count mine, Count theirs, Score score) {
    if (mine == null || theirs == null) {
      return;
    }
    long gap = Math.abs((long) mine.getValue() - theirs.getValue());
    long larger = Math.max(mine.getValue(), theirs.getValue());
    boolean rounded =
        mine.getQualifier() != Qualifier.EXACT || theirs.getQualifier() != Qualifier.EXACT;
    if (gap == 0) {
      score.add(ATTENDEES_SAME);
    } else {
      score.add(rounded && gap * 10 <= larger ? ATTENDEES_NEAR : ATTENDEES_DIFFER);
    }
  }
}
