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
    Signal attendees = attendees(a.mention.getAttendees(), b.mention.getAttendees());
    if (attendees != null && !(attendees == ATTENDEES_DIFFER && pair.relayed())) {
      score.add(attendees);
    }
    Count mine = a.mention.getVenues();
    Count theirs = b.mention.getVenues();
    if (mine != null && theirs != null) {
      venues(mine.getValue() == theirs.getValue(), pair, score);
    }
  }

  private static void venues(boolean same, Pair pair, Score score) {
    if (same) {
      score.add(VENUES_SAME);
    } else if (!pair.relayed()) {
      score.add(VENUES_DIFFER);
    }
  }

  static boolean sameAttendance(Pair pair) {
    Count mine = pair.a.mention.getAttendees();
    Count theirs = pair.b.mention.getAttendees();
    return mine != null && theirs != null && mine.getValue() == theirs.getValue();
  }

  static Signal attendees(Count mine, Count theirs) {
    if (mine == null || theirs == null) {
      return null;
    }
    long gap = Math.abs((long) mine.getValue() - theirs.getValue());
    long larger = Math.max(mine.getValue(), theirs.getValue());
    boolean rounded =
        mine.getQualifier() != Qualifier.EXACT || theirs.getQualifier() != Qualifier.EXACT;
    if (gap == 0) {
      return ATTENDEES_SAME;
    }
    return rounded && gap * 10 <= larger ? ATTENDEES_NEAR : ATTENDEES_DIFFER;
  }
}
