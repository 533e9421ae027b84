package vn.hoinghi.enrich.resolve;

import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import vn.hoinghi.avro.ConferenceEvent;
import vn.hoinghi.avro.ConferenceMention;

/**
 * A field of an event that a person may set, with the form of its values.
 *
 * @param name as in supports
 * @param form of its values, in words
 * @param nullable whether it may be set to "not known"
 * @param read the value that a text means, or empty
 * @param shown the value as supports show it
 * @param said what one article says of it; null where it is no matter of what articles say
 */
record EventField<T>(
    String name,
    String form,
    boolean nullable,
    Function<String, Optional<T>> read,
    Function<T, String> shown,
    Function<ConferenceMention, T> said,
    BiConsumer<ConferenceEvent, T> setter) {
  /** Whether a text is a value of this field; null is "not known". */
  boolean accepts(String value) {
    return value == null ? nullable : read.apply(value).isPresent();
  }

  /** The value as supports show it; empty for "not known". */
  String shown(String value) {
    return value == null ? "" : shown.apply(read.apply(value).orElseThrow());
  }

  /** What an article says, as supports show it; null where it says nothing. */
  String said(ConferenceMention mention) {
    T value = said == null ? null : said.apply(mention);
    return value == null || "UNKNOWN".equals(value.toString()) ? null : shown.apply(value);
  }

  /** Sets a value that is {@linkplain #accepts accepted}. */
  void set(ConferenceEvent event, String value) {
    setter.accept(event, value == null ? null : read.apply(value).orElseThrow());
  }
}
