package vn.hoinghi.content;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import vn.hoinghi.schemas.Reason;

/**
 * The one walk over a page's tree: it cuts the text into lines where a browser would break it,
 * notes how each looks, sums up each box and picks up what the page declares. It keeps its own
 * stack, so that depth costs memory and never the thread's stack.
 */
final class PageWalk {
  private static final int MAX_NODES = 1_500_000;
  private static final int MAX_BLOCKS = 50_000;
  private static final Set<String> PICTURES = Set.of("jpg", "jpeg", "png", "gif", "webp", "bmp");
  private static final String[] STAMPS = {"datetime", "content", "title"};

  private final Outline out = new Outline();
  private final LineMaker line = new LineMaker(out);
  private final Traits traits;
  private Box box;
  private int nodes;

  // One entry for each open element.
  private Element[] open = new Element[64];
  private int[] next = new int[64];
  private boolean[] boxed = new boolean[64];
  private int[] looks = new int[64];
  private int[] hints = new int[64];
  private byte[] align = new byte[64];

  private PageWalk(Hints hints) {
    traits = new Traits(hints);
    box = new Box(0, null, Tags.WHOLE, 0, false, 0);
    out.boxes.add(box);
  }

  static Outline outline(Document document, Hints hints) {
    PageWalk walk = new PageWalk(hints);
    walk.walk(document);
    walk.line.end(walk.box);
    close(walk.out, walk.box);
    Captions.settle(walk.out.blocks);
    return walk.out;
  }

  private void walk(Document document) {
    int depth = enters(document, 0) ? 0 : -1;
    while (depth >= 0) {
      Element parent = open[depth];
      if (next[depth] == parent.childNodeSize()) {
        leave(depth--);
        continue;
      }
      Node node = parent.childNode(next[depth]++);
      if (++nodes > MAX_NODES || out.blocks.size() > MAX_BLOCKS) {
        throw new WorkLimit(
            Reason.PARSE_BUDGET, "more than " + MAX_NODES + " nodes or " + MAX_BLOCKS + " lines");
      }
      if (node instanceof TextNode text) {
        line.text(text.getWholeText(), looks[depth], hints[depth], align[depth]);
      } else if (node instanceof Element element && enters(element, depth + 1)) {
        depth++;
      }
    }
  }

  /** Whether the element's children are to be walked. */
  private boolean enters(Element element, int depth) {
    grow(depth);
    out.depth = Math.max(out.depth, depth);
    String name = element.normalName();
    int tag = Tags.of(name);
    if ((tag & Tags.SPECIAL) != 0) {
      return special(element, name, depth);
    }
    if ((tag & Tags.UNSEEN) != 0) {
      return false;
    }
    traits.read(element);
    if (traits.hidden) {
      return false;
    }
    open(element, tag, depth);
    return true;
  }

  private boolean special(Element element, String name, int depth) {
    switch (name) {
      case "br" -> lineBreak(depth);
      case "hr" -> line.end(box);
      case "script" -> script(element);
      case "title" -> title(element);
      case "meta" -> meta(element);
      default -> {
        picture(element);
        inherit(element, depth);
        return element.childNodeSize() > 0;
      }
    }
    return false;
  }

  private void open(Element element, int tag, int depth) {
    inherit(element, depth);
    if (traits.bold) {
      looks[depth] |= LineMaker.BOLD;
    }
    if (traits.align != Traits.INHERITED) {
      align[depth] = traits.align;
    }
    if (traits.stamped || (tag & Tags.TIME) != 0) {
      stamp(element);
    }
    looks[depth] |= looks(tag, element);
    if ((tag & Tags.HTML) != 0) {
      out.declared.language = element.attr("lang");
    }
    hints[depth] |= traits.hint;
    if ((tag & Tags.INLINE) == 0) {
      openBox(tag, depth);
    }
  }

  private void openBox(int tag, int depth) {
    line.end(box);
    box = new Box(out.boxes.size(), box, tag, traits.hint, traits.articleBody, out.blocks.size());
    out.boxes.add(box);
    boxed[depth] = true;
    hints[depth] = traits.hint;
    int heading = Math.max(Tags.heading(tag), traits.heading);
    if (heading > 0) {
      looks[depth] = (looks[depth] & 15) | (heading << LineMaker.HEADING_SHIFT);
    }
    if ((tag & Tags.CENTER) != 0) {
      align[depth] = 1;
    } else if ((tag & Tags.TABLE) != 0 && !traits.styled) {
      align[depth] = 0; // its alignment is that of the table, not of the text in it
    }
  }

  private void inherit(Element element, int depth) {
    open[depth] = element;
    next[depth] = 0;
    boxed[depth] = false;
    looks[depth] = depth == 0 ? 0 : looks[depth - 1];
    hints[depth] = depth == 0 ? 0 : hints[depth - 1];
    align[depth] = depth == 0 ? 0 : align[depth - 1];
  }

  private void leave(int depth) {
    open[depth] = null;
    if (boxed[depth]) {
      line.end(box);
      close(out, box);
      box = box.parent;
    }
  }

  private static void close(Outline out, Box closing) {
    closing.endBlock = out.blocks.size();
    Box parent = closing.parent;
    if (parent != null) {
      parent.textChars += closing.textChars;
      parent.linkChars += closing.linkChars;
      parent.pictures += closing.pictures;
    }
  }

  private void lineBreak(int depth) {
    boolean inHeading = depth > 0 && looks[depth - 1] >> LineMaker.HEADING_SHIFT != 0;
    if (inHeading) {
      line.blank();
    } else {
      line.end(box);
    }
  }

  private void script(Element script) {
    if (script.attr("type").toLowerCase(Locale.ROOT).startsWith("application/ld+json")) {
      JsonLd.read(script.data(), out.declared);
    }
  }

  private void title(Element title) {
    if (out.declared.title.isEmpty()) {
      out.declared.title = CleanText.line(title.text());
    }
  }

  private void picture(Element image) {
    line.end(box);
    Element parent = image.parent();
    for (int i = 0; i < 3 && parent != null; i++, parent = parent.parent()) {
      if (parent.normalName().equals("a") && !enlarges(parent.attr("href"))) {
        return;
      }
    }
    box.pictures++;
    line.picture(box);
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

  private void stamp(Element element) {
    if (element.attr("itemprop").equals("dateModified")) {
      return;
    }
    for (String name : STAMPS) {
      String value = element.attr(name);
      if (!value.isBlank()) {
        out.stamps.add(new Outline.Stamp(value, out.blocks.size(), box, traits.published));
        return;
      }
    }
  }

  private static int looks(int tag, Element element) {
    int looks = (tag & Tags.BOLD) != 0 ? LineMaker.BOLD : 0;
    looks |= (tag & Tags.SLANT) != 0 ? LineMaker.SLANT : 0;
    looks |= (tag & Tags.LARGE) != 0 ? LineMaker.LARGE : 0;
    if ((tag & Tags.LINK) != 0 && isLink(element)) {
      looks |= LineMaker.LINK;
    }
    if ((tag & Tags.FONT) != 0) {
      String size = element.attr("size");
      looks |= !size.isEmpty() && "4567+".indexOf(size.charAt(0)) >= 0 ? LineMaker.LARGE : 0;
    }
    return looks;
  }

  private static boolean isLink(Element anchor) {
    return anchor.attributesSize() == 0 || anchor.attributes().hasKey("href");
  }

  private void grow(int depth) {
    if (depth >= open.length) {
      int size = Math.max(depth + 1, open.length * 2);
      open = Arrays.copyOf(open, size);
      next = Arrays.copyOf(next, size);
      boxed = Arrays.copyOf(boxed, size);
      looks = Arrays.copyOf(looks, size);
      hints = Arrays.copyOf(hints, size);
      align = Arrays.copyOf(align, size);
    }
  }
}
