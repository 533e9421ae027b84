package vn.hoinghi.enrich.text;

/** Words of a text with what stands between them. */
public interface SpacedWords extends WordCodes {
  /** Only blanks stand between a word and the next one. */
  char BLANK = 0;

  /** More than one mark stands there, or no word follows. */
  char APART = '\uffff';

  /** The one mark between a word and the next one, {@link #BLANK} or {@link #APART}. */
  char mark(int word);

  /** Whether a full stop behind a word can shorten it ("T.Ư", "Th. S"), not end its sentence. */
  boolean shortened(int word);
}
