package vn.hoinghi.enrich.person;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import vn.hoinghi.enrich.place.Spelling;
import vn.hoinghi.enrich.place.TableFile;

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

  final Map<String, Surname> surnames = new HashMap<>();
  final Set<String> notPersons = new HashSet<>();
  final Phrases<Address> address = new Phrases<>("./");
  final Phrases<Boolean> heads = new Phrases<>("");
  final Phrases<BeforeOffice> beforeOffice = new Phrases<>("./");
  final Phrases<Boolean> bodies = new Phrases<>(",-–&./");
  final Phrases<Boolean> joints = new Phrases<>("");
  final Phrases<Boolean> placeKinds = new Phrases<>(".");
  final Phrases<Boolean> namedAfter = new Phrases<>("");
  final Phrases<Boolean> stops = new Phrases<>("");

  private Lexicon() {
    for (String[] row : TableFile.rows(Lexicon.class, "surnames.tsv")) {
      surnames.put(Spelling.fold(row[0]), Surname.valueOf(row[1]));
    }
    for (String[] row : TableFile.rows(Lexicon.class, "not-persons.tsv")) {
      notPersons.add(NameSpelling.key(row[0]));
    }
    TableFile.rows(Lexicon.class, "address.tsv")
        .forEach(row -> address.put(row[0], Address.valueOf(row[1])));
    TableFile.rows(Lexicon.class, "offices-before.tsv")
        .forEach(row -> beforeOffice.put(row[0], BeforeOffice.valueOf(row[1])));
    fill(heads, "heads.tsv");
    fill(bodies, "bodies.tsv");
    fill(joints, "body-joints.tsv");
    fill(placeKinds, "places-of-run.tsv");
    fill(namedAfter, "named-after.tsv");
    fill(stops, "stops.tsv");
  }

  private static void fill(Phrases<Boolean> phrases, String table) {
    TableFile.rows(Lexicon.class, table).forEach(row -> phrases.put(row[0], true));
  }
}
