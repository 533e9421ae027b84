package vn.hoinghi.sink;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The tables as they are, beside those that this version writes. That all migrations ran does not
 * tell whether somebody changed a table since, and such a change would show itself as a dead
 * letter, or at three in the morning.
 */
final class TableDrift {
  private static final String RESOURCE = "tables.txt";

  /** Columns, keys, and generated or defaulted columns marked, one line each. */
  private static final String LINES =
      """
      SELECT c.relname || '.' || a.attname, format_type(a.atttypid, a.atttypmod)
        || CASE WHEN a.attnotnull THEN ' NOT NULL' ELSE '' END
        || CASE WHEN a.attgenerated <> '' THEN ' GENERATED' WHEN a.attidentity <> '' THEN ' IDENTITY'
           WHEN a.atthasdef THEN ' DEFAULT' ELSE '' END
      FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
      WHERE c.relnamespace = to_regnamespace(current_schema()) AND c.relkind IN ('r', 'p')
        AND c.relname <> 'flyway_schema_history'
      UNION ALL
      SELECT c.relname || ' ' || pg_get_constraintdef(k.oid), ''
      FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
      WHERE c.relnamespace = to_regnamespace(current_schema()) AND k.contype IN ('p', 'u')
        AND c.relname <> 'flyway_schema_history'""";

  private static final String FORBIDDEN =
      """
      SELECT p || ' ON ' || c.relname FROM pg_class c,
        unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE']) p
      WHERE c.relnamespace = to_regnamespace(current_schema()) AND c.relname = ANY (?)
        AND c.relkind IN ('r', 'p') AND NOT has_table_privilege(c.oid, p)
      ORDER BY c.relname, p""";

  private TableDrift() {}

  /** Name of a column or key, and what it is. */
  static Map<String, String> of(Connection connection) throws SQLException {
    var lines = new TreeMap<String, String>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(LINES)) {
      while (rows.next()) {
        lines.put(rows.getString(1), rows.getString(2));
      }
    }
    return lines;
  }

  /** What this version writes, as a database that was migrated tells it. */
  static Map<String, String> ofThisVersion() {
    try (InputStream in = TableDrift.class.getResourceAsStream(RESOURCE)) {
      var lines = new TreeMap<String, String>();
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(": ", 2))
          .forEach(line -> lines.put(line[0], line.length > 1 ? line[1] : ""));
      return lines;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Line by line what has to be changed; nothing where all fits. */
  static List<String> differences(Connection connection) throws SQLException {
    Map<String, String> wanted = ofThisVersion();
    Map<String, String> found = of(connection);
    var tables = new TreeSet<String>();
    wanted.keySet().forEach(name -> tables.add(name.split("[. ]", 2)[0]));
    var lines = new ArrayList<String>();
    wanted.forEach(
        (name, what) -> {
          String is = found.get(name);
          if (is == null) {
            lines.add("- %s %s   is missing".formatted(name, what));
          } else if (!is.equals(what)) {
            lines.add("~ %s %s   should be %s".formatted(name, is, what));
          }
        });
    found.forEach(
        (name, is) -> {
          boolean ours = tables.contains(name.split("[. ]", 2)[0]);
          if (ours && !wanted.containsKey(name) && is.endsWith("NOT NULL")) {
            lines.add("+ %s %s   is not ours, and we have no value for it".formatted(name, is));
          }
        });
    lines.addAll(forbidden(connection, tables));
    return lines;
  }

  private static List<String> forbidden(Connection connection, Set<String> tables)
      throws SQLException {
    var lines = new ArrayList<String>();
    try (var statement = connection.prepareStatement(FORBIDDEN)) {
      statement.setArray(1, connection.createArrayOf("text", tables.toArray()));
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          lines.add("! GRANT " + rows.getString(1) + "   is what this role lacks");
        }
      }
    }
    return lines;
  }
}
