package vn.hoinghi.enrich.place;

import java.time.LocalDate;
import java.util.List;
import vn.hoinghi.avro.Province;

/**
 * A unit of the lowest level as one of the two maps has it. The tables behind the old map are of
 * three days, so its first and last day are known to the nearest table only.
 *
 * @param code of the General Statistics Office, five digits; a code may live on in the new map
 * @param name without its kind ("Tân Phú", "5")
 * @param province in the map of 63; of a commune of the new map the one on whose land it lies
 * @param district name of its district, null on the map of 34, which has none
 * @param from a day by which it was there
 * @param to a day until which it was there at least; {@link LocalDate#MAX} for today's
 * @param today codes of the communes of the map of 34 that took it in; empty where not known and
 *     for those of that map
 */
public record Commune(
    String code,
    Type type,
    String name,
    Province province,
    String district,
    LocalDate from,
    LocalDate to,
    List<String> today) {

  /** Kinds of communes by the law of 2015 and that of 2025. */
  public enum Type {
    /** xã */
    COMMUNE('x'),
    /** phường */
    WARD('p'),
    /** thị trấn, until 2025-06-30 */
    TOWNLET('t'),
    /** đặc khu, since 2025-07-01 */
    SPECIAL_ZONE('d');

    private final char letter;

    Type(char letter) {
      this.letter = letter;
    }

    static Type of(String letter) {
      for (Type type : values()) {
        if (type.letter == letter.charAt(0)) {
          return type;
        }
      }
      throw new IllegalArgumentException("no type of communes: " + letter);
    }
  }

  /** Whether it is of the map of 34. */
  public boolean present() {
    return district == null;
  }
}
