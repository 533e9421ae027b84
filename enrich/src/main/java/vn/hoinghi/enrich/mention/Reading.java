package vn.hoinghi.enrich.mention;

import java.util.Objects;
import java.util.function.Supplier;
import vn.hoinghi.avro.ConferenceMention;
import vn.hoinghi.schemas.NotConference;

/**
 * What reading an article gave: a mention, or the reason why there is none. Exactly one of the two
 * is null.
 *
 * @param mention the conference it reports
 * @param reason why it reports none
 * @param why what spoke for the decision, put into words only for who asks
 */
public record Reading(ConferenceMention mention, NotConference reason, Supplier<String> why) {

  public Reading {
    if ((mention == null) == (reason == null)) {
      throw new IllegalArgumentException("exactly one of mention and reason");
    }
  }

  /** What spoke for the decision, for people ("cue 'sắp diễn ra' in the headline"). */
  public String because() {
    return why.get();
  }

  /** Readings are equal that say the same. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Reading reading
        && Objects.equals(mention, reading.mention)
        && reason == reading.reason
        && because().equals(reading.because());
  }

  @Override
  public int hashCode() {
    return Objects.hash(mention, reason);
  }

  static Reading conference(ConferenceMention mention, Supplier<String> why) {
    return new Reading(mention, null, why);
  }

  static Reading none(NotConference reason, Supplier<String> why) {
    return new Reading(null, reason, why);
  }
}
