package vn.hoinghi.enrich.text;

/** A text with the symbol of each of its characters, made once for all rules that search it. */
public final class Prose {
  final String text;
  final byte[] symbols;

  public Prose(String text) {
    this.text = text;
    symbols = new byte[text.length()];
    for (int i = 0; i < symbols.length; i++) {
      symbols[i] = (byte) Alphabet.symbol(text.charAt(i));
    }
  }
}
