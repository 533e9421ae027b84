package vn.hoinghi.sink;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import vn.hoinghi.avro.ConferenceEvent;
import vn.hoinghi.avro.Part;
import vn.hoinghi.avro.Person;
import vn.hoinghi.avro.Place;

/** A database that an earlier version filled says after the migration what a new one says. */
class MigrationIT {
  private static final List<String> TABLES =
      List.of(
          "event",
          "event_source",
          "event_person",
          "event_document",
          "event_support",
          "event_coverage",
          "event_dead",
          "event_redirect",
          "sink_position");

  private static EventLog log() {
    ConferenceEvent full = Events.event(1, 3);
    full.setPlace(new Place("huyện Gò Dầu", null, null));
    full.getSources().get(0).setFetchedAt(Events.INGESTED.plusMillis(7));
    full.setTitle("HOÀ BÌNH: “Quý I”, 18-NQ/TW; " + "x".repeat(70) + " é ö Thuỷ");
    full.setOrganiser("Ban Thường vụ Huyện uỷ");
    full.setPersons(
        List.of(
            full.getPersons().get(0),
            new Person("Hà Văn Hoè", List.of("a", "Ủy viên"), List.of("b"), Part.ATTENDEE)));
    ConferenceEvent bare = Events.event(2, 1);
    bare.setProvince(null);
    bare.setPersons(List.of());
    bare.setDocuments(List.of());
    bare.setSupports(List.of());
    bare.setAttendees(null);
    return new EventLog(0)
        .live(full)
        .live(bare)
        .live(Events.event(3, 1))
        .tombstone(3, 2, Events.id(1))
        .tombstone(4, 5, null);
  }

  @Test
  void theHistoryOfATableThatStoodAlreadyBeginsWithWhatStoodThere() throws Exception {
    try (var fresh = new TestTables()) {
      new GroupMember(new PostgresEventStore(fresh.database), log()).assign(0).steps(1);
      SinkConfig.Delivery old = EmbeddedDatabase.empty();
      at(old, "2").migrate();
      try (HikariDataSource database = Database.open(old)) {
        copy(fresh, database);
        Database.prepare(old);

        String live =
            """
            SELECT r.event_id, r.revision, r.record, r.redirect FROM event_revision r
            WHERE EXISTS (SELECT FROM event e WHERE (e.event_id, e.revision) = (r.event_id, r.revision))
              OR EXISTS (SELECT FROM event_dead d WHERE (d.event_id, d.revision) = (r.event_id, r.revision))
            ORDER BY 1""";
        assertThat(normal(TestTables.rows(database, live)))
            .hasSize(4)
            .isEqualTo(normal(fresh.rows(live)));
        String words = "SELECT event_id, words FROM event ORDER BY 1";
        assertThat(TestTables.rows(database, words)).hasSize(2).isEqualTo(fresh.rows(words));
      }
    }
  }

  /** PostgreSQL puts blanks around the colons that it writes itself. */
  private static List<String> normal(List<String> rows) {
    return rows.stream()
        .map(row -> row.replace("\" : ", "\":").replace(", \"", ",\"").replace("}, {", "},{"))
        .toList();
  }

  private static Flyway at(SinkConfig.Delivery database, String version) {
    return Flyway.configure()
        .dataSource(database.jdbcUrl(), database.user(), database.password())
        .locations("classpath:vn/hoinghi/sink/migrations")
        .target(version)
        .load();
  }

  /** Rows by the names of their columns: what the old tables do not have is left out. */
  private static void copy(TestTables from, HikariDataSource to) throws SQLException {
    try (Connection connection = to.getConnection()) {
      for (String table : TABLES) {
        String insert =
            "INSERT INTO %1$s SELECT * FROM jsonb_populate_record(NULL::%1$s, ?::jsonb)"
                .formatted(table);
        try (var statement = connection.prepareStatement(insert)) {
          for (String row : new ArrayList<>(from.rows("SELECT to_jsonb(t) FROM " + table + " t"))) {
            statement.setString(1, row);
            statement.executeUpdate();
          }
        }
      }
      connection.commit();
    }
  }
}
