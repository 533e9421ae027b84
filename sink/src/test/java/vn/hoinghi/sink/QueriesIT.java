package vn.hoinghi.sink;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What docs/queries.md shows is what comes out. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QueriesIT {
  private static final Pattern QUERY =
      Pattern.compile(
          "## ([^\n]+)\n(?:(?!## ).)*?```sql\n(.*?)```\n\n```text\n(.*?)```", Pattern.DOTALL);

  private TestTables tables;

  @BeforeAll
  void fill() throws SQLException {
    tables = new TestTables();
    new GroupMember(new PostgresEventStore(tables.database), Story.log()).assign(0).steps(1);
  }

  @AfterAll
  void close() {
    tables.close();
  }

  static Stream<Arguments> queries() throws Exception {
    Path page = Path.of("").toAbsolutePath().resolveSibling("docs/queries.md");
    String text = Files.readString(page, StandardCharsets.UTF_8);
    var found =
        QUERY.matcher(text).results().map(m -> Arguments.of(m.group(1), m.group(2), m.group(3)));
    return found.toList().stream();
  }

  @Test
  void everyHeadingOfThePageHasItsQuery() throws Exception {
    Path page = Path.of("").toAbsolutePath().resolveSibling("docs/queries.md");
    long headings = Files.readAllLines(page).stream().filter(l -> l.startsWith("## ")).count();

    assertThat(queries().count()).isEqualTo(headings).isGreaterThan(5);
  }

  @Test
  void everyViewAndFunctionIsShown() throws Exception {
    String page = Files.readString(Path.of("").toAbsolutePath().resolveSibling("docs/queries.md"));
    List<String> names =
        tables.rows(
            """
            SELECT relname FROM pg_class
            WHERE relnamespace = 'public'::regnamespace AND relkind = 'v'
            UNION SELECT proname FROM pg_proc WHERE pronamespace = 'public'::regnamespace
            UNION SELECT 'province'""");

    assertThat(names).hasSizeGreaterThan(10);
    assertThat(page).contains(names);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("queries")
  void whatThePageShowsComesOut(String title, String sql, String expected) throws Exception {
    assertThat(String.join("\n", table(sql))).as(title).isEqualTo(expected.strip());
  }

  private List<String> table(String sql) throws SQLException {
    try (var connection = tables.database.getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      var names = new ArrayList<String>();
      for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
        names.add(rows.getMetaData().getColumnLabel(i));
      }
      var all = new ArrayList<>(List.of(String.join(" | ", names)));
      all.addAll(tables.rows(sql));
      return all;
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Events of a province in a month,event_by_province_and_month",
    "The same on the map of 34,event_by_province_and_month",
    "Full text,event_by_words",
    "Who chaired what,event_person_by_name",
    "Contradictions,event_support_not_chosen",
    "The event of an article,event_source_by_url",
    "Which events dealt with a resolution,event_document_by_number",
    "Sources of an event,event_source_pkey"
  })
  void itsIndexIsThereForIt(String title, String index) throws Exception {
    String sql =
        queries()
            .filter(query -> query.get()[0].equals(title))
            .map(query -> (String) query.get()[1])
            .findFirst()
            .orElseThrow();
    try (var connection = tables.database.getConnection();
        var statement = connection.createStatement()) {
      // Six rows are read faster without any index; what counts is that the index fits.
      statement.execute("SET LOCAL enable_seqscan = off");
      var plan = new ArrayList<String>();
      try (var rows = statement.executeQuery("EXPLAIN " + sql)) {
        while (rows.next()) {
          plan.add(rows.getString(1));
        }
      }
      assertThat(String.join("\n", plan)).contains(index);
    }
  }
}
