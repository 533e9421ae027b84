package vn.hoinghi.enrich.person;

import java.util.List;
import vn.hoinghi.avro.Evidence;
import vn.hoinghi.avro.Person;

/**
 * A person named in a report and where that stands.
 *
 * @param evidence offsets in code points of the text, field "persons"; the first row holds the
 *     name, the others the titles
 */
public record FoundPerson(Person person, List<Evidence> evidence) {
  public FoundPerson {
    evidence = List.copyOf(evidence);
  }
}
