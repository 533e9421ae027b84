package vn.hoinghi.sink;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Rows of one statement, column by column: an array of texts each, however many rows there are. To
 * bind every value by itself, and to plan for so many, costs several times what storing them does.
 */
final class ArrayRows extends TextRows {
  private final Connection connection;
  private final String before;
  private final String after;
  private final List<String> types = new ArrayList<>();
  private final List<List<String>> columns = new ArrayList<>();
  private int column;

  /**
   * @param before what stands before the rows in the statement
   * @param after what stands behind them
   */
  ArrayRows(Connection connection, String before, String after) {
    this.connection = connection;
    this.before = before;
    this.after = after;
  }

  @Override
  public Rows literal(String type, String value) {
    if (column == columns.size()) {
      types.add(type);
      columns.add(new ArrayList<>());
    }
    columns.get(column++).add(value);
    return this;
  }

  @Override
  public Rows endRow() {
    column = 0;
    return this;
  }

  @Override
  public void send() throws SQLException {
    if (columns.isEmpty()) {
      return;
    }
    try (PreparedStatement statement = connection.prepareStatement(sql())) {
      for (int i = 0; i < columns.size(); i++) {
        String[] values = columns.get(i).toArray(String[]::new);
        statement.setArray(i + 1, connection.createArrayOf("text", values));
      }
      statement.executeUpdate();
    }
  }

  private String sql() {
    return "%s SELECT %s FROM unnest(%s) AS given (%s) %s"
        .formatted(before, each("c%d::%s"), each("?"), each("c%d"), after);
  }

  private String each(String format) {
    return IntStream.range(0, types.size())
        .mapToObj(i -> format.formatted(i, types.get(i)))
        .collect(Collectors.joining(", "));
  }

  @Override
  public void close() {}
}
