package vn.hoinghi.enrich.resolve;

/**
 * What a match rests on that may be lost when a crowded bucket of the text falls into smaller
 * cells. Nearly every match meets in a place and a day as well and loses nothing; to look at all
 * who stand in such a cell again, years old as they are, would cost more than all the rest.
 */
public enum Leaning {
  /** The two meet in no bucket but those of the text: out of its cells, they are not compared. */
  TEXT_ALONE((byte) 0),

  /** The two share so many buckets of the text that these can part them. */
  ONE_TEXT((byte) 1);

  private final byte code;

  Leaning(byte code) {
    this.code = code;
  }

  /** By which it is known in the store. */
  public byte code() {
    return code;
  }

  /** Lets the index know what the match of these two leans on. */
  static void note(Facts a, Facts b, MemberIndex index) {
    for (Leaning leaning : values()) {
      if (leaning.holds(a, b)) {
        index.lean(a.member.articleId(), leaning);
        index.lean(b.member.articleId(), leaning);
      }
    }
  }

  private boolean holds(Facts a, Facts b) {
    int texts = 0;
    for (long bucket : a.buckets()) {
      if (isAmong(bucket, b.buckets())) {
        if (Buckets.isOfText(bucket)) {
          texts++;
        } else if (this == TEXT_ALONE) {
          return false;
        }
      }
    }
    return this == TEXT_ALONE || texts >= Cells.ONE_TEXT;
  }

  private static boolean isAmong(long bucket, long[] buckets) {
    for (long other : buckets) {
      if (other == bucket) {
        return true;
      }
    }
    return false;
  }
}
