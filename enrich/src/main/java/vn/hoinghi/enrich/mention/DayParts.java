package vn.hoinghi.enrich.mention;

import java.util.List;
import vn.hoinghi.avro.DayPart;

/**
 * The part of the day told with a date: "sáng thứ Sáu (7/5)", "lúc 8 giờ chiều ngày 5/3". It stands
 * right before the date with nothing between but words that announce one, since "đổi mới sáng tạo"
 * tells no time.
 */
final class DayParts {
  private static final List<String> BETWEEN =
      List.of(
          "ngày", "hôm", "nay", "qua", "sớm", "muộn", "cùng", "thứ", "hai", "ba", "tư", "năm",
          "sáu", "bảy", "2", "3", "4", "5", "6", "7", "chủ", "nhật", "từ", "vào", "mùng", "mồng");

  private static final int MOST_WORDS = 7;

  private final String folded;

  DayParts(String folded) {
    this.folded = folded;
  }

  /** First character of the word that tells the part of the day before a place; -1 without one. */
  int start(int date) {
    int end = date;
    for (int i = 0; i < MOST_WORDS; i++) {
      while (end > 0 && " ,(".indexOf(folded.charAt(end - 1)) >= 0) {
        end--;
      }
      int from = end;
      while (from > 0 && Tokens.isWord(folded.charAt(from - 1))) {
        from--;
      }
      String word = folded.substring(from, end);
      if (value(word) != null) {
        return from;
      }
      if (!BETWEEN.contains(word)) {
        return -1;
      }
      end = from;
    }
    return -1;
  }

  /** What the word at a place tells; null for no place. */
  DayPart of(int start) {
    if (start < 0) {
      return null;
    }
    int end = start;
    while (end < folded.length() && Tokens.isWord(folded.charAt(end))) {
      end++;
    }
    return value(folded.substring(start, end));
  }

  private static DayPart value(String word) {
    return switch (word) {
      case "sáng" -> DayPart.MORNING;
      case "trưa", "chiều" -> DayPart.AFTERNOON;
      case "tối", "đêm", "khuya" -> DayPart.EVENING;
      default -> null;
    };
  }
}
