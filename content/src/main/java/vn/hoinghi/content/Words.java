package vn.hoinghi.content;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/**
 * Sites write one label as "Uỷ ban", "Ủy ban" and "ỦY BAN". Compared are therefore plain words:
 * lower case, without any mark, only letters and digits.
 */
final class Words {
  private static final int TABLE = 0x1f00;

  /** No word of any phrase is as long; what lies beyond cannot matter. */
  static final int MAX_WORD = 64;

  private static final char[] PLAIN = table();

  private Words() {}

  /** The plain words of a text, at most as many as asked for. */
  static List<String> of(String text, int limit) {
    List<String> words = new ArrayList<>();
    char[] word = new char[MAX_WORD];
    int length = 0;
    int n = text.length();
    for (int i = 0; i <= n && words.size() < limit; i++) {
      char c = i < n ? plain(text.charAt(i)) : 0;
      if (c != 0) {
        if (length < MAX_WORD) {
          word[length++] = c;
        }
      } else if (length > 0 && (i == n || !CleanText.isMark(text.charAt(i)))) {
        words.add(new String(word, 0, length));
        length = 0;
      }
    }
    return words;
  }

  /** The plain words of a text joined by one blank. */
  static String key(String text) {
    return String.join(" ", of(text, Integer.MAX_VALUE));
  }

  /** The plain form of a letter or digit, 0 for anything else. */
  static char plain(char c) {
    if (c < TABLE) {
      return PLAIN[c];
    }
    return Character.isLetterOrDigit(c) ? Character.toLowerCase(c) : 0;
  }

  private static char[] table() {
    char[] table = new char[TABLE];
    for (char c = 0; c < TABLE; c++) {
      if (Character.isLetterOrDigit(c)) {
        char base = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD).charAt(0);
        char lower = Character.toLowerCase(base);
        table[c] = lower == 'đ' ? 'd' : lower;
      }
    }
    return table;
  }
}
