package vn.hoinghi.enrich.person;

import java.util.HashMap;
import java.util.Map;
import vn.hoinghi.avro.Part;
import vn.hoinghi.enrich.place.Spelling;
import vn.hoinghi.enrich.place.TableFile;
import vn.hoinghi.enrich.place.Words;
import vn.hoinghi.enrich.text.PhraseBook;
import vn.hoinghi.enrich.text.WordTrie;

/** The word lists by which persons and offices are known; each table says where it comes from. */
final class Lexicon {
  /** How sure a surname makes a name. */
  enum Surname {
    COMMON,
    RARE,
    HIGHLAND
  }

  /** What a word before a name is that is no office. */
  enum Address {
    ADDRESS,
    RANK
  }

  /** What a word before an office tells about it. */
  enum BeforeOffice {
    KEEP,
    DROP,
    DEAD,
    MANY
  }

  static final Lexicon STANDARD = new Lexicon();

  /** Where all phrases are listed by their first words. */
  final PhraseBook book = new PhraseBook();

  private final WordTrie<Surname> surnames = new WordTrie<>();

  /** Names that are nobody at a meeting; true where not even with an office. */
  final Map<String, Boolean> notPersons = new HashMap<>();

  final Phrases<Boolean> late = new Phrases<>(book, "");

  /** Words behind the name of somebody who signed what others study. */
  final Phrases<Boolean> signing = new Phrases<>(book, "");

  final Phrases<Address> address = new Phrases<>(book, "./");

  /** Head nouns of offices; true for one that is an office without a body too. */
  final Phrases<Boolean> heads = new Phrases<>(book, ".");

  /** Bodies that are offices between two marks only. */
  final Phrases<Boolean> betweenMarks = new Phrases<>(book, "");

  final Phrases<BeforeOffice> beforeOffice = new Phrases<>(book, "./");
  final Phrases<Part> acts = new Phrases<>(book, "");
  final Phrases<Boolean> again = new Phrases<>(book, "");

  /** What makes an office behind a name news: "vừa được bầu làm". */
  final Phrases<Boolean> newly = new Phrases<>(book, "");

  final Phrases<Boolean> openers = new Phrases<>(book, "");
  private final Phrases<Boolean> bodies = new Phrases<>(book, "&");
  private final Phrases<Boolean> listedBodies = new Phrases<>(book, ",-–&./");
  final Phrases<Boolean> joints = new Phrases<>(book, "");
  final Phrases<Boolean> placeKinds = new Phrases<>(book, ".");

  /** What is named after persons; true where a list of names may follow. */
  final Phrases<Boolean> namedAfter = new Phrases<>(book, "");

  /** Verbs and function words; they end offices, and names in a line of capitals. */
  final Phrases<Boolean> stops = new Phrases<>(book, "");

  /** Those and more verbs and words of time; in small letters they end an office. */
  final Phrases<Boolean> halts = new Phrases<>(book, "");

  final Phrases<Boolean> countries = new Phrases<>(book, "");

  /** Kinds of bodies with names of their own making; true for firms. */
  final Phrases<Boolean> freeKinds = new Phrases<>(book, "");

  /** Kinds of bodies that others are parts of. */
  final Phrases<Boolean> widerKinds = new Phrases<>(book, "");

  /** Words in the names of firms, never of persons. */
  final Phrases<Boolean> brands = new Phrases<>(book, "");

  /** Bodies that have seats elsewhere ("Cấp cao tại Đà Nẵng"). */
  final Phrases<Boolean> seats = new Phrases<>(book, "");

  /** Fields that two bodies' names may tie together with a dash. */
  final Phrases<Boolean> fields = new Phrases<>(book, "");

  /** What is short for a longer phrase, with that phrase. */
  final Phrases<String> abbreviations = new Phrases<>(book, "-–&.");

  /** Words in the name of a body that ask for more. */
  final Phrases<Boolean> asking = new Phrases<>(book, ",");

  private Lexicon() {
    for (String[] row : TableFile.rows(Lexicon.class, "surnames.tsv")) {
      surnames.set(surnames.grow(WordTrie.ROOT, Spelling.fold(row[0])), Surname.valueOf(row[1]));
    }
    for (String[] row : TableFile.rows(Lexicon.class, "not-persons.tsv")) {
      notPersons.put(NameSpelling.key(row[0]), row[1].equals("ALWAYS"));
    }
    TableFile.rows(Lexicon.class, "address.tsv")
        .forEach(row -> address.put(row[0], Address.valueOf(row[1])));
    TableFile.rows(Lexicon.class, "offices-before.tsv")
        .forEach(row -> beforeOffice.put(row[0], BeforeOffice.valueOf(row[1])));
    TableFile.rows(Lexicon.class, "heads.tsv")
        .forEach(row -> heads.put(row[0], row[1].equals("OFFICE")));
    for (String[] row : TableFile.rows(Lexicon.class, "bodies.tsv")) {
      boolean listed = row[0].chars().anyMatch(c -> ",-.".indexOf(c) >= 0);
      (listed ? listedBodies : bodies).put(row[0], true);
    }
    TableFile.rows(Lexicon.class, "abbreviations.tsv")
        .forEach(row -> abbreviations.put(row[0], row[1]));
    fill(betweenMarks, "offices-between-marks.tsv");
    fill(openers, "openers.tsv");
    fill(again, "again.tsv");
    fill(newly, "newly.tsv");
    fill(late, "late.tsv");
    fill(signing, "signing.tsv");
    TableFile.rows(Lexicon.class, "acts.tsv")
        .forEach(row -> acts.put(row[0], Part.valueOf(row[1])));
    fill(joints, "body-joints.tsv");
    fill(placeKinds, "places-of-run.tsv");
    TableFile.rows(Lexicon.class, "named-after.tsv")
        .forEach(row -> namedAfter.put(row[0], row[1].equals("LIST")));
    fill(stops, "stops.tsv");
    fill(halts, "stops.tsv");
    fill(halts, "verbs.tsv");
    fill(countries, "countries.tsv");
    fill(asking, "asking.tsv");
    fill(seats, "seats.tsv");
    fill(widerKinds, "wider-bodies.tsv");
    fill(brands, "brand-words.tsv");
    fill(fields, "fields.tsv");
    TableFile.rows(Lexicon.class, "free-bodies.tsv")
        .forEach(row -> freeKinds.put(row[0], row[1].equals("FIRM")));
  }

  /** How sure a surname a word is; null where it is none. */
  Surname surname(Words words, int at) {
    int found = surnames.step(WordTrie.ROOT, words, at);
    return found < 0 ? null : surnames.value(found);
  }

  /** Number of words of the longest body, or part of one, at a word; 0 where there is none. */
  int body(Words words, int at) {
    return Math.max(bodies.length(words, at), listedBodies.length(words, at));
  }

  private static void fill(Phrases<Boolean> phrases, String table) {
    TableFile.rows(Lexicon.class, table).forEach(row -> phrases.put(row[0], true));
  }
}
