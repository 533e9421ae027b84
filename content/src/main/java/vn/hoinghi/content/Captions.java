package vn.hoinghi.content;

import java.util.List;

/**
 * Captions read like text and name people who are not in the report. A caption is the line right
 * after a picture that shares a small frame with it, or is centred or slanted below it; or that is
 * named so. A credit ("Ảnh: ...") at a line's end gives it away anywhere.
 */
final class Captions {
  private static final int MAX_CAPTION = 300;

  /** Most a caption has that nothing sets apart: in the picture's own box, and in another. */
  private static final int MAX_FLOWING = 90;

  private static final int MAX_PLAIN = 160;

  private static final int MAX_CREDIT_WORDS = 8;

  /** "Tin, ảnh:", "Bài viết và ảnh:". */
  private static final int MAX_BYLINE_START = 14;

  private Captions() {}

  static void settle(List<Block> blocks) {
    for (Block block : blocks) {
      block.caption = isCaption(block);
    }
  }

  private static boolean isCaption(Block block) {
    if (block.box.is(Tags.CAPTION) || block.hinted(Hint.CAPTION)) {
      return true;
    }
    if (block.text.length() > MAX_CAPTION || block.style.heading() > 0) {
      return false;
    }
    return (block.picture != null && belongsTo(block.picture, block))
        || inFigure(block.box)
        || endsWithCredit(block.text);
  }

  private static boolean belongsTo(Box picture, Block block) {
    Box frame = picture;
    for (int i = 0; i < 4 && frame != null && !frame.is(Tags.WHOLE); i++) {
      if (frame.holds(block.box)) {
        boolean alone = frame.textChars < MAX_CAPTION && frame.endBlock - frame.firstBlock <= 3;
        return looksApart(block) || (alone && !readsAsText(block));
      }
      frame = frame.parent;
    }
    return looksApart(block) && frame != null && frame.holds(block.box);
  }

  /** A whole sentence of some length beside a picture is a lead. */
  private static boolean readsAsText(Block block) {
    boolean sentence = block.text.length() > (block.picture == block.box ? MAX_FLOWING : MAX_PLAIN);
    return block.hinted(Hint.LEAD) || (sentence && Block.endsSentence(block.text));
  }

  private static boolean looksApart(Block block) {
    return block.style.slanted() || block.style.align() == 1;
  }

  private static boolean inFigure(Box box) {
    Box at = box;
    for (int i = 0; i < 4 && at != null; i++, at = at.parent) {
      boolean figure = at.is(Tags.FIGURE) || at.has(Hint.FIGURE);
      if (figure && at.pictures > 0 && at.textChars < MAX_CAPTION * 2) {
        return true;
      }
    }
    return false;
  }

  /** "... (Ảnh: Tên)", "... Ảnh: Tên." but not a byline such as "Tin, ảnh: Tên". */
  static boolean endsWithCredit(String text) {
    if (text.indexOf('Ả') < 0 && text.indexOf("ảnh:") < 0) {
      return false;
    }
    int at = Math.max(text.lastIndexOf("Ảnh:"), text.lastIndexOf("ảnh:"));
    at = Math.max(at, text.lastIndexOf("Ảnh minh h"));
    at = Math.max(at, text.lastIndexOf("Ảnh tư liệu"));
    if (at < 0 || text.length() > MAX_CAPTION) {
      return false;
    }
    boolean byline =
        at > 0 && at < MAX_BYLINE_START && (text.startsWith("Tin") || text.startsWith("Bài"));
    if (byline) {
      return false;
    }
    return at == 0
        ? text.length() > "Ảnh:".length()
        : Words.of(text.substring(at), MAX_CREDIT_WORDS + 2).size() <= MAX_CREDIT_WORDS;
  }
}
