package vn.hoinghi.content;

import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import vn.hoinghi.schemas.Reason;

/**
 * Reads a captured page as a careful reader does: headline, main text, times, author, origin. The
 * page decides alone, by its markup, the look and the density of its text and the stock phrases of
 * Vietnamese sites; no site is known by name, but a caller who knows one may give selectors.
 *
 * <p>The work is bounded by bytes, tags, depth and nodes; whatever a page holds, the answer is a
 * page or a reason, never an {@code Error}.
 */
public final class PageReader {
  /**
   * Raised whenever pages come to be read otherwise, so that whoever remembers what a page said
   * knows that the next difference may be ours.
   */
  public static final int RULES_VERSION = 1;

  private static final int MAX_BYTES = 8 * 1024 * 1024;
  private static final int MAX_TAGS = 400_000;
  private static final int MAX_DEPTH = 512;
  private static final int MIN_LETTERS = 12;
  private static final int MAX_TEXT = 500_000;

  private final Labels labels = Labels.standard();
  private final Hints hints = Hints.standard();
  private final LineKinds kinds = new LineKinds(labels);

  private PageReader() {}

  /** The reader with the rules that ship with this version. Safe for many threads. */
  public static PageReader standard() {
    return new PageReader();
  }

  /**
   * Reads one page, HTML or plain text.
   *
   * @throws UnreadablePageException PARSE_DEPTH or PARSE_BUDGET where the page asks for too much
   *     work, TEXT_INVALID where the bytes are no text, TEXT_EMPTY where it says nothing,
   *     PARSE_INTERNAL for a fault of ours
   */
  public Page read(Capture capture) throws UnreadablePageException {
    return read(capture, Selectors.NONE);
  }

  /**
   * The same for a page of a site that is known.
   *
   * @param selectors where the site keeps its parts
   * @throws UnreadablePageException as above
   */
  public Page read(Capture capture, Selectors selectors) throws UnreadablePageException {
    try {
      return readUnguarded(capture, selectors);
    } catch (WorkLimit e) {
      throw new UnreadablePageException(e.reason, e.getMessage(), e);
    } catch (StackOverflowError e) {
      throw new UnreadablePageException(Reason.PARSE_DEPTH, "nested too deeply", e);
    } catch (OutOfMemoryError e) {
      throw new UnreadablePageException(Reason.PARSE_BUDGET, "too much memory", e);
    } catch (RuntimeException e) {
      throw new UnreadablePageException(Reason.PARSE_INTERNAL, e.toString(), e);
    }
  }

  private Page readUnguarded(Capture capture, Selectors selectors) throws UnreadablePageException {
    if (capture.body().length > MAX_BYTES) {
      throw new WorkLimit(Reason.PARSE_BUDGET, capture.body().length + " bytes");
    }
    PageSource source = PageSource.of(capture.body(), capture.charset());
    boolean html = isHtml(capture, source);
    if (source.isGarbage()) {
      throw new UnreadablePageException(Reason.TEXT_INVALID, "the bytes are no text");
    }
    if (html && source.hasMoreTags(MAX_TAGS)) {
      throw new WorkLimit(Reason.PARSE_BUDGET, "more than " + MAX_TAGS + " tags");
    }
    Page page = page(outline(source, html, selectors), capture, html);
    if (!LegacyText.looksLegacy(page.text())) {
      return page;
    }
    String text = source.text();
    String repaired = LegacyText.repair(text);
    return repaired.equals(text)
        ? page
        : page(outline(PageSource.of(repaired), html, selectors), capture, html);
  }

  private Outline outline(PageSource source, boolean html, Selectors selectors) {
    if (!html) {
      return PlainText.outline(source.text(), labels);
    }
    Document document = Parser.htmlParser().setMaxDepth(MAX_DEPTH).parseInput(source.reader(), "");
    selectors.apply(document);
    return PageWalk.outline(document, hints);
  }

  private Page page(Outline outline, Capture capture, boolean html) throws UnreadablePageException {
    SiteTitle site = new SiteTitle(labels, outline.declared.siteName, capture.url());
    if (outline.blocks.isEmpty()) {
      throw empty(outline);
    }
    int anchor = html ? MainBox.anchor(outline, site, kinds) : -1;
    Asides.settle(outline, kinds, anchor);
    Box main = MainBox.find(outline, anchor);
    int firstProse = MainText.firstProse(outline, main, anchor);
    Headline headline =
        html
            ? Headline.find(outline, kinds, site, capture.url(), firstProse)
            : Headline.ofPlainText(outline, kinds);
    MainText text = new MainText(outline, kinds, headline, main);
    Publication published =
        new PublicationFinder(outline, kinds, capture)
            .find(headline.block(), text.firstIndex(firstProse), main.endBlock);
    String body = compose(headline.text(), text);
    if (!hasLetters(body)) {
      throw empty(outline);
    }
    Signature signature =
        Signature.of(text.signatures, text.last(), outline.declared, site, labels);
    return new Page(
        headline.text(),
        body,
        published == null ? null : published.value(),
        published == null ? null : published.from(),
        signature.author() == null ? text.nameBeforeDate : signature.author(),
        signature.origin(),
        Language.of(body, outline.declared.language));
  }

  private static boolean hasLetters(String text) {
    int letters = 0;
    for (int i = 0; i < text.length() && letters < MIN_LETTERS; i++) {
      letters += Character.isLetter(text.charAt(i)) ? 1 : 0;
    }
    return letters == MIN_LETTERS;
  }

  private static UnreadablePageException empty(Outline outline) {
    boolean cut = outline.depth >= MAX_DEPTH - 2;
    return new UnreadablePageException(
        cut ? Reason.PARSE_DEPTH : Reason.TEXT_EMPTY, cut ? "nested too deeply" : "no text");
  }

  private String compose(String headline, MainText text) {
    StringBuilder out = new StringBuilder(headline);
    List<Block> paragraphs = text.paragraphs;
    for (int i = 0; i < paragraphs.size() && out.length() < MAX_TEXT; i++) {
      String line = paragraphs.get(i).text;
      if (i == paragraphs.size() - 1) {
        int origin = Signature.trailingOriginAt(line, labels);
        line = origin < 0 ? line : line.substring(0, origin).strip();
      }
      if (out.length() > 0) {
        out.append('\n');
      }
      out.append(line, 0, Math.min(line.length(), MAX_TEXT));
    }
    cut(out);
    return out.toString(); // lines in NFC, and no line feed composes with anything
  }

  /** Never through the middle of a pair. */
  private static void cut(StringBuilder out) {
    if (out.length() > MAX_TEXT) {
      boolean pair = Character.isHighSurrogate(out.charAt(MAX_TEXT - 1));
      out.setLength(pair ? MAX_TEXT - 1 : MAX_TEXT);
    }
  }

  private static boolean isHtml(Capture capture, PageSource source) {
    String type = capture.mediaType() == null ? "" : capture.mediaType();
    if (type.contains("html") || type.contains("xml")) {
      return true;
    }
    return !type.equals("text/plain") && source.hasTag();
  }
}
