package vn.hoinghi.enrich.person;

import java.util.List;
import vn.hoinghi.enrich.place.Gazetteer;
import vn.hoinghi.enrich.place.PlaceHit;
import vn.hoinghi.enrich.place.Words;

/**
 * Who took part in a conference, and as what? Reports name people with forms of address, offices
 * before, after and above the names, and later by their given name alone. The finder reads a text
 * once into names, offices and other words, gives each office to a name, and joins the mentions of
 * one person. Pure, deterministic, linear in the text.
 */
public final class PersonFinder {
  private static final PersonFinder STANDARD = new PersonFinder();
  private final Lexicon lexicon = Lexicon.STANDARD;

  private PersonFinder() {}

  /** The finder made of the tables in this package. */
  public static PersonFinder standard() {
    return STANDARD;
  }

  /**
   * The persons named in a report, once each, in the order of first mention; at most 500.
   *
   * @param text NFC, headline first, paragraphs parted by line feeds
   */
  public List<FoundPerson> find(String text) {
    Words words = Words.of(text);
    return find(text, words, Gazetteer.standard().find(text, words));
  }

  /** The same for a text whose words and places are known. */
  public List<FoundPerson> find(String text, Words words, List<PlaceHit> places) {
    List<Element> elements = new ElementReader(lexicon, words, places).read();
    Given given = new Chains(lexicon, elements, words).read();
    return new Mentions(lexicon, text, words, elements, given).people();
  }
}
