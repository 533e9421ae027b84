package vn.hoinghi.sink.export;

/** Text of any page as XML 1.0 can hold it. */
final class XmlText {
  private XmlText() {}

  /** Characters that XML has no place for become U+FFFD (production 2, Char). */
  static String of(String text) {
    var clean = new StringBuilder(text.length());
    text.codePoints().forEach(c -> clean.appendCodePoint(isChar(c) ? c : 0xFFFD));
    return clean.toString();
  }

  private static boolean isChar(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || (c >= ' ' && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD)
        || c >= 0x10000;
  }
}
