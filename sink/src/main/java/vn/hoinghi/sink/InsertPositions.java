package vn.hoinghi.sink;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.kafka.common.Uuid;

/**
 * Begins partitions that have no position yet; leaves the others alone. Where the topic had others
 * already, it has grown, and keys have moved between partitions.
 */
final class InsertPositions {
  private static final String INSERT =
      """
      INSERT INTO sink_position (topic, partition, cluster_id, topic_id, position, rebuild_until)
      VALUES (?, ?, ?, ?, ?,
        (SELECT 0 FROM sink_position WHERE topic = ? AND rebuild_until IS NOT NULL LIMIT 1))
      ON CONFLICT (topic, partition) DO NOTHING""";
  private static final String MOVED =
      """
      UPDATE sink_position SET keys_moved = true WHERE topic = ? AND NOT keys_moved AND EXISTS
        (SELECT 1 FROM sink_position WHERE topic = ? AND NOT partition = ANY (?))""";

  private InsertPositions() {}

  static void execute(Connection connection, TopicIdentity topic, Map<Integer, Long> starts)
      throws SQLException {
    if (insert(connection, topic, starts) == 0) {
      return;
    }
    try (PreparedStatement statement = connection.prepareStatement(MOVED)) {
      statement.setString(1, topic.topic());
      statement.setString(2, topic.topic());
      statement.setArray(3, connection.createArrayOf("integer", starts.keySet().toArray()));
      statement.executeUpdate();
    }
  }

  private static int insert(Connection connection, TopicIdentity topic, Map<Integer, Long> starts)
      throws SQLException {
    int inserted = 0;
    try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
      for (Map.Entry<Integer, Long> start : new TreeMap<>(starts).entrySet()) {
        statement.setString(1, topic.topic());
        statement.setInt(2, start.getKey());
        statement.setString(3, topic.clusterId());
        statement.setObject(4, asUuid(topic.topicId()));
        statement.setLong(5, start.getValue());
        statement.setString(6, topic.topic());
        inserted += statement.executeUpdate();
      }
    }
    return inserted;
  }

  static UUID asUuid(Uuid id) {
    return new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits());
  }
}
