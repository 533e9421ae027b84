package vn.hoinghi.enrich.mention;

/** A month in words and how long it is. */
record MonthWords(int value, int length) {
  private static final String[] MONTHS = {
    "một", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười", "mười một", "mười hai"
  };

  static MonthWords month(String text) {
    MonthWords longest = null;
    for (int i = 0; i < MONTHS.length; i++) {
      String word = MONTHS[i];
      boolean whole =
          text.startsWith(word)
              && (text.length() == word.length()
                  || !Character.isLetter(text.charAt(word.length())));
      if (whole && (longest == null || word.length() > longest.length)) {
        longest = new MonthWords(i + 1, word.length());
      }
    }
    return longest;
  }
}
