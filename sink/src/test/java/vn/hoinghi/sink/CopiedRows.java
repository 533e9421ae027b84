package vn.hoinghi.sink;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * All rows that a sink has written, taken out by COPY and put in by COPY: table by table, the
 * tables that others refer to first, every column that is not computed.
 */
final class CopiedRows {
  private static final String COLUMNS =
      """
      SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum) FROM pg_attribute
      WHERE attrelid = ?::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''""";

  private final List<Map<String, byte[]>> transactions = new ArrayList<>();

  private CopiedRows() {}

  /**
   * Takes them out.
   *
   * @param batches the ids whose rows go in one transaction
   */
  static CopiedRows of(DataSource written, List<List<String>> batches)
      throws SQLException, IOException {
    var rows = new CopiedRows();
    try (Connection connection = unhurried(written)) {
      for (List<String> ids : batches) {
        String quoted = ids.stream().collect(Collectors.joining("','", "'", "'"));
        var tables = new LinkedHashMap<String, byte[]>();
        for (Map.Entry<String, String> table : columns(connection).entrySet()) {
          if (!table.getKey().equals("sink_position")) {
            String which = table.getKey().equals("event_redirect") ? "old_id" : "event_id";
            String select =
                "SELECT %s FROM %s WHERE %s IN (%s)"
                    .formatted(table.getValue(), table.getKey(), which, quoted);
            tables.put(header(table), rows.out(connection, select));
          }
        }
        rows.transactions.add(tables);
      }
      var position = Map.entry("sink_position", columns(connection).get("sink_position"));
      String select = "SELECT " + position.getValue() + " FROM sink_position";
      rows.transactions.get(batches.size() - 1).put(header(position), rows.out(connection, select));
    }
    return rows;
  }

  private static String header(Map.Entry<String, String> table) {
    return "%s (%s)".formatted(table.getKey(), table.getValue());
  }

  private byte[] out(Connection connection, String select) throws SQLException, IOException {
    var bytes = new ByteArrayOutputStream();
    String sql = "COPY (%s) TO STDOUT".formatted(select);
    copies(connection).copyOut(sql, bytes);
    return bytes.toByteArray();
  }

  /** Puts them in. */
  void into(DataSource empty) throws SQLException, IOException {
    try (Connection connection = unhurried(empty)) {
      for (Map<String, byte[]> tables : transactions) {
        for (Map.Entry<String, byte[]> table : tables.entrySet()) {
          String sql = "COPY %s FROM STDIN".formatted(table.getKey());
          copies(connection).copyIn(sql, new ByteArrayInputStream(table.getValue()));
        }
        connection.commit();
      }
    }
  }

  /** Where two databases differ: the name of each table. */
  static List<String> differences(DataSource one, DataSource other) throws SQLException {
    Map<String, String> left = fingerprints(one);
    Map<String, String> right = fingerprints(other);
    return left.keySet().stream().filter(t -> !left.get(t).equals(right.get(t))).toList();
  }

  /** How many rows each table has, and a hash of all of them. */
  static Map<String, String> fingerprints(DataSource database) throws SQLException {
    var found = new LinkedHashMap<String, String>();
    try (Connection connection = unhurried(database);
        var statement = connection.createStatement()) {
      for (String table : columns(connection).keySet()) {
        String sql =
            "SELECT count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)::numeric), 0) FROM %s t";
        try (ResultSet row = statement.executeQuery(sql.formatted(table))) {
          row.next();
          found.put(table, row.getString(1));
        }
      }
      connection.rollback();
    }
    return found;
  }

  /** Tables that a sink writes with their columns, events first; provinces come with the tables. */
  private static Map<String, String> columns(Connection connection) throws SQLException {
    var names = new LinkedHashMap<String, String>();
    names.put("event", "");
    TableDrift.ofThisVersion().keySet().stream()
        .filter(line -> line.contains(".") && !line.startsWith("province"))
        .map(line -> line.substring(0, line.indexOf('.')))
        .filter(table -> !table.equals("sink_seen"))
        .forEach(table -> names.put(table, ""));
    try (PreparedStatement statement = connection.prepareStatement(COLUMNS)) {
      for (Map.Entry<String, String> name : names.entrySet()) {
        statement.setString(1, name.getKey());
        try (ResultSet row = statement.executeQuery()) {
          row.next();
          name.setValue(row.getString(1));
        }
      }
    }
    return names;
  }

  /** What copies a million rows at once takes longer than a sink's statement may. */
  private static Connection unhurried(DataSource database) throws SQLException {
    Connection connection = database.getConnection();
    try (var statement = connection.createStatement()) {
      statement.execute("SET statement_timeout = 0");
    }
    connection.commit();
    return connection;
  }

  private static CopyManager copies(Connection connection) throws SQLException {
    return connection.unwrap(PGConnection.class).getCopyAPI();
  }
}
