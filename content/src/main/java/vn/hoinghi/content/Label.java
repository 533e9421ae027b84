package vn.hoinghi.content;

/** What a stock phrase around an article means; the phrases stand in {@code labels.tsv}. */
enum Label {
  /** Heads a list after which no article text comes ("Các tin khác", "Bình luận"). */
  END,
  /** Heads a box that may stand amid the text ("Tin liên quan"). */
  ASIDE,
  /** Words of tools, shares, counters, menus ("In bài viết", "Lượt xem"). */
  TOOL,
  /** Begins a line that is no text, up to its end ("Từ khóa: ..."). */
  LINE,
  /** Words of a date line ("Cập nhật lúc", "GMT+7"). */
  CLOCK,
  /** Says that the date behind it is the day of publication ("Ngày đăng"). */
  PUBLISHED,
  /** Says that the date behind it is another day ("Ngày ban hành", "Hôm nay"). */
  OTHER_DATE,
  /** Name of a section ("Chính trị"). */
  SECTION,
  /** Begins a byline ("Bài, ảnh:"). */
  BYLINE,
  /** Begins the name of whom is reprinted ("Theo", "Nguồn"). */
  SOURCE,
  /** Agencies whose name behind an author's says whom is reprinted ("TTXVN"). */
  AGENCY,
  /** Words in names of sites ("Báo", "Cổng thông tin điện tử"). */
  SITE;

  /** Its place in a set of bits, which lives in memory only. */
  @SuppressWarnings("EnumOrdinal")
  int bit() {
    return 1 << ordinal();
  }
}
