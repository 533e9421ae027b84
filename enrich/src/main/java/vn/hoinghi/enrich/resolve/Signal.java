package vn.hoinghi.enrich.resolve;

import java.util.Locale;
import java.util.Map;

/** What two mentions can show about being one conference, and how much each showing weighs. */
enum Signal {
  PRIOR,
  DATE_SAME,
  DATE_OVERLAP,
  DATE_ADJACENT,
  DATE_ADJACENT_CONGRESS,
  DATE_NEAR,
  DATE_APART,
  DATE_YEARLESS_SAME,
  DATE_YEARLESS_APART,
  DATE_PRESUMED,
  DAYPART_SAME,
  DAYPART_DIFFER,
  LEVEL_SAME,
  LEVEL_DIFFER,
  PROVINCE_SAME,
  PROVINCE_SUCCESSOR,
  PROVINCE_NONE,
  PROVINCE_DIFFER,
  DISTRICT_SAME,
  DISTRICT_DIFFER,
  COMMUNE_SAME,
  COMMUNE_DIFFER,
  BODY_SAME,
  BODY_RELATED,
  BODY_DIFFER,
  TYPE_SAME,
  TYPE_DIFFER,
  PLENUM_SAME,
  CONGRESS_SAME,
  CONGRESS_DIFFER,
  TERM_SAME,
  TERM_DIFFER,
  DOCUMENT_SHARED,
  DOCUMENT_DIFFER,
  PERSON_ONE,
  PERSON_TWO,
  PERSON_MANY,
  PERSON_NONE,
  CHAIR_SAME,
  CHAIR_DIFFER,
  ATTENDEES_SAME,
  ATTENDEES_NEAR,
  ATTENDEES_DIFFER,
  VENUES_SAME,
  VENUES_DIFFER,
  TITLE_ALIKE,
  TITLE_SOME,
  TITLE_UNLIKE,
  TEXT_DUPLICATE,
  TEXT_ALIKE,
  TEXT_CONTAINED,
  TEXT_UNLIKE;

  private static final class Weights {
    private static final Map<String, String> TABLE = Table.read("weights.csv");
  }

  private final int weight = weight(Weights.TABLE.get(row()));

  /** In 1/100 bit. */
  int weight() {
    return weight;
  }

  /** The name of its row in the table of weights. */
  String row() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static int weight(String row) {
    return Integer.parseInt(row.substring(0, row.indexOf(',')));
  }
}
