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

  private StoredPositions() {}

  /**
   * Offset of the next record of every partition; transaction markers count as passed, so a
   * partition is drained when this has reached its read_committed end offset.
   */
  public static Map<TopicPartition, Long> read(DataSource database) throws SQLException {
    var positions = new HashMap<TopicPartition, Long>();
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(SQL);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        positions.put(new TopicPartition(rows.getString(1), rows.getInt(2)), rows.getLong(3));
      }
    }
    return positions;
  }
}
