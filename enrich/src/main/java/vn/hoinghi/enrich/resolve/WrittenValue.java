package vn.hoinghi.enrich.resolve;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.hoinghi.avro.Count;
import vn.hoinghi.avro.Province;
import vn.hoinghi.avro.Qualifier;
import vn.hoinghi.enrich.place.Gazetteer;

/**
 * Values as a person writes them into a correction, by kind: empty or false where the text is none
 * of the kind.
 */
final class WrittenValue {
  private static final LocalDate LAST_OF_63 = LocalDate.of(2025, 6, 30);

  /** Huế was Thừa Thiên Huế until the end of 2024. */
  private static final LocalDate BEFORE_RENAMING = LocalDate.of(2024, 12, 31);

  private static final Pattern DAY = Pattern.compile("(\\d{4}|XXXX)(-\\d\\d)?(-\\d\\d)?");
  private static final Pattern COUNT = Pattern.compile("(\\d{1,9})(?: ([A-Z]+))?");
  private static final Pattern PROVINCE = Pattern.compile("(\\d\\d) (.+)");

  private WrittenValue() {}

  static Optional<Integer> number(String text) {
    return text.matches("[1-9]\\d{0,2}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
  }

  static Optional<Count> count(String text) {
    Matcher parts = COUNT.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    String how = parts.group(2) == null ? Qualifier.EXACT.name() : parts.group(2);
    return Arrays.stream(Qualifier.values())
        .filter(q -> q.name().equals(how))
        .findFirst()
        .map(q -> new Count(Integer.parseInt(parts.group(1)), q));
  }

  static Optional<Province> province(String text) {
    Matcher parts = PROVINCE.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    var wanted = new Province(parts.group(1), parts.group(2));
    return named(wanted.getName(), LAST_OF_63, LAST_OF_63.plusDays(1))
        .filter(wanted::equals)
        .findFirst();
  }

  /** The province of a name that stood on any of the maps, which need not be its name today. */
  static Optional<Province> provinceNamed(String name) {
    return named(name, BEFORE_RENAMING, LAST_OF_63, LAST_OF_63.plusDays(1))
        .filter(p -> p.getName().equals(name))
        .findFirst();
  }

  private static Stream<Province> named(String name, LocalDate... days) {
    return Arrays.stream(days).flatMap(day -> Gazetteer.standard().province(name, day).stream());
  }

  static Optional<String> term(String text) {
    return text.matches("\\d{4}-\\d{4}") && text.substring(0, 4).compareTo(text.substring(5)) < 0
        ? Optional.of(text)
        : Optional.empty();
  }

  static boolean isDay(String text) {
    Matcher parts = DAY.matcher(text);
    if (!parts.matches()) {
      return false;
    }
    boolean yearless = parts.group(1).equals("XXXX");
    try {
      if (parts.group(3) != null) {
        return yearless
            ? MonthDay.parse("-" + text.substring(4)) != null
            : LocalDate.parse(text) != null;
      }
      return !yearless && (parts.group(2) == null || YearMonth.parse(text) != null);
    } catch (DateTimeException e) {
      return false;
    }
  }

  static boolean isLine(String text, int chars) {
    return !text.isBlank()
        && text.equals(text.strip())
        && text.length() <= chars
        && text.codePoints().noneMatch(Character::isISOControl)
        && Normalizer.isNormalized(text, Normalizer.Form.NFC);
  }
}
