package vn.hoinghi.sink;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.common.Uuid;

/**
 * Reads positions and holds their rows until the transaction ends, in partition order so that two
 * sinks never wait for each other in a circle.
 */
final class LockPositions {
  private static final String SQL =
      """
      SELECT partition, cluster_id, topic_id, position FROM sink_position
      WHERE topic = ? AND partition = ANY (?) ORDER BY partition FOR UPDATE""";

  private static final String ALL =
      "SELECT position FROM sink_position ORDER BY topic, partition FOR UPDATE";

  private LockPositions() {}

  /** Holds every row, so that no sink writes until the transaction ends. */
  static void all(Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(ALL)) {
      statement.execute();
    }
  }

  static Map<Integer, StoredPosition> execute(
      Connection connection, String topic, Collection<Integer> partitions) throws SQLException {
    var positions = new HashMap<Integer, StoredPosition>();
    try (PreparedStatement statement = connection.prepareStatement(SQL)) {
      statement.setString(1, topic);
      statement.setArray(2, connection.createArrayOf("integer", partitions.toArray()));
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          UUID id = rows.getObject(3, UUID.class);
          Uuid topicId = new Uuid(id.getMostSignificantBits(), id.getLeastSignificantBits());
          positions.put(
              rows.getInt(1), new StoredPosition(rows.getString(2), topicId, rows.getLong(4)));
        }
      }
    }
    return positions;
  }
}
