package vn.hoinghi.content;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/**
 * Bytes to characters. In this order: byte order mark, HTTP header, meta element, content. A
 * declaration that the bytes refute is passed over: bytes that are well-formed UTF-8 with several
 * multi-byte letters are UTF-8 whatever an old server claims, and Latin-1 cannot write Vietnamese
 * at all. Without a believable declaration, UTF-8 where well-formed, else windows-1258.
 */
final class PageBytes {
  private static final int META_WINDOW = 8_192;
  private static final int SURE = 4;
  private static final Charset VIETNAMESE = Charset.forName("windows-1258");
  private static final Charset WESTERN = Charset.forName("windows-1252");
  private static final Set<String> REFUSED =
      Set.of(
          "utf-7",
          "x-user-defined",
          "utf-16",
          "utf-16le",
          "utf-16be",
          "utf-32",
          "cesu-8",
          "replacement");
  private static final Set<String> LATIN =
      Set.of("iso-8859-1", "latin1", "us-ascii", "ascii", "windows-1252", "iso-8859-15");

  private PageBytes() {}

  static String decode(byte[] bytes, String header) {
    String marked = marked(bytes);
    if (marked != null) {
      return marked;
    }
    Utf8 utf8 = Utf8.count(bytes);
    if (utf8.errors * 10 <= utf8.sequences || (utf8.errors <= 1 && utf8.sequences >= SURE)) {
      return new String(bytes, StandardCharsets.UTF_8);
    }
    Charset declared = supported(header);
    declared = declared == null ? supported(meta(bytes)) : declared;
    boolean refuted = declared == null || declared.equals(StandardCharsets.UTF_8);
    boolean western = !refuted && declared.equals(WESTERN);
    if (!refuted && !western && !declared.equals(VIETNAMESE)) {
      return new String(bytes, declared);
    }
    return LegacyText.choose(() -> new String(bytes, WESTERN), new String(bytes, VIETNAMESE));
  }

  private static String marked(byte[] b) {
    if (b.length >= 3 && (b[0] & 255) == 0xef && (b[1] & 255) == 0xbb && (b[2] & 255) == 0xbf) {
      return new String(b, 3, b.length - 3, StandardCharsets.UTF_8);
    }
    if (b.length >= 2 && (b[0] & 255) == 0xfe && (b[1] & 255) == 0xff) {
      return new String(b, 2, b.length - 2, StandardCharsets.UTF_16BE);
    }
    if (b.length >= 2 && (b[0] & 255) == 0xff && (b[1] & 255) == 0xfe) {
      return new String(b, 2, b.length - 2, StandardCharsets.UTF_16LE);
    }
    return null;
  }

  /** The charset of the first meta element that names one. */
  private static String meta(byte[] bytes) {
    String head =
        new String(bytes, 0, Math.min(bytes.length, META_WINDOW), StandardCharsets.ISO_8859_1)
            .toLowerCase(Locale.ROOT);
    for (int at = head.indexOf("<meta"); at >= 0; at = head.indexOf("<meta", at + 5)) {
      int end = head.indexOf('>', at);
      int charset = head.indexOf("charset", at);
      if (charset > 0 && (end < 0 || charset < end)) {
        return name(head, charset + "charset".length());
      }
    }
    return null;
  }

  private static String name(String head, int from) {
    int start = from;
    while (start < head.length() && " =\"'\t\r\n".indexOf(head.charAt(start)) >= 0) {
      start++;
    }
    int end = start;
    while (end < head.length() && end - start < 40 && isNameChar(head.charAt(end))) {
      end++;
    }
    return head.substring(start, end);
  }

  private static boolean isNameChar(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || "-_:.".indexOf(c) >= 0;
  }

  private static Charset supported(String name) {
    String known =
        name == null
            ? ""
            : name.strip().toLowerCase(Locale.ROOT).replace("\"", "").replace("'", "");
    if (known.isEmpty() || known.length() > 40 || REFUSED.contains(known)) {
      return null;
    }
    if (LATIN.contains(known)) {
      return WESTERN;
    }
    try {
      return Charset.isSupported(known) ? Charset.forName(known) : null;
    } catch (IllegalCharsetNameException e) {
      return null;
    }
  }

  /** How much of the bytes is well-formed UTF-8; a sequence cut off at the end is no error. */
  private record Utf8(int sequences, int errors) {
    static Utf8 count(byte[] bytes) {
      int sequences = 0;
      int errors = 0;
      int i = 0;
      while (i < bytes.length) {
        int lead = bytes[i++] & 255;
        if (lead < 0x80) {
          continue;
        }
        int more = lead >= 0xf0 && lead < 0xf5 ? 3 : lead >= 0xe0 ? 2 : 1;
        if (lead < 0xc2 || lead >= 0xf5) {
          errors++;
          continue;
        }
        int seen = 0;
        while (seen < more && i < bytes.length && (bytes[i] & 0xc0) == 0x80) {
          i++;
          seen++;
        }
        if (seen == more) {
          sequences++;
        } else if (i < bytes.length) {
          errors++;
        }
      }
      return new Utf8(sequences, errors);
    }
  }
}
