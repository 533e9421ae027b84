package vn.hoinghi.content;

import java.util.List;

/**
 * Who wrote it and whom the outlet reprints, from the lines at an article's ends: "Bài, ảnh: Minh
 * Thùy", "Theo TTXVN", "(Nguồn: Báo Nhân Dân)", "Hữu Thắng/TTXVN", "PV".
 *
 * @param author as written, or null
 * @param origin as written, or null
 */
record Signature(String author, String origin) {
  private static final int MAX_ORIGIN = 80;
  private static final int MAX_AUTHOR = 100;

  static Signature of(
      List<Block> lines, String lastParagraph, Declared declared, SiteTitle site, Labels labels) {
    String author = null;
    String origin = null;
    for (Block line : lines) {
      Signature one = read(bare(line.text), labels);
      author = author == null ? one.author : author;
      origin = origin == null ? one.origin : origin;
    }
    if (origin == null) {
      origin = trailingOrigin(lastParagraph, labels);
    }
    if (author == null && declared.author != null && isPerson(declared.author, site, labels)) {
      author = declared.author;
    }
    return new Signature(author, origin);
  }

  /** Where "(Theo TTXVN)" at a paragraph's end begins, or -1. */
  static int trailingOriginAt(String text, Labels labels) {
    int end = text.endsWith(").") ? text.length() - 1 : text.length();
    int open = text.startsWith(")", end - 1) ? text.lastIndexOf('(', end) : -1;
    if (open <= 0 || end - open > MAX_ORIGIN) {
      return -1;
    }
    Phrase words = labels.read(text.substring(open, end), 10);
    return labels.wordsAt(words, 0, Label.SOURCE.bit()) > 0
            || labels.wordsAt(words, 0, Label.AGENCY.bit()) == words.size()
        ? open
        : -1;
  }

  private static String trailingOrigin(String text, Labels labels) {
    int open = trailingOriginAt(text, labels);
    return open < 0 ? null : read(bare(text.substring(open)), labels).origin;
  }

  private static Signature read(String text, Labels labels) {
    Phrase words = labels.read(text, 20);
    if (labels.is(words, Label.TOOL)) {
      return new Signature(null, null);
    }
    int source = labels.wordsAt(words, 0, Label.SOURCE.bit());
    if (source > 0 && source < words.size()) {
      return new Signature(null, limit(afterWords(text, source), MAX_ORIGIN));
    }
    int byline = labels.wordsAt(words, 0, Label.BYLINE.bit());
    if (byline > 0 && byline < words.size()) {
      String rest = afterWords(text, byline);
      boolean label = text.substring(0, text.length() - rest.length()).contains(":") || byline > 1;
      return split(label ? rest : text, labels);
    }
    return split(text, labels);
  }

  /** Splits an agency off the end: "Tên (TTXVN)", "Tên/TTXVN", "Tên - TTXVN", or "TTXVN" alone. */
  private static Signature split(String text, Labels labels) {
    if (labels.is(text, Label.AGENCY)) {
      return new Signature(null, text);
    }
    int cut =
        Math.max(Math.max(text.lastIndexOf('('), text.lastIndexOf('/')), text.lastIndexOf(" - "));
    cut = Math.max(cut, text.lastIndexOf(" – "));
    if (cut > 0) {
      String rest = bare(text.substring(cut).replaceFirst("^[\\s/–(-]+", ""));
      if (labels.is(rest, Label.AGENCY)) {
        return new Signature(limit(text.substring(0, cut).strip(), MAX_AUTHOR), rest);
      }
    }
    return new Signature(limit(text, MAX_AUTHOR), null);
  }

  private static boolean isPerson(String author, SiteTitle site, Labels labels) {
    return author.indexOf('@') < 0
        && author.indexOf("://") < 0
        && author.length() <= MAX_AUTHOR
        && !site.isNoHeadline(author)
        && !labels.is(author, Label.TOOL)
        && author.chars().anyMatch(Character::isLetter);
  }

  private static String limit(String text, int max) {
    String bare = bare(text);
    return bare.isEmpty() || bare.length() > max ? null : bare;
  }

  private static String bare(String text) {
    String bare = text.strip();
    boolean wrapped = bare.startsWith("(") || bare.startsWith("[");
    if (wrapped) {
      bare = bare.substring(1);
    }
    while (!bare.isEmpty()
        && (".,;:".indexOf(bare.charAt(bare.length() - 1)) >= 0
            || ((bare.endsWith(")") || bare.endsWith("]"))
                && bare.indexOf('(') < 0
                && bare.indexOf('[') < 0))) {
      bare = bare.substring(0, bare.length() - 1).strip();
    }
    return bare;
  }

  private static String afterWords(String text, int words) {
    int seen = 0;
    boolean inWord = false;
    for (int i = 0; i < text.length(); i++) {
      boolean letter = Words.plain(text.charAt(i)) != 0;
      if (inWord && !letter && ++seen == words) {
        return text.substring(i).replaceFirst("^[\\s:.,-]+", "");
      }
      inWord = letter;
    }
    return "";
  }
}
