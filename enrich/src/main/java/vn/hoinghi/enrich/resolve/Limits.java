package vn.hoinghi.enrich.resolve;

import java.util.List;
import java.util.stream.Collectors;
import vn.hoinghi.avro.ConferenceDocument;
import vn.hoinghi.avro.ConferenceMention;
import vn.hoinghi.avro.Evidence;
import vn.hoinghi.avro.Person;
import vn.hoinghi.schemas.TrustedRecords;

/**
 * How much of one article enters the resolver. A page may be built to be huge; what is kept of it
 * in state must not be: everything is cut in the order of the text, so that the same article always
 * keeps the same.
 */
final class Limits {
  static {
    TrustedRecords.trust();
  }

  static final int URL_CHARS = 2000;
  static final int TITLE_CHARS = 500;
  private static final int VALUE_CHARS = 200;
  private static final int PERSONS = 40;
  private static final int TITLES = 6;
  private static final int DOCUMENTS = 20;
  private static final int EVIDENCE = 100;

  private Limits() {}

  static String cut(String text, int chars) {
    if (text == null || text.length() <= chars) {
      return text;
    }
    return text.substring(0, Character.isHighSurrogate(text.charAt(chars - 1)) ? chars - 1 : chars);
  }

  /** The mention with long lists and values cut; the given one stays as it is. */
  static ConferenceMention bounded(ConferenceMention m) {
    ConferenceMention kept = ConferenceMention.newBuilder(m).build();
    kept.setOrganiser(cut(m.getOrganiser(), VALUE_CHARS));
    kept.setPersons(m.getPersons().stream().limit(PERSONS).map(Limits::person).toList());
    kept.setDocuments(m.getDocuments().stream().limit(DOCUMENTS).map(Limits::document).toList());
    kept.setEvidence(m.getEvidence().stream().limit(EVIDENCE).map(Limits::evidence).toList());
    return kept;
  }

  private static Person person(Person p) {
    return Person.newBuilder(p)
        .setName(cut(p.getName(), VALUE_CHARS))
        .setTitles(titles(p.getTitles()))
        .setTitlesNormal(titles(p.getTitlesNormal()))
        .build();
  }

  private static List<String> titles(List<String> titles) {
    return titles.stream().limit(TITLES).map(t -> cut(t, VALUE_CHARS)).collect(Collectors.toList());
  }

  private static ConferenceDocument document(ConferenceDocument d) {
    return new ConferenceDocument(
        cut(d.getKind(), VALUE_CHARS),
        cut(d.getNumber(), VALUE_CHARS),
        cut(d.getTitle(), TITLE_CHARS));
  }

  private static Evidence evidence(Evidence e) {
    return Evidence.newBuilder(e).setValue(cut(e.getValue(), VALUE_CHARS)).build();
  }
}
