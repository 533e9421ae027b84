package vn.hoinghi.ingest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import vn.hoinghi.schemas.Reason;

/**
 * The tree of a page that lists articles, whatever the page is made of: so many tags, so deep, and
 * what a parser may still throw becomes a reason.
 */
final class ListingHtml {
  private static final int MAX_DEPTH = 512;
  private static final int MAX_TAGS = 400_000;

  private static final int HEAD = 1024;
  private static final Pattern PAGE =
      Pattern.compile(
          "(?is)(\u00ef\u00bb\u00bf)?\\s*(<!--.{0,500}?-->\\s*)*(<!doctype\\s+html|<html|<head|<body)");

  private ListingHtml() {}

  /**
   * @param charset as the transport declared it, or null
   * @throws Refused {@link Reason#PARSE_BUDGET}, {@link Reason#PARSE_DEPTH} or {@link
   *     Reason#PARSE_INTERNAL}
   */
  static Document parse(byte[] body, CanonicalUrl url, String charset) throws Refused {
    int tags = 0;
    for (byte b : body) {
      tags += b == '<' ? 1 : 0;
    }
    if (tags > MAX_TAGS) {
      throw new Refused(Reason.PARSE_BUDGET, "more than " + MAX_TAGS + " tags");
    }
    try {
      Parser parser = Parser.htmlParser().setMaxDepth(MAX_DEPTH);
      var in = new ByteArrayInputStream(body);
      return Jsoup.parse(in, known(charset), url.toString(), parser);
    } catch (StackOverflowError e) {
      throw new Refused(Reason.PARSE_DEPTH, "nested too deeply", e);
    } catch (OutOfMemoryError e) {
      throw new Refused(Reason.PARSE_BUDGET, "too much memory", e);
    } catch (IOException | RuntimeException e) {
      throw new Refused(Reason.PARSE_INTERNAL, e.toString(), e);
    }
  }

  /** Whether these bytes begin as pages begin, and no feed does. */
  static boolean isPage(byte[] body) {
    String head = new String(body, 0, Math.min(body.length, HEAD), StandardCharsets.ISO_8859_1);
    return PAGE.matcher(head).lookingAt();
  }

  /** Null leaves it to the page. */
  private static String known(String charset) {
    try {
      return charset == null ? null : Charset.forName(charset).name();
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return null;
    }
  }
}
