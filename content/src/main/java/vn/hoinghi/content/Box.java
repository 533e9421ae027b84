package vn.hoinghi.content;

/**
 * A block-level element with what its subtree holds. Boxes are numbered in document order, so that
 * parents come before their children and a loop does what recursion would.
 */
final class Box {
  final Box parent;
  final int depth;

  /** What its tag says, as bits of {@link Tags}. */
  final int tag;

  /** Hints of its own class and id. */
  final int hints;

  final boolean articleBody;

  /** Its place in document order. */
  final int index;

  int firstBlock;
  int endBlock;
  int textChars;
  int linkChars;
  int prose;
  int pictures;

  /** Whether the subtree is no article text, as far as names tell; settled after the walk. */
  boolean aside;

  Box(int index, Box parent, int tag, int hints, boolean articleBody, int firstBlock) {
    this.index = index;
    this.parent = parent;
    this.depth = parent == null ? 0 : parent.depth + 1;
    this.tag = tag;
    this.hints = hints;
    this.articleBody = articleBody;
    this.firstBlock = firstBlock;
  }

  boolean is(int tags) {
    return (tag & tags) != 0;
  }

  boolean has(Hint hint) {
    return Hint.in(hints, hint);
  }

  /** Whether this box is the other or holds it. */
  boolean holds(Box other) {
    return other.firstBlock >= firstBlock
        && other.endBlock <= endBlock
        && other.depth >= depth
        && other.ancestorAt(depth) == this;
  }

  private Box ancestorAt(int wanted) {
    Box at = this;
    while (at.depth > wanted) {
      at = at.parent;
    }
    return at;
  }
}
