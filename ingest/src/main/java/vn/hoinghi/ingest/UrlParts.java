package vn.hoinghi.ingest;

import java.util.Locale;
import java.util.regex.Pattern;
import vn.hoinghi.schemas.Reason;

/**
 * An address taken apart where RFC 3986 (appendix B) takes it apart, nothing normalised yet. Kept
 * strict where parsers are known to differ about which host is meant: userinfo and backslashes in
 * the authority are refused.
 *
 * @param port -1 where none is written
 * @param query null where there is none
 */
record UrlParts(String scheme, String host, int port, String path, String query) {
  /** Far above any address; keeps the rules from working on megabytes. */
  private static final int MAX_RAW_CHARS = 4 * CanonicalUrl.MAX_CHARS;

  private static final Pattern BROKEN = Pattern.compile("[\t\r\n]");

  static UrlParts split(String raw) throws Refused {
    if (raw == null || raw.length() > MAX_RAW_CHARS) {
      throw invalid(raw == null ? "no address" : raw.length() + " characters");
    }
    String text = withoutControls(raw);
    int colon = text.indexOf(':');
    if (colon <= 0 || !isScheme(text, colon)) {
      throw invalid("no scheme");
    }
    String scheme = text.substring(0, colon).toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      throw new Refused(Reason.FETCH_SCHEME, "scheme " + scheme);
    }
    if (!text.startsWith("//", colon + 1)) {
      throw invalid("no // behind the scheme");
    }
    return behindScheme(scheme, text.substring(colon + 3));
  }

  private static UrlParts behindScheme(String scheme, String rest) throws Refused {
    String beforeFragment = before(rest, "#");
    int end = firstOf(beforeFragment, "/?\\");
    String authority = beforeFragment.substring(0, end);
    String behind = beforeFragment.substring(end);
    if (authority.isEmpty() || authority.indexOf('@') >= 0 || behind.startsWith("\\")) {
      throw invalid("userinfo, or no plain host");
    }
    int question = behind.indexOf('?');
    String path = question < 0 ? behind : behind.substring(0, question);
    String query = question < 0 ? null : behind.substring(question + 1);
    int portColon = authority.lastIndexOf(':');
    boolean hasPort = portColon > authority.lastIndexOf(']');
    String host = hasPort ? authority.substring(0, portColon) : authority;
    return new UrlParts(
        scheme, host, hasPort ? port(authority.substring(portColon + 1)) : -1, path, query);
  }

  /** {@code [A-Za-z][A-Za-z0-9+.-]*} up to here. */
  private static boolean isScheme(String text, int end) {
    for (int i = 0; i < end; i++) {
      char c = text.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      boolean later = (c >= '0' && c <= '9') || c == '+' || c == '.' || c == '-';
      if (!letter && (i == 0 || !later)) {
        return false;
      }
    }
    return true;
  }

  private static int port(String digits) throws Refused {
    if (digits.isEmpty()) {
      return -1;
    }
    if (!digits.matches("[0-9]{1,5}")) {
      throw invalid("port");
    }
    int port = Integer.parseInt(digits);
    if (port < 1 || port > 65535) {
      throw invalid("port " + port);
    }
    return port;
  }

  /** Browsers drop tabs and line ends anywhere, and blanks around (WHATWG URL §4.4). */
  private static String withoutControls(String raw) throws Refused {
    String text = (hasControls(raw) ? BROKEN.matcher(raw).replaceAll("") : raw).strip();
    if (hasControls(text)) {
      throw invalid("control characters");
    }
    return text;
  }

  private static boolean hasControls(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c == 0x7f) {
        return true;
      }
    }
    return false;
  }

  private static String before(String text, String mark) {
    int at = text.indexOf(mark);
    return at < 0 ? text : text.substring(0, at);
  }

  private static int firstOf(String text, String marks) {
    for (int i = 0; i < text.length(); i++) {
      if (marks.indexOf(text.charAt(i)) >= 0) {
        return i;
      }
    }
    return text.length();
  }

  static Refused invalid(String why) {
    return new Refused(Reason.URL_INVALID, why);
  }

  UrlParts withHost(String other) {
    return new UrlParts(scheme, other, port, path, query);
  }

  UrlParts withPort(int other) {
    return new UrlParts(scheme, host, other, path, query);
  }

  UrlParts withPath(String other) {
    return new UrlParts(scheme, host, port, other, query);
  }

  UrlParts withQuery(String other) {
    return new UrlParts(scheme, host, port, path, other);
  }

  String text() {
    return scheme
        + "://"
        + host
        + (port < 0 ? "" : ":" + port)
        + path
        + (query == null ? "" : "?" + query);
  }
}
