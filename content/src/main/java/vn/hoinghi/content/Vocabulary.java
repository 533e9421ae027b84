package vn.hoinghi.content;

/** The plain words that rules know, each with a number from 1 on; any other word is 0. */
final class Vocabulary {
  private String[] table = new String[256];
  private int[] hashes = new int[256];
  private int[] numbers = new int[256];
  private int size;

  /** Adds the word unless it is known, and returns its number. */
  int add(String word) {
    if (size * 3 > table.length) {
      grow();
    }
    int slot = slot(word, 0, word.length(), hash(word));
    if (table[slot] == null) {
      table[slot] = word;
      hashes[slot] = hash(word);
      numbers[slot] = ++size;
    }
    return numbers[slot];
  }

  int size() {
    return size;
  }

  /** The first word of a text as {@link Phrase} writes it, or -1 where it has none. */
  int first(String text) {
    int at = start(text, 0);
    return at == text.length() ? -1 : code(text, at, end(text, at));
  }

  /** Where the next word begins, or the text ends. */
  static int start(String text, int from) {
    int at = from;
    while (at < text.length() && Words.plain(text.charAt(at)) == 0) {
      at++;
    }
    return at;
  }

  /** Where the word ends that begins at the place. */
  static int end(String text, int from) {
    int at = from + 1;
    while (at < text.length()
        && (Words.plain(text.charAt(at)) != 0 || CleanText.isMark(text.charAt(at)))) {
      at++;
    }
    return at;
  }

  /** The word as {@link Phrase} writes it. */
  int code(String text, int from, int end) {
    int hash = 0;
    int length = 0;
    for (int i = from; i < end; i++) {
      char c = Words.plain(text.charAt(i));
      hash = c == 0 ? hash : hash * 31 + c;
      length += c == 0 ? 0 : 1;
    }
    int slot = slot(text, from, end, hash);
    int number = table[slot] == null ? 0 : numbers[slot];
    return Phrase.code(number, length, Character.isDigit(Words.plain(text.charAt(from))));
  }

  /** Where the word stands or would stand. */
  private int slot(String text, int from, int end, int hash) {
    int mask = table.length - 1;
    int slot = (hash ^ (hash >>> 15)) & mask;
    while (table[slot] != null && !(hashes[slot] == hash && isSame(table[slot], text, from, end))) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private static boolean isSame(String known, String text, int from, int end) {
    int seen = 0;
    for (int i = from; i < end; i++) {
      char c = Words.plain(text.charAt(i));
      if (c != 0 && (seen == known.length() || known.charAt(seen++) != c)) {
        return false;
      }
    }
    return seen == known.length();
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
    int[] oldHashes = hashes;
    int[] oldNumbers = numbers;
    table = new String[words.length * 2];
    hashes = new int[table.length];
    numbers = new int[table.length];
    for (int i = 0; i < words.length; i++) {
      if (words[i] != null) {
        int slot = slot(words[i], 0, words[i].length(), oldHashes[i]);
        table[slot] = words[i];
        hashes[slot] = oldHashes[i];
        numbers[slot] = oldNumbers[i];
      }
    }
  }
}
