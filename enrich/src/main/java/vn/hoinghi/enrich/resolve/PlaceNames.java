package vn.hoinghi.enrich.resolve;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * "huyện Ba Tri", "Ba Tri" and the "Huyện ủy Ba Tri" of a report that names no place are one
 * district. Names come out folded, without the kind of place before them.
 */
final class PlaceNames {
  static final Set<String> KINDS = Set.copyOf(folded("xã", "phường", "huyện", "quận", "tỉnh"));
  static final List<String> LONG_KINDS = folded("thị trấn", "thị xã", "thành phố");

  /** "Ban Thường vụ Huyện ủy Nam Đàn", "UBND huyện Nam Đàn, tỉnh Nghệ An". */
  private static final Pattern DISTRICT_BODY =
      bodyOf("(?:huyện|thị|quận|thành) (?:ủy|uỷ|đoàn)|huyện|quận|thị xã|thành phố");

  private static final Pattern COMMUNE_BODY = bodyOf("xã|phường|thị trấn|đặc khu");

  private PlaceNames() {}

  /** The district as written, else the one that this body of a district names; or empty. */
  static String district(String written, String body) {
    return written == null && body != null ? of(DISTRICT_BODY, body) : name(written);
  }

  /** The commune as written, else the one that this body of a commune names; or empty. */
  static String commune(String written, String body) {
    return written == null && body != null ? of(COMMUNE_BODY, body) : name(written);
  }

  private static String of(Pattern bodies, String body) {
    Matcher named = bodies.matcher(body);
    return named.find() ? name(named.group(1).strip()) : "";
  }

  private static String name(String written) {
    String name = Fold.text(written);
    for (String kind : LONG_KINDS) {
      if (name.startsWith(kind) && name.startsWith(" ", kind.length())) {
        return name.substring(kind.length() + 1);
      }
    }
    int space = name.indexOf(' ');
    return space > 0 && KINDS.contains(name.substring(0, space)) ? name.substring(space + 1) : name;
  }

  private static Pattern bodyOf(String heads) {
    return Pattern.compile(
        "(?iu)(?<!\\p{L})(?:" + heads + ") ([^,;()]+?)(?= tỉnh(?!\\p{L})|[,;()]|$)");
  }

  private static List<String> folded(String... kinds) {
    return Stream.of(kinds).map(Fold::text).toList();
  }
}
