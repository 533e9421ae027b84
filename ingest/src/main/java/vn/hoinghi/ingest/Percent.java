package vn.hoinghi.ingest;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * Percent-encoding in its one normal form (RFC 3986 §6.2.2): unreserved characters plain, all
 * others that need it as upper-case escapes of their UTF-8 bytes, reserved ones as they stand.
 */
final class Percent {
  private static final String UNRESERVED_MARKS = "-._~";
  private static final HexFormat HEX = HexFormat.of().withUpperCase();
  private static final String SUB_DELIMITERS = "!$&'()*+,;=";

  private Percent() {}

  /**
   * @param alsoPlain further characters that may stand plain in this part of an address
   */
  static String normal(String part, String alsoPlain) throws Refused {
    String plain = SUB_DELIMITERS + alsoPlain;
    return isNormal(part, plain) ? part : normalised(part, plain);
  }

  /** Nearly all are; they need not be written anew. */
  private static boolean isNormal(String part, String plain) {
    for (int i = 0; i < part.length(); i++) {
      char c = part.charAt(i);
      if (!unreserved(c) && plain.indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }

  private static String normalised(String part, String plain) throws Refused {
    var out = new StringBuilder(part.length() + 16);
    for (int i = 0; i < part.length(); ) {
      int c = part.codePointAt(i);
      if (c == '%') {
        i += escape(part, i, out);
        continue;
      }
      if (c < 0x80 && (unreserved(c) || plain.indexOf(c) >= 0)) {
        out.append((char) c);
      } else if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
        throw UrlParts.invalid("half a character");
      } else {
        for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
          append(out, b & 0xff);
        }
      }
      i += Character.charCount(c);
    }
    return out.toString();
  }

  /** Appends the escape at {@code at} in normal form; returns how many characters it took. */
  private static int escape(String part, int at, StringBuilder out) {
    int high = at + 2 < part.length() ? Character.digit(part.charAt(at + 1), 16) : -1;
    int low = at + 2 < part.length() ? Character.digit(part.charAt(at + 2), 16) : -1;
    if (high < 0 || low < 0 || part.charAt(at + 1) > 'f' || part.charAt(at + 2) > 'f') {
      append(out, '%');
      return 1;
    }
    int value = high * 16 + low;
    if (unreserved(value)) {
      out.append((char) value);
    } else {
      append(out, value);
    }
    return 3;
  }

  private static void append(StringBuilder out, int value) {
    out.append('%').append(HEX.toHexDigits((byte) value));
  }

  private static boolean unreserved(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || UNRESERVED_MARKS.indexOf(c) >= 0;
  }
}
