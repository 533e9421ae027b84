package vn.hoinghi.enrich.resolve;

import java.util.List;
import java.util.Set;
import vn.hoinghi.avro.ConferenceEvent;

/**
 * Who has the event alone, as the tables have it, knows of its articles what the event retells:
 * which of them gives which value. This is one of them as far as that goes. The text is not
 * retold, so that the member has no sketch; of the rest is told what is not known.
 *
 * @param unknown names of the fields of which is not known what, or whether all that, the article
 *     says; "chair" where somebody was in the chair and it is not known which article says so;
 *     "yearInferredFrom" where it is not known whether the year of its day was written
 */
public record Retold(Member member, Set<String> unknown) {
  public Retold {
    unknown = Set.copyOf(unknown);
  }

  /** The articles of an event, in canonical order; of more than 200 the first. */
  public static List<Retold> of(ConferenceEvent event) {
    var telling = new Retelling(event);
    return event.getSources().stream().map(telling::of).toList();
  }
}
