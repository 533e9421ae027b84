package vn.hoinghi.enrich.content;

/** The plain words that rules know, each with a number from 1 on; any other word is 0. */
final class Vocabulary {
  private String[] table = new String[256];
  private int[] numbers = new int[256];
  private int size;

  /** Adds the word unless it is known, and returns its number. */
  int add(String word) {
    if (size * 3 > table.length) {
      grow();
    }
    int slot = slot(word.toCharArray(), word.length(), hash(word));
    if (table[slot] == null) {
      table[slot] = word;
      numbers[slot] = ++size;
    }
    return numbers[slot];
  }

  int size() {
    return size;
  }

  /** Numbers the plain words of a text, at most as many as asked for. */
  Phrase read(String text, int limit) {
    int[] words = new int[Math.min(limit, text.length() / 2 + 1)];
    int[] starts = new int[words.length];
    char[] word = new char[Words.MAX_WORD];
    int count = 0;
    int length = 0;
    int hash = 0;
    int n = text.length();
    for (int i = 0; i <= n && count < words.length; i++) {
      char c = i < n ? Words.plain(text.charAt(i)) : 0;
      if (c != 0) {
        if (length == 0) {
          starts[count] = i;
        }
        if (length < word.length) {
          word[length++] = c;
          hash = hash * 31 + c;
        }
      } else if (length > 0 && (i == n || !CleanText.isMark(text.charAt(i)))) {
        int slot = slot(word, length, hash);
        int number = table[slot] == null ? 0 : numbers[slot];
        words[count++] = Phrase.code(number, length, Character.isDigit(word[0]));
        length = 0;
        hash = 0;
      }
    }
    return new Phrase(words, starts, count);
  }

  /** Where the word stands or would stand. */
  private int slot(char[] word, int length, int hash) {
    int mask = table.length - 1;
    int slot = (hash ^ (hash >>> 15)) & mask;
    while (table[slot] != null && !isSame(table[slot], word, length)) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private static boolean isSame(String known, char[] word, int length) {
    if (known.length() != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (known.charAt(i) != word[i]) {
        return false;
      }
    }
    return true;
  }

  private static int hash(String word) {
    int hash = 0;
    for (int i = 0; i < word.length(); i++) {
      hash = hash * 31 + word.charAt(i);
    }
    return hash;
  }

  private void grow() {
    String[] words = table;
    int[] old = numbers;
    table = new String[words.length * 2];
    numbers = new int[table.length];
    for (int i = 0; i < words.length; i++) {
      if (words[i] != null) {
        int slot = slot(words[i].toCharArray(), words[i].length(), hash(words[i]));
        table[slot] = words[i];
        numbers[slot] = old[i];
      }
    }
  }
}
