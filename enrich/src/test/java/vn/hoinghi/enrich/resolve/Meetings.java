package vn.hoinghi.enrich.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Consumer;
import vn.hoinghi.avro.ConferenceDocument;
import vn.hoinghi.avro.ConferenceEvent;
import vn.hoinghi.avro.ConferenceMention;

/** Reports that differ from the usual ones, and whether they tell of one conference. */
final class Meetings {
  private Meetings() {}

  static void numbered(ConferenceMention.Builder mention, String number) {
    mention.setDocuments(List.of(new ConferenceDocument("Nghị quyết", number, "")));
  }

  static ConferenceEvent together(Member... members) {
    List<ConferenceEvent> events = Resolver.resolve(List.of(members));
    assertThat(events).as("events").hasSize(1);
    assertThat(events.get(0).getSourceCount()).isEqualTo(members.length);
    return events.get(0);
  }

  static void apart(Member... members) {
    assertThat(Resolver.resolve(List.of(members))).as("events").hasSize(members.length);
  }

  static Consumer<ConferenceMention.Builder> study(Consumer<ConferenceMention.Builder> but) {
    Consumer<ConferenceMention.Builder> study = Reports::study;
    return study.andThen(but);
  }

  static Consumer<ConferenceMention.Builder> plenum(Consumer<ConferenceMention.Builder> but) {
    Consumer<ConferenceMention.Builder> plenum = Reports::plenum;
    return plenum.andThen(but);
  }

  static Consumer<ConferenceMention.Builder> congress(Consumer<ConferenceMention.Builder> but) {
    Consumer<ConferenceMention.Builder> congress = Reports::congress;
    return congress.andThen(but);
  }
}
