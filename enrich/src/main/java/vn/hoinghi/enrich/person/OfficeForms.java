package vn.hoinghi.enrich.person;

import java.util.HashMap;
import java.util.Map;
import vn.hoinghi.enrich.place.Words;
import vn.hoinghi.enrich.text.Blanks;

/**
 * An office of a text as written, in its normal form, and as it is compared. Most offices are
 * written in their normal form, which their words tell without being parted again; reports repeat
 * the others, so that each is brought to it once.
 */
final class OfficeForms {
  private final Lexicon lexicon;
  private final String text;
  private final Words words;

  /** Of each office as written its normal form, and its key. */
  private final Map<String, String> plain = new HashMap<>();

  private final Map<String, String> keys = new HashMap<>();

  OfficeForms(Lexicon lexicon, String text, Words words) {
    this.lexicon = lexicon;
    this.text = text;
    this.words = words;
  }

  /** The office as written, with single blanks. */
  String written(Office office) {
    return Blanks.single(text.substring(words.start(office.from()), words.end(office.to() - 1)));
  }

  /** The normal form of an office that was asked for its {@link #key}. */
  String plain(String written) {
    return plain.get(written);
  }

  /** The form in which two spellings of one office are equal. */
  String key(Office office, String written) {
    String key = keys.get(written);
    if (key == null) {
      boolean normal = written.indexOf('(') < 0 && isNormal(office);
      String whole = normal ? PlainOffice.capitalised(written) : PlainOffice.of(written);
      key = normal ? NameSpelling.key(words, office.from(), office.to()) : NameSpelling.key(whole);
      plain.put(written, whole);
      keys.put(written, key);
    }
    return key;
  }

  /** Nothing in it is short for more, and no tone stands in the old place. */
  private boolean isNormal(Office office) {
    for (int i = office.from(); i < office.to(); i++) {
      if (lexicon.abbreviations.end(words, i) > 0 || words.respelled(i)) {
        return false;
      }
    }
    return true;
  }
}
