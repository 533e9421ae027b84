package vn.hoinghi.enrich.content;

/** A text file as an outline: every line is a block of one box. */
final class PlainText {
  private PlainText() {}

  static Outline outline(String source) {
    Outline page = new Outline();
    Box box = new Box(0, null, "#text", 0, true, 0);
    page.boxes.add(box);
    source
        .lines()
        .forEach(
            raw -> {
              String line = CleanText.line(raw);
              if (!line.isEmpty()) {
                page.blocks.add(new Block(page.blocks.size(), line, box, null, Block.Style.PLAIN));
                box.textChars += line.length();
                box.prose += Block.prose(line, 0);
              }
            });
    box.endBlock = page.blocks.size();
    page.blocks.forEach(block -> block.caption = Captions.endsWithCredit(block.text));
    return page;
  }
}
