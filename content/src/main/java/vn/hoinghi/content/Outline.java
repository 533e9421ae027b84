package vn.hoinghi.content;

import java.util.ArrayList;
import java.util.List;

/** A page as its reader sees it: lines in order, the boxes around them, what the page declares. */
final class Outline {
  final List<Box> boxes = new ArrayList<>();
  final List<Block> blocks = new ArrayList<>();
  final Declared declared = new Declared();

  /** A point in time that an element carries in an attribute, with the line it stands before. */
  record Stamp(String value, int block, Box box, boolean published) {}

  final List<Stamp> stamps = new ArrayList<>();

  /** The deepest level seen; at the parser's limit the page has lost its shape. */
  int depth;

  private int[] proseBefore = {0};

  /**
   * Sums up the running text of every box. Children come after their parents, so that from the end
   * every sum is ready when it is added.
   */
  void sumProse() {
    boxes.forEach(box -> box.prose = 0);
    proseBefore = new int[blocks.size() + 1];
    for (Block block : blocks) {
      int prose = block.prose();
      block.box.prose += prose;
      proseBefore[block.index + 1] = proseBefore[block.index] + prose;
    }
    for (int i = boxes.size() - 1; i > 0; i--) {
      boxes.get(i).parent.prose += boxes.get(i).prose;
    }
  }

  /** Characters of running text in the lines from one to before the other. */
  int proseBetween(int from, int to) {
    return to <= from ? 0 : proseBefore[to] - proseBefore[from];
  }
}
