package vn.hoinghi.enrich.resolve;

import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.hoinghi.avro.ConferenceEvent;

/**
 * Who has the event alone, as the tables have it, knows of its articles what the event retells:
 * which of them gives which value. This is one of them as far as that goes. The text is not retold,
 * so that the member has no sketch; of the rest is told what is not known.
 *
 * @param unknown names of the fields of which is not known what, or whether all that, the article
 *     says; "chair" where somebody was in the chair and it is not known which article says so;
 *     "yearInferredFrom" where it is not known whether the year of its day was written
 */
public record Retold(Member member, Set<String> unknown) {
  /** What depends on nothing of the mention. */
  private static final Set<String> APART = Set.of("prior", "title");

  /** Fields that bear on few lines of a comparison; any other bears on all. */
  private static final Map<String, Set<String>> BEARING =
      Map.of(
          "chair", Set.of("chair", "persons"),
          "persons", Set.of("chair", "persons"),
          "documents", Set.of("documents"),
          "attendees", Set.of("attendees"),
          "venues", Set.of("venues", "attendees", "persons"),
          "congressOrdinal", Set.of("congressOrdinal"),
          "plenumOrdinal", Set.of("plenumOrdinal"));

  public Retold {
    unknown = Set.copyOf(unknown);
  }

  /** Whether a line of a comparison weighs what this article says, and no guess at it. */
  public boolean knows(String field) {
    return APART.contains(field)
        || unknown.stream()
            .allMatch(u -> BEARING.containsKey(u) && !BEARING.get(u).contains(field));
  }

  /** The articles of an event, in canonical order; of more than 200 the first. */
  public static List<Retold> of(ConferenceEvent event) {
    var telling = new Retelling(event);
    return event.getSources().stream().map(telling::of).toList();
  }
}
