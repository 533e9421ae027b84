package vn.hoinghi.standalone.reading;

import java.util.ArrayList;
import java.util.List;
import vn.hoinghi.avro.Article;
import vn.hoinghi.avro.Part;
import vn.hoinghi.avro.Person;
import vn.hoinghi.enrich.OneReading;
import vn.hoinghi.enrich.outlet.Outlet;
import vn.hoinghi.schemas.NotConference;
import vn.hoinghi.standalone.ledger.WhyNot;
import vn.hoinghi.standalone.terminal.Harmless;

/**
 * What a reading says, put into words that every form of output shows. All of it is harmless to
 * print.
 */
public record ReadingFacts(OneReading reading) {
  /** Stands where a file's outlet is not known. */
  private static final String NO_OUTLET = "file";

  /** A line with a name in front. */
  record Fact(String name, String value) {}

  /** A person as a line of a table. */
  record Present(String part, String name, String titles) {}

  private Article article() {
    return reading.article();
  }

  String title() {
    return Harmless.line(article().getTitle());
  }

  /** Where the article comes from and when it was published. */
  List<Fact> about() {
    var facts = new ArrayList<Fact>();
    add(facts, "url", article().getUrl());
    add(facts, "outlet", outlet(article().getOutlet(), reading.outlet()));
    add(facts, "published", published());
    add(facts, "author", article().getAuthor());
    add(facts, "origin", article().getOrigin());
    add(facts, "language", article().getLanguage());
    return List.copyOf(facts);
  }

  private static void add(List<Fact> facts, String name, String value) {
    if (value != null) {
      facts.add(new Fact(name, Harmless.line(value)));
    }
  }

  private String outlet(String host, Outlet known) {
    if (host.equals(NO_OUTLET) && article().getUrl().startsWith("file:")) {
      return "none is named for this file; --outlet HOST would";
    }
    String name = known.name().equals(known.host()) ? "not in the list of outlets" : known.name();
    return host + " (" + name + (known.province() == null ? "" : ", " + known.province()) + ")";
  }

  private String published() {
    return article().getPublishedAt() == null
        ? "the page does not tell"
        : article().getPublishedAt() + ", read from " + article().getPublishedFrom();
  }

  boolean conference() {
    return article().getConference() != null;
  }

  /** The decision: what it is, and why not where it is none. */
  String verdict() {
    if (conference()) {
      return "CONFERENCE";
    }
    String reason = article().getReason();
    return "NOT A CONFERENCE: " + reason + ", " + WhyNot.sentence(NotConference.valueOf(reason));
  }

  String because() {
    return Harmless.line(reading.because());
  }

  List<Stretch> text() {
    return Stretch.of(
        Harmless.text(article().getText()),
        conference() ? article().getConference().getEvidence() : List.of());
  }

  /** Empty where it is no conference. */
  List<RecordRow> record() {
    return conference() ? RecordRow.of(article().getConference()) : List.of();
  }

  /** Empty where it is no conference. */
  List<Present> persons() {
    return conference()
        ? article().getConference().getPersons().stream().map(ReadingFacts::present).toList()
        : List.of();
  }

  private static Present present(Person person) {
    Part part = person.getPart();
    return new Present(
        part == null ? "" : part.name(),
        Harmless.line(person.getName()),
        Harmless.line(String.join("; ", person.getTitles())));
  }

  /** Rules that found the persons. */
  String personRules() {
    return RecordRow.rules("persons", article().getConference().getEvidence());
  }
}
