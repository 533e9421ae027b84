package vn.hoinghi.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableDriftIT {
  private static final Path RESOURCE =
      Path.of("src/main/resources/vn/hoinghi/sink/tables.txt").toAbsolutePath();

  private TestTables tables;

  @BeforeEach
  void open() throws SQLException {
    tables = new TestTables();
  }

  @AfterEach
  void close() {
    tables.close();
  }

  /** {@code -Dtables.write=true} writes it, after a migration was added. */
  @Test
  void theListThatIsComparedIsThatOfADatabaseThatWasMigrated() throws Exception {
    var lines = new ArrayList<>(List.of("# The tables of this version; written by TableDriftIT."));
    try (var connection = tables.database.getConnection()) {
      TableDrift.of(connection).forEach((name, what) -> lines.add(name + ": " + what));
    }
    if (Boolean.getBoolean("tables.write")) {
      Files.write(RESOURCE, lines);
      return;
    }
    assertThat(Files.readAllLines(RESOURCE)).isEqualTo(lines);
  }

  @ParameterizedTest
  @Tag("P14")
  @CsvSource(
      delimiter = '|',
      value = {
        "ALTER TABLE event_person DROP COLUMN part | - event_person.part text NOT NULL   is missing",
        "ALTER TABLE event RENAME COLUMN title TO headline | - event.title text NOT NULL   is missing",
        "ALTER TABLE event ALTER COLUMN title TYPE varchar(10) | ~ event.title character varying(10) NOT NULL   should be text NOT NULL",
        "ALTER TABLE event ALTER COLUMN venue SET NOT NULL | ~ event.venue text NOT NULL   should be text",
        "ALTER TABLE event ADD COLUMN priority integer NOT NULL | + event.priority integer NOT NULL   is not ours, and we have no value for it",
        "DROP TABLE event_dead | - event_dead.revision bigint NOT NULL   is missing",
        "ALTER TABLE event_redirect DROP CONSTRAINT event_redirect_pkey | - event_redirect PRIMARY KEY (old_id)    is missing",
      })
  void whoeverChangedATableReadsWhatTheyChangedBeforeAnythingIsWritten(String ddl, String line)
      throws Exception {
    tables.execute(ddl);

    for (var config : List.of(tables.config, tables.config.withoutMigration())) {
      assertThatThrownBy(() -> Database.prepare(config))
          .isInstanceOf(SinkException.class)
          .hasMessageContaining("the tables are not those of this version")
          .hasMessageContaining(line);
    }
  }

  @Test
  @Tag("P14")
  void whatDoesNotDisturbIsLeftAlone() throws Exception {
    tables.execute("ALTER TABLE event ADD COLUMN note text");
    tables.execute("ALTER TABLE event ADD COLUMN seen boolean NOT NULL DEFAULT false");
    tables.execute("CREATE TABLE ours (id integer NOT NULL)");
    tables.execute("CREATE INDEX by_title ON event USING hash (title)");

    assertThatCode(() -> Database.prepare(tables.config)).doesNotThrowAnyException();
  }

  @Test
  @Tag("P14")
  void aRoleThatMayNotWriteIsToldWhichRightsItLacks() throws Exception {
    tables.execute("CREATE ROLE weak LOGIN PASSWORD 'weak'");
    tables.execute("GRANT SELECT ON ALL TABLES IN SCHEMA public TO weak");
    tables.execute("GRANT INSERT, UPDATE, DELETE ON event, sink_position TO weak");
    var config =
        SinkConfig.Delivery.to(tables.config.jdbcUrl().replaceAll("\\?.*", ""), "weak", "weak")
            .withoutMigration();
    try {
      assertThatThrownBy(() -> Database.prepare(config))
          .hasMessageContaining("! GRANT INSERT ON event_source   is what this role lacks")
          .hasMessageNotContaining("ON event   ");
    } finally {
      tables.execute("DROP OWNED BY weak");
      tables.execute("DROP ROLE weak");
    }
  }

  @Test
  @Tag("P14")
  void aSearchPathThatLeadsElsewhereFindsNoTablesAndNamesTheSchema() throws Exception {
    tables.execute("CREATE SCHEMA elsewhere");
    var config =
        SinkConfig.Delivery.to(
                tables.config.jdbcUrl() + "&currentSchema=elsewhere", "postgres", "postgres")
            .withoutMigration();

    assertThatThrownBy(() -> Database.prepare(config))
        .hasMessageContaining("differences in schema elsewhere")
        .hasMessageContaining("- event PRIMARY KEY (event_id)");
  }

  @Test
  void theListIsReadAsItIsWritten() throws Exception {
    try (var connection =
        DriverManager.getConnection(tables.config.jdbcUrl(), "postgres", "postgres")) {
      Map<String, String> found = TableDrift.of(connection);
      assertThat(TableDrift.ofThisVersion()).isEqualTo(found).containsKey("event.title");
    }
  }
}
