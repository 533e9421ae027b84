package vn.hoinghi.enrich.person;

/**
 * The strongest mark between two words decides whether what follows still belongs to what stood
 * before.
 */
final class Gaps {
  private Gaps() {}

  static Element.Gap of(String gap) {
    Element.Gap strongest = Element.Gap.SPACE;
    for (int i = 0; i < gap.length(); i++) {
      Element.Gap mark = mark(gap.charAt(i));
      if (mark.compareTo(strongest) > 0) {
        strongest = mark;
      }
    }
    return strongest;
  }

  private static Element.Gap mark(char c) {
    return switch (c) {
      case '\n', '\r' -> Element.Gap.LINE;
      case '.', '!', '?', '…' -> Element.Gap.STOP;
      case ';' -> Element.Gap.SEMICOLON;
      case ':' -> Element.Gap.COLON;
      case '(', '[' -> Element.Gap.OPEN;
      case ')', ']' -> Element.Gap.CLOSE;
      case '"', '“', '”', '‘', '«', '»', '\'', '’' -> Element.Gap.QUOTE;
      case ',' -> Element.Gap.COMMA;
      case '-', '–', '—', '‒' -> Element.Gap.DASH;
      case ' ', '\t', '\u00a0', '\u200b' -> Element.Gap.SPACE;
      default -> Element.Gap.SLASH;
    };
  }
}
