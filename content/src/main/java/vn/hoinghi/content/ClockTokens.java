package vn.hoinghi.content;

/**
 * Numbers and words of a line with what joins each to the next; only its beginning is looked at.
 */
final class ClockTokens {
  private static final int MAX = 48;
  final String[] text = new String[MAX];
  final String[] join = new String[MAX];
  int count;

  ClockTokens(String line, int from) {
    int i = from;
    int n = line.length();
    int gap = from;
    while (i < n && count < MAX) {
      char c = Words.plain(line.charAt(i));
      if (c == 0) {
        i++;
        continue;
      }
      if (count > 0) {
        join[count - 1] = line.substring(gap, Math.min(i, gap + 4));
      }
      boolean digit = Character.isDigit(c);
      StringBuilder token = new StringBuilder();
      while (i < n && (c = Words.plain(line.charAt(i))) != 0 && Character.isDigit(c) == digit) {
        token.append(c);
        i++;
      }
      if (!digit
          && token.length() == 1
          && count > 0
          && i < n
          && "hg".indexOf(token.charAt(0)) >= 0
          && gap == i - 1) {
        gap = i - 1; // 17h11: the letter joins two numbers
        continue;
      }
      text[count++] = token.toString();
      gap = i;
    }
  }

  String word(int i) {
    return i >= 0 && i < count ? text[i] : "";
  }

  int length(int i) {
    return number(i) < 0 ? 0 : text[i].length();
  }

  int number(int i) {
    String word = word(i);
    if (word.isEmpty() || word.length() > 4 || !Character.isDigit(word.charAt(0))) {
      return -1;
    }
    return Integer.parseInt(word);
  }

  boolean joined(int i, String by) {
    String with = i >= 0 && i + 1 < count ? join[i].strip() : "";
    return with.length() == 1 && by.indexOf(Character.toLowerCase(with.charAt(0))) >= 0;
  }

  boolean sameJoin(int i, int j) {
    return join[i].equals(join[j]);
  }
}
