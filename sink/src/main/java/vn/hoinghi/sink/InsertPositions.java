package vn.hoinghi.sink;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Begins partitions that have no position yet; leaves the others alone. */
final class InsertPositions {
  private static final String SQL =
      """
      INSERT INTO sink_position (topic, partition, cluster_id, topic_id, position)
      VALUES (?, ?, ?, ?, ?) ON CONFLICT (topic, partition) DO NOTHING""";

  private InsertPositions() {}

  static void execute(Connection connection, TopicIdentity topic, Map<Integer, Long> starts)
      throws SQLException {
    UUID id =
        new UUID(
            topic.topicId().getMostSignificantBits(), topic.topicId().getLeastSignificantBits());
    try (PreparedStatement statement = connection.prepareStatement(SQL)) {
      for (Map.Entry<Integer, Long> start : new TreeMap<>(starts).entrySet()) {
        statement.setString(1, topic.topic());
        statement.setInt(2, start.getKey());
        statement.setString(3, topic.clusterId());
        statement.setObject(4, id);
        statement.setLong(5, start.getValue());
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }
}
