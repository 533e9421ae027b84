package vn.hoinghi.enrich.resolve;

import vn.hoinghi.avro.Count;
import vn.hoinghi.avro.Province;

/** Whether two reports of one conference contradict each other or only put it differently. */
final class Agreement {
  private Agreement() {}

  /** The same name, or provinces that are one today. */
  static boolean provinces(Province a, Province b) {
    return a.getName().equals(b.getName())
        || Provinces.today(a.getCode()).equals(Provinces.today(b.getCode()));
  }

  /** "Ban Thường vụ Tỉnh ủy" and "Tỉnh ủy" speak as one body. */
  static boolean bodies(String a, String b, String province) {
    if (a.equals(b)) {
      return true;
    }
    String mine = BodyNames.body(a, province, "", "");
    String theirs = BodyNames.body(b, province, "", "");
    return mine.contains(theirs) || theirs.contains(mine);
  }

  /** Equal, or near enough where either is rounded. */
  static boolean counts(Count a, Count b) {
    return MatterSigns.attendees(a, b) != Signal.ATTENDEES_DIFFER;
  }
}
