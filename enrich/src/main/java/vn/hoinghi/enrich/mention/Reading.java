package vn.hoinghi.enrich.mention;

import vn.hoinghi.avro.ConferenceMention;
import vn.hoinghi.schemas.NotConference;

/**
 * What reading an article gave: a mention, or the reason why there is none. Exactly one of the two
 * is null.
 *
 * @param mention the conference it reports
 * @param reason why it reports none
 * @param because what spoke for the decision, for people ("cue 'sắp diễn ra' in the headline")
 */
public record Reading(ConferenceMention mention, NotConference reason, String because) {

  public Reading {
    if ((mention == null) == (reason == null)) {
      throw new IllegalArgumentException("exactly one of mention and reason");
    }
  }

  static Reading conference(ConferenceMention mention, String because) {
    return new Reading(mention, null, because);
  }

  static Reading none(NotConference reason, String because) {
    return new Reading(null, reason, because);
  }
}
