package vn.hoinghi.sink;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.kafka.common.TopicPartition;

/** How far the database is, for those who wait until it has caught up. */
public final class StoredPositions {
  private static final String SQL = "SELECT topic, partition, position FROM sink_position";
  private static final String WHOLE = SQL + " WHERE rebuild_until IS NULL";

  private StoredPositions() {}

  /**
   * Offset of the next record of every partition; transaction markers count as passed, so a
   * partition is drained when this has reached its read_committed end offset.
   */
  public static Map<TopicPartition, Long> read(DataSource database) throws SQLException {
    try (Connection connection = database.getConnection()) {
      return read(connection, SQL);
    }
  }

  /**
   * The same, without partitions of a topic that is still read as a whole: its rows may be too many
   * yet, and its dead ids too few.
   */
  public static Map<TopicPartition, Long> whole(SinkConfig.Delivery tables) throws SQLException {
    try (Connection connection = Tables.connect(tables)) {
      return read(connection, WHOLE);
    }
  }

  private static Map<TopicPartition, Long> read(Connection connection, String sql)
      throws SQLException {
    var positions = new HashMap<TopicPartition, Long>();
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        positions.put(new TopicPartition(rows.getString(1), rows.getInt(2)), rows.getLong(3));
      }
    }
    return positions;
  }
}
