package vn.hoinghi.enrich.content;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Attributes;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import vn.hoinghi.schemas.Reason;

/**
 * The one walk over a page's tree: it cuts the text into lines where a browser would break it,
 * notes how each looks, sums up each box and picks up what the page declares. It keeps its own
 * stack, so that depth costs memory and never the thread's stack.
 */
final class PageWalk implements NodeFilter {
  private static final int MAX_NODES = 1_500_000;
  private static final int MAX_BLOCKS = 50_000;
  private static final Set<String> UNSEEN =
      Set.of(
          "style",
          "noscript",
          "template",
          "svg",
          "math",
          "select",
          "textarea",
          "button",
          "iframe",
          "object",
          "embed",
          "canvas",
          "audio",
          "video",
          "amp-ad",
          "amp-sidebar",
          "amp-analytics",
          "datalist",
          "map",
          "applet",
          "frameset",
          "label");
  private static final Set<String> PICTURES = Set.of("jpg", "jpeg", "png", "gif", "webp", "bmp");
  private static final Set<String> INLINE =
      Set.of(
          "a",
          "abbr",
          "acronym",
          "b",
          "bdi",
          "bdo",
          "big",
          "cite",
          "code",
          "del",
          "dfn",
          "em",
          "font",
          "i",
          "ins",
          "kbd",
          "mark",
          "nobr",
          "q",
          "s",
          "samp",
          "small",
          "span",
          "strike",
          "strong",
          "sub",
          "sup",
          "time",
          "tt",
          "u",
          "var",
          "wbr",
          "o:p",
          "st1:place",
          "img",
          "picture",
          "source",
          "amp-img",
          "input",
          "data");
  private final Outline out = new Outline();
  private final Hints hints;
  private final StringBuilder text = new StringBuilder();

  private int nodes;
  private Box box;
  private boolean[] boxAt = new boolean[64];
  private byte[] looksAt = new byte[64];
  private int[] hintsAt = new int[64];
  private byte[] alignAt = new byte[64];

  private int linkChars;
  private int boldChars;
  private int slantChars;
  private int largeChars;
  private int commonHints;
  private int lineHeading;
  private int lineAlign;
  private Box pictureBox;

  private static final byte LINK = 1;
  private static final byte BOLD = 2;
  private static final byte SLANT = 4;
  private static final byte LARGE = 8;
  private static final byte HEADING_SHIFT = 4;

  PageWalk(Hints hints) {
    this.hints = hints;
    box = new Box(0, null, "#root", 0, false, 0);
    out.boxes.add(box);
  }

  Outline outline() {
    flush();
    close(box);
    Captions.settle(out.blocks);
    return out;
  }

  @Override
  public FilterResult head(Node node, int depth) {
    if (++nodes > MAX_NODES || out.blocks.size() > MAX_BLOCKS) {
      throw new WorkLimit(
          Reason.PARSE_BUDGET, "more than " + MAX_NODES + " nodes or " + MAX_BLOCKS + " lines");
    }
    if (node instanceof TextNode textNode) {
      text(textNode.getWholeText(), depth);
      return FilterResult.CONTINUE;
    }
    return node instanceof Element element ? open(element, depth) : FilterResult.CONTINUE;
  }

  @Override
  public FilterResult tail(Node node, int depth) {
    if (node instanceof Element && depth < boxAt.length && boxAt[depth]) {
      flush();
      close(box);
      box = box.parent;
      boxAt[depth] = false;
    }
    return FilterResult.CONTINUE;
  }

  private FilterResult open(Element element, int depth) {
    String tag = element.normalName();
    grow(depth);
    out.depth = Math.max(out.depth, depth);
    switch (tag) {
      case "br" -> {
        lineBreak(depth);
        return FilterResult.CONTINUE;
      }
      case "hr" -> {
        flush();
        return FilterResult.CONTINUE;
      }
      case "script" -> {
        if (element.attr("type").toLowerCase(Locale.ROOT).startsWith("application/ld+json")) {
          JsonLd.read(element.data(), out.declared);
        }
        return FilterResult.SKIP_ENTIRELY;
      }
      case "title" -> {
        if (out.declared.title.isEmpty()) {
          out.declared.title = CleanText.line(element.text());
        }
        return FilterResult.SKIP_ENTIRELY;
      }
      case "meta" -> {
        meta(element);
        return FilterResult.SKIP_ENTIRELY;
      }
      case "img", "amp-img" -> {
        picture(element);
        return FilterResult.CONTINUE;
      }
      default -> {
        return UNSEEN.contains(tag) || isHidden(element)
            ? FilterResult.SKIP_ENTIRELY
            : enter(element, tag, depth);
      }
    }
  }

  private FilterResult enter(Element element, String tag, int depth) {
    byte looks = depth == 0 ? 0 : looksAt[depth - 1];
    int inherited = depth == 0 ? 0 : hintsAt[depth - 1];
    byte align = depth == 0 ? 0 : alignAt[depth - 1];
    int own = 0;
    String itemprop = "";
    if (element.attributesSize() > 0) {
      Attributes attributes = element.attributes();
      own = hints.of(attributes.get("class")) | hints.of(attributes.get("id"));
      itemprop = attributes.get("itemprop");
      own |= roleHint(itemprop, attributes);
      align = align(attributes, align);
      if (attributes.get("style").contains("bold")) {
        looks |= BOLD;
      }
      stamp(element, tag, itemprop);
    }
    looks = looks(tag, element, looks);
    if (tag.equals("html")) {
      out.declared.language = element.attr("lang");
    }
    boolean block = !INLINE.contains(tag);
    if (block) {
      flush();
      box =
          new Box(
              out.boxes.size(), box, tag, own, itemprop.equals("articleBody"), out.blocks.size());
      out.boxes.add(box);
      inherited = 0;
      looks = headingLooks(tag, attrLevel(element), looks);
      align = tag.equals("center") ? 1 : align;
      if (tag.equals("table") && !element.hasAttr("style")) {
        align = 0; // its alignment is that of the table, not of the text in it
      }
    }
    boxAt[depth] = block;
    looksAt[depth] = looks;
    hintsAt[depth] = inherited | own;
    alignAt[depth] = align;
    return FilterResult.CONTINUE;
  }

  private void text(String raw, int depth) {
    int before = text.length();
    if (before > 0 && !raw.isEmpty() && runsTogether(text.charAt(before - 1), raw.charAt(0))) {
      text.append(' ');
    }
    CleanText.append(text, raw);
    int added = text.length() - before;
    if (added == 0 || (added == 1 && text.charAt(before) == ' ')) {
      return;
    }
    int at = Math.min(depth, looksAt.length) - 1;
    byte looks = at < 0 ? 0 : looksAt[at];
    linkChars += (looks & LINK) != 0 ? added : 0;
    boldChars += (looks & BOLD) != 0 ? added : 0;
    slantChars += (looks & SLANT) != 0 ? added : 0;
    largeChars += (looks & LARGE) != 0 ? added : 0;
    int own = at < 0 ? 0 : hintsAt[at];
    if (commonHints == -1) {
      commonHints = own;
      lineHeading = (looks >> HEADING_SHIFT) & 7;
      lineAlign = at < 0 ? 0 : alignAt[at];
    } else {
      commonHints &= own;
    }
  }

  /** "Quảng NgãiHơn": elements that the page's style sets apart. */
  private static boolean runsTogether(char last, char next) {
    return Character.isLowerCase(last) && Character.isUpperCase(next);
  }

  private void lineBreak(int depth) {
    boolean inHeading = depth > 0 && ((looksAt[depth - 1] >> HEADING_SHIFT) & 7) != 0;
    if (inHeading) {
      CleanText.append(text, " ");
    } else {
      flush();
    }
  }

  /** Ends the line. */
  private void flush() {
    CleanText.stripEnd(text);
    int length = text.length();
    if (length > 0 && commonHints != -1) {
      String line = CleanText.nfc(text.toString());
      boolean bold = boldChars * 10 >= length * 9;
      boolean slanted = slantChars * 10 >= length * 9;
      boolean large = largeChars * 10 >= length * 9;
      Block.Style style =
          new Block.Style(commonHints, linkChars, lineHeading, bold, large, slanted, lineAlign);
      out.blocks.add(new Block(out.blocks.size(), line, box, pictureBox, style));
      pictureBox = null;
      box.textChars += length;
      box.linkChars += linkChars;
    }
    text.setLength(0);
    linkChars = boldChars = slantChars = largeChars = 0;
    commonHints = -1;
    lineHeading = 0;
    lineAlign = 0;
  }

  private void close(Box closing) {
    closing.endBlock = out.blocks.size();
    Box parent = closing.parent;
    if (parent != null) {
      parent.textChars += closing.textChars;
      parent.linkChars += closing.linkChars;
      parent.pictures += closing.pictures;
    }
  }

  private void picture(Element image) {
    flush();
    Element parent = image.parent();
    for (int i = 0; i < 3 && parent != null; i++, parent = parent.parent()) {
      if (parent.normalName().equals("a")) {
        if (!enlarges(parent.attr("href"))) {
          return;
        }
      }
    }
    box.pictures++;
    pictureBox = box;
  }

  /** Whether a link around a picture leads to the picture itself, as light boxes do. */
  private static boolean enlarges(String href) {
    int end = href.indexOf('?');
    String path = (end < 0 ? href : href.substring(0, end)).toLowerCase(Locale.ROOT);
    return href.isEmpty() || PICTURES.contains(path.substring(path.lastIndexOf('.') + 1));
  }

  private void meta(Element meta) {
    String name = meta.attr("property");
    name = name.isEmpty() ? meta.attr("name") : name;
    name = name.isEmpty() ? meta.attr("itemprop") : name;
    name = name.isEmpty() ? meta.attr("http-equiv") : name;
    out.declared.meta(name, meta.attr("content"));
  }

  private void stamp(Element element, String tag, String itemprop) {
    boolean published =
        itemprop.equals("datePublished")
            || itemprop.equals("dateCreated")
            || element.hasAttr("pubdate");
    if (!published && !tag.equals("time") && !element.attr("data-role").equals("publishdate")) {
      return;
    }
    if (itemprop.equals("dateModified")) {
      return;
    }
    for (String name : new String[] {"datetime", "content", "title"}) {
      String value = element.attr(name);
      if (!value.isBlank()) {
        out.stamps.add(new Outline.Stamp(value, out.blocks.size(), box, published));
        return;
      }
    }
  }

  private static int roleHint(String itemprop, Attributes attributes) {
    return switch (itemprop) {
      case "articleBody" -> Hint.BODY.bit();
      case "headline" -> Hint.TITLE.bit();
      case "datePublished" -> Hint.DATE.bit();
      case "author" -> Hint.AUTHOR.bit();
      default ->
          switch (attributes.get("data-role")) {
            case "title" -> Hint.TITLE.bit();
            case "sapo" -> Hint.LEAD.bit();
            case "publishdate" -> Hint.DATE.bit();
            case "author" -> Hint.AUTHOR.bit();
            case "content" -> Hint.BODY.bit();
            default -> 0;
          };
    };
  }

  private static byte align(Attributes attributes, byte inherited) {
    String align = attributes.get("align").toLowerCase(Locale.ROOT);
    String style = attributes.get("style");
    if (!style.isEmpty()) {
      int at = style.indexOf("text-align");
      align =
          at < 0
              ? align
              : style.substring(at + 10).replace(":", "").strip().toLowerCase(Locale.ROOT);
    }
    if (align.startsWith("center")) {
      return 1;
    }
    if (align.startsWith("right")) {
      return 2;
    }
    return align.startsWith("left") || align.startsWith("justify") ? 0 : inherited;
  }

  private static byte looks(String tag, Element element, byte looks) {
    return switch (tag) {
      case "a" ->
          element.hasAttr("href") || element.attributesSize() == 0 ? (byte) (looks | LINK) : looks;
      case "b", "strong" -> (byte) (looks | BOLD);
      case "i", "em" -> (byte) (looks | SLANT);
      case "big" -> (byte) (looks | LARGE);
      case "font" ->
          "4567+".indexOf(first(element.attr("size"))) >= 0 ? (byte) (looks | LARGE) : looks;
      default -> looks;
    };
  }

  private static char first(String value) {
    return value.isEmpty() ? ' ' : value.charAt(0);
  }

  private static int attrLevel(Element element) {
    if (!element.attr("role").equals("heading")) {
      return 0;
    }
    char level = first(element.attr("aria-level"));
    return level >= '1' && level <= '6' ? level - '0' : 2;
  }

  private static byte headingLooks(String tag, int level, byte looks) {
    int own = tag.length() == 2 && tag.charAt(0) == 'h' ? tag.charAt(1) - '0' : level;
    return own < 1 || own > 6 ? looks : (byte) ((looks & 15) | (own << HEADING_SHIFT));
  }

  private static boolean isHidden(Element element) {
    if (element.attributesSize() == 0) {
      return false;
    }
    if (element.hasAttr("hidden")) {
      return true;
    }
    String style = element.attr("style");
    return style.contains("none")
        && style.replace(" ", "").toLowerCase(Locale.ROOT).contains("display:none");
  }

  private void grow(int depth) {
    if (depth >= boxAt.length) {
      int size = Math.max(depth + 1, boxAt.length * 2);
      boxAt = Arrays.copyOf(boxAt, size);
      looksAt = Arrays.copyOf(looksAt, size);
      hintsAt = Arrays.copyOf(hintsAt, size);
      alignAt = Arrays.copyOf(alignAt, size);
    }
  }
}
