package vn.hoinghi.standalone.correct;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import vn.hoinghi.avro.ConferenceEvent;
import vn.hoinghi.enrich.place.Gazetteer;

/** A field's value as people type it, brought to the form of the contract as far as it is clear. */
final class SpokenValue {
  private static final Set<String> IN_CAPITALS =
      Set.of("type", "level", "dayPart", "format", "attendees", "venues");

  private SpokenValue() {}

  /**
   * The value in the contract's form.
   *
   * @param typed empty for "not known"
   * @param event whose field it is, or null; its day tells the map of provinces
   * @return null for "not known"; what is not understood comes back as it is
   */
  static String of(String field, String typed, ConferenceEvent event) {
    String value = Normalizer.normalize(typed, Normalizer.Form.NFC).strip();
    if (value.isEmpty()) {
      return null;
    }
    if (IN_CAPITALS.contains(field)) {
      return value.toUpperCase(Locale.ROOT).replace('-', '_');
    }
    return field.equals("province") ? province(value, day(event)) : value;
  }

  private static String province(String value, LocalDate day) {
    return Gazetteer.standard()
        .province(value, day)
        .map(p -> p.getCode() + " " + p.getName())
        .orElse(value);
  }

  private static LocalDate day(ConferenceEvent event) {
    try {
      return event == null || event.getStartDate() == null
          ? null
          : LocalDate.parse(event.getStartDate());
    } catch (DateTimeException e) {
      return null;
    }
  }
}
