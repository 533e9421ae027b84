package vn.hoinghi.sink;

import java.text.Normalizer;
import java.util.List;
import vn.hoinghi.avro.ConferenceDocument;
import vn.hoinghi.avro.ConferenceEvent;
import vn.hoinghi.avro.Person;
import vn.hoinghi.avro.Place;
import vn.hoinghi.avro.Province;

/**
 * The words by which an event is found, as the text of a {@code tsvector}. PostgreSQL's own way
 * leans on the server's locale and, for bare letters, on an extension; so words are cut and bared
 * here, and the SQL function {@code event_query} does the same to what is asked.
 */
final class SearchWords {
  /** More of them say nothing more about an event, and a {@code tsvector} is bounded. */
  private static final int MOST = 3000;

  private static final int LONGEST = 64;

  private final StringBuilder vector = new StringBuilder();
  private int words;
  private int part;

  private SearchWords() {}

  /** Headline (weight A), who and where (B), documents (C), offices (D). */
  static String of(ConferenceEvent event) {
    var search = new SearchWords();
    search.add(event.getTitle(), 'A');
    search.whoAndWhere(event);
    for (ConferenceDocument document : event.getDocuments()) {
      search.add(document.getNumber(), 'C');
      search.add(document.getTitle(), 'C');
    }
    for (Person person : event.getPersons()) {
      person.getTitles().forEach(title -> search.add(title, 'D'));
    }
    return search.vector.toString();
  }

  private void whoAndWhere(ConferenceEvent event) {
    Province province = event.getProvince();
    Place place = event.getPlace();
    add(event.getOrganiser(), 'B');
    add(province == null ? null : province.getName(), 'B');
    add(place == null ? null : place.getDistrict(), 'B');
    add(place == null ? null : place.getCommune(), 'B');
    add(place == null ? null : place.getVenue(), 'B');
    List<Person> persons = event.getPersons();
    persons.forEach(person -> add(person.getName(), 'B'));
  }

  /** One number is left out behind each text, so that no phrase leads from one into the next. */
  private void add(String text, char weight) {
    if (text != null) {
      String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
      var word = new StringBuilder();
      for (int i = 0; i <= composed.length(); i++) {
        char letter = i < composed.length() ? VietnameseLetters.lower(composed.charAt(i)) : 0;
        if (letter != 0) {
          word.append(letter);
        } else {
          add(word, weight);
          word.setLength(0);
        }
      }
    }
    part++;
  }

  private void add(StringBuilder word, char weight) {
    if (word.length() == 0 || word.length() > LONGEST || words == MOST) {
      return;
    }
    int at = ++words + part;
    boolean marked = false;
    for (int i = 0; i < word.length(); i++) {
      char bare = VietnameseLetters.bare(word.charAt(i));
      marked |= bare != word.charAt(i);
      vector.append(bare);
    }
    vector.append(':').append(at).append(weight).append(' ');
    if (marked) {
      VietnameseLetters.placeMark(word);
      vector.append(word).append(':').append(at).append(weight).append(' ');
    }
  }
}
