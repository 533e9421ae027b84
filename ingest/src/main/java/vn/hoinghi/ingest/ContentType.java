package vn.hoinghi.ingest;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The two things a Content-Type header says, as far as it says them plainly (RFC 9110 §8.3). */
final class ContentType {
  private static final int MAX_CHARS = 256;
  private static final Pattern TYPE = Pattern.compile("\\s*([\\w.+-]+/[\\w.+-]+)\\s*(;.*)?");
  private static final Pattern CHARSET =
      Pattern.compile(";\\s*charset\\s*=\\s*[\"']?([\\w.:+-]{1,40})", Pattern.CASE_INSENSITIVE);

  private ContentType() {}

  static String mediaType(String header) {
    Matcher type = TYPE.matcher(capped(header));
    return type.matches() ? type.group(1).toLowerCase(Locale.ROOT) : null;
  }

  static String charset(String header) {
    Matcher charset = CHARSET.matcher(capped(header));
    return charset.find() ? charset.group(1) : null;
  }

  private static String capped(String header) {
    return header == null ? "" : header.substring(0, Math.min(header.length(), MAX_CHARS));
  }
}
