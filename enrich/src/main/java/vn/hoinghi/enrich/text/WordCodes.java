package vn.hoinghi.enrich.text;

/** The words of a text, by their place, in the form in which words are compared. */
public interface WordCodes {
  int count();

  /** {@link WordCode} of the folded word. */
  long code(int word);

  String folded(int word);
}
