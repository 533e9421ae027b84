package vn.hoinghi.sink;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Text as PostgreSQL can hold and find it. Its {@code text} has no place for U+0000; one such
 * character in a headline must not cost the event, so it becomes U+FFFD, as decoders do with what
 * they cannot read.
 */
public final class StorableText {
  private static final Pattern NUL_ESCAPED = Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*)\\\\u0000");
  private static final byte[] ESCAPED = "\\u0000".getBytes(StandardCharsets.US_ASCII);
  private static final String INSTEAD = "$1\uFFFD";
  private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");

  private StorableText() {}

  static String of(String text) {
    return text == null || text.indexOf('\0') < 0 ? text : text.replace('\0', '\uFFFD');
  }

  /** The same for JSON, where the character stands escaped. */
  static byte[] ofJson(byte[] utf8) {
    if (!holdsNul(utf8)) {
      return utf8;
    }
    String json = new String(utf8, StandardCharsets.UTF_8);
    return NUL_ESCAPED.matcher(json).replaceAll(INSTEAD).getBytes(StandardCharsets.UTF_8);
  }

  private static boolean holdsNul(byte[] json) {
    for (int i = 0; i + ESCAPED.length <= json.length; i++) {
      if (json[i] == '\\'
          && Arrays.equals(json, i, i + ESCAPED.length, ESCAPED, 0, ESCAPED.length)) {
        return true;
      }
    }
    return false;
  }

  static String of(Enum<?> value) {
    return value == null ? null : value.name();
  }

  /** Small letters without diacritics: "Nguyễn Văn Được" is "nguyen van duoc". */
  public static String plain(String text) {
    String bare = MARKS.matcher(Normalizer.normalize(of(text), Normalizer.Form.NFD)).replaceAll("");
    return bare.toLowerCase(Locale.ROOT).replace('đ', 'd').strip();
  }
}
