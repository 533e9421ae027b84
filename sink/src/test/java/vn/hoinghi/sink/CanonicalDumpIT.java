package vn.hoinghi.sink;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.hoinghi.avro.ConferenceEvent;

class CanonicalDumpIT {
  private static ConferenceEvent event(int number, long revision) {
    ConferenceEvent event = Events.event(number, revision);
    event.setTitle("Hội nghị " + number);
    return event;
  }

  private static String dumpOf(EventLog log) throws Exception {
    try (var tables = new TestTables()) {
      new GroupMember(new PostgresEventStore(tables.database), log).assign(0).steps(2);
      return tables.dump();
    }
  }

  @Test
  void theSameEventsGiveTheSameTextHoweverTheyCame() throws Exception {
    var straight = new EventLog(0).live(event(1, 1)).live(event(2, 1));
    var winding =
        new EventLog(0)
            .live(event(2, 1))
            .live(Events.event(3, 1))
            .live(Events.event(1, 1))
            .tombstone(2, 2, null)
            .marker()
            .tombstone(3, 2, Events.id(1))
            .live(event(2, 7))
            .live(event(1, 2));

    String dump = dumpOf(straight);

    assertThat(dumpOf(winding)).isEqualTo(dump);
    assertThat(dump.lines().toList()).hasSize(2 * 8);
    assertThat(dump.lines().map(line -> line.substring(0, 32))).isSorted();
    assertThat(dump).startsWith(Events.id(1) + " event 0 {").endsWith("}\n");
  }

  @Test
  void anyOtherValueAnywhereGivesAnotherText() throws Exception {
    String dump = dumpOf(new EventLog(0).live(event(1, 1)));
    ConferenceEvent title = event(1, 1);
    title.setTitle("khác");
    ConferenceEvent support = event(1, 1);
    support.getSupports().get(1).setRule("khác");
    ConferenceEvent source = event(1, 1);
    source.getSources().get(1).setFetchedAt(Events.INGESTED.plusMillis(1));
    ConferenceEvent order = event(1, 1);
    order.setSources(List.of(order.getSources().get(1), order.getSources().get(0)));

    for (ConferenceEvent other : List.of(title, support, source, order)) {
      assertThat(dumpOf(new EventLog(0).live(other))).isNotEqualTo(dump);
    }
  }
}
