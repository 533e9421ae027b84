package vn.hoinghi.enrich.resolve;

import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import vn.hoinghi.avro.ConferenceDocument;
import vn.hoinghi.avro.ConferenceMention;
import vn.hoinghi.avro.Evidence;
import vn.hoinghi.avro.Person;
import vn.hoinghi.avro.Place;
import vn.hoinghi.schemas.TrustedRecords;

/**
 * How much of one article enters the resolver. A page may be built to be huge; what is kept of it
 * in state must not be: everything is cut in the order of the text, so that the same article always
 * keeps the same, and no member is larger than 64 KiB.
 */
final class Limits {
  static {
    TrustedRecords.trust();
  }

  static final int URL_CHARS = 2000;
  static final int TITLE_CHARS = 500;
  private static final int VALUE_CHARS = 200;
  private static final int TITLES = 6;

  /** Characters that a list may take in all; three bytes each at most. */
  private static final int PERSONS_CHARS = 7_000;

  private static final int DOCUMENTS_CHARS = 3_000;
  private static final int EVIDENCE_CHARS = 6_000;

  /** What an item takes beside its text. */
  private static final int ITEM_CHARS = 12;

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
    kept.setTerm(cut(m.getTerm(), VALUE_CHARS));
    kept.setPlace(place(m.getPlace()));
    kept.setPersons(
        within(m.getPersons().stream().map(Limits::person).toList(), PERSONS_CHARS, Limits::size));
    kept.setDocuments(
        within(
            m.getDocuments().stream().map(Limits::document).toList(),
            DOCUMENTS_CHARS,
            d -> size(d.getKind()) + size(d.getNumber()) + size(d.getTitle())));
    kept.setEvidence(
        within(
            m.getEvidence().stream().map(Limits::evidence).toList(),
            EVIDENCE_CHARS,
            e -> size(e.getField()) + size(e.getValue()) + size(e.getRule())));
    return kept;
  }

  /** The first items that fit together. */
  private static <T> List<T> within(List<T> items, int chars, ToIntFunction<T> size) {
    int left = chars;
    for (int i = 0; i < items.size(); i++) {
      left -= size.applyAsInt(items.get(i)) + ITEM_CHARS;
      if (left < 0) {
        return List.copyOf(items.subList(0, i));
      }
    }
    return items;
  }

  private static int size(Person p) {
    return size(p.getName())
        + p.getTitles().stream().mapToInt(Limits::size).sum()
        + p.getTitlesNormal().stream().mapToInt(Limits::size).sum();
  }

  private static int size(String text) {
    return text == null ? 0 : text.length();
  }

  private static Place place(Place p) {
    return p == null
        ? null
        : new Place(
            cut(p.getDistrict(), VALUE_CHARS),
            cut(p.getCommune(), VALUE_CHARS),
            cut(p.getVenue(), VALUE_CHARS));
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
    return Evidence.newBuilder(e)
        .setField(cut(e.getField(), VALUE_CHARS))
        .setValue(cut(e.getValue(), VALUE_CHARS))
        .setRule(cut(e.getRule(), VALUE_CHARS))
        .build();
  }
}
