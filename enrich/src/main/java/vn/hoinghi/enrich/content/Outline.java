package vn.hoinghi.enrich.content;

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
}
