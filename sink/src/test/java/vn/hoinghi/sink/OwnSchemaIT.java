package vn.hoinghi.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import vn.hoinghi.service.ConfigException;

/** A second set of tables beside the public ones touches neither them nor anything of others. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OwnSchemaIT {
  private TestTables tables;

  @BeforeAll
  void publicTables() throws SQLException {
    tables = new TestTables();
  }

  @AfterAll
  void close() {
    tables.close();
  }

  @Test
  void itsTablesAreThoseOfThisVersionAndGoWithIt() throws Exception {
    var schema = new OwnSchema(tables.config, "beside_one", "owner's one");
    schema.make();
    schema.make();
    Tables.bringUp(schema.tables("group"));
    String count =
        "SELECT count(*) FROM pg_class WHERE relnamespace = '%s'::regnamespace AND relkind <> 't'";
    assertThat(tables.rows(count.formatted("beside_one")))
        .isEqualTo(tables.rows(count.formatted("public")));

    assertThat(new OwnSchema(tables.config, "beside_one", "owner two").drop()).isFalse();
    assertThat(schema.drop()).isTrue();
    assertThat(schema.drop()).isFalse();
    assertThat(tables.rows("SELECT to_regclass('event'), to_regnamespace('beside_one')"))
        .containsExactly("event | null");
  }

  @Test
  void whatIsNotItsOwnIsRefused() throws Exception {
    tables.execute("CREATE SCHEMA filled CREATE TABLE mine (n int)");
    assertThatThrownBy(() -> new OwnSchema(tables.config, "filled", "one").make())
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("filled is there already and belongs to something else");
    new OwnSchema(tables.config, "taken", "one").make();
    assertThatThrownBy(() -> new OwnSchema(tables.config, "taken", "two").make())
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("something else (one)");
  }

  @Test
  void whoMayMakeNoneIsToldWhatHelpsAndItDoes() throws Exception {
    tables.execute("CREATE ROLE guest LOGIN PASSWORD 'guest'");
    var guest =
        SinkConfig.Delivery.to(tables.config.jdbcUrl().replaceAll("\\?.*", ""), "guest", "guest");
    var schema = new OwnSchema(guest, "of_guest", "guest's");
    assertThatThrownBy(schema::make)
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("CREATE SCHEMA of_guest AUTHORIZATION guest");

    tables.execute("CREATE SCHEMA of_guest AUTHORIZATION guest");
    schema.make();
    Tables.bringUp(schema.tables("group"));
    assertThat(schema.drop()).isTrue();
  }

  @Test
  void aDatabaseThatDoesNotAnswerIsSaid() {
    var nowhere = SinkConfig.Delivery.to("jdbc:postgresql://127.0.0.1:1/none", "a", "b");
    assertThatThrownBy(() -> new OwnSchema(nowhere, "beside", "one").make())
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("sink.jdbcUrl")
        .hasMessageContaining("--no-tables");
  }

  @Test
  void anotherSchemaOfTheUrlGivesWay() {
    String url = "jdbc:postgresql://db/x";
    for (String words :
        new String[] {"?currentSchema=a", "?currentSchema=a&ssl=true", "?ssl=true"}) {
      var of = SinkConfig.Delivery.to(url + words, "a", "b");
      assertThat(new OwnSchema(of, "mine", "one").tables("group").jdbcUrl())
          .startsWith(url + "?")
          .endsWith("currentSchema=mine")
          .doesNotContain("=a", "&&", "?&");
    }
  }
}
