package vn.hoinghi.content;

import java.util.List;

/**
 * A text file as an outline: every line is a block of one box. Text copied out of a page has traces
 * of it: a list heading glued to the signature before it, an arrow on a line of its own before the
 * link that it points at.
 */
final class PlainText {
  private static final int MAX_GLUED = 120;

  private PlainText() {}

  static Outline outline(String source, Labels labels) {
    Outline page = new Outline();
    Box box = new Box(0, null, 0, 0, true, 0);
    page.boxes.add(box);
    String arrow = "";
    for (String raw : (Iterable<String>) source.lines()::iterator) {
      String line = CleanText.line(raw);
      if (!line.isEmpty() && line.chars().allMatch(c -> c == '>' || c == '»')) {
        arrow = line + " ";
      } else if (!line.isEmpty()) {
        unglued(arrow + line, labels).forEach(part -> add(page, box, part));
        arrow = "";
      }
    }
    box.endBlock = page.blocks.size();
    page.blocks.forEach(block -> block.caption = Captions.endsWithCredit(block.text));
    return page;
  }

  private static void add(Outline page, Box box, String line) {
    page.blocks.add(new Block(page.blocks.size(), line, box, null, Block.Style.PLAIN));
    box.textChars += line.length();
  }

  private static List<String> unglued(String line, Labels labels) {
    for (int i = 1; i < line.length() && line.length() <= MAX_GLUED; i++) {
      boolean hump =
          Character.isUpperCase(line.charAt(i)) && Character.isLowerCase(line.charAt(i - 1));
      if (hump && labels.is(line.substring(i), Label.END)) {
        return List.of(line.substring(0, i), line.substring(i));
      }
    }
    return List.of(line);
  }
}
