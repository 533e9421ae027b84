package vn.hoinghi.sink;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.kafka.common.Uuid;

/**
 * Reads positions and holds their rows until the transaction ends, in partition order so that two
 * sinks never wait for each other in a circle. Where an event may stand in several partitions, all
 * rows of the topic are held, so that its changes are compared one after the other.
 */
final class LockPositions {
  private static final String COLUMNS =
      """
      SELECT partition, cluster_id, topic_id, position,
        extract(epoch FROM clock_timestamp() - complete_at)::bigint, rebuild_until, keys_moved
      FROM sink_position WHERE topic = ?""";
  private static final String SOME =
      COLUMNS + " AND (partition = ANY (?) OR keys_moved) ORDER BY partition FOR UPDATE";
  private static final String ALL = COLUMNS + " ORDER BY partition FOR UPDATE";

  private LockPositions() {}

  static Map<Integer, StoredPosition> execute(
      Connection connection, String topic, Collection<Integer> partitions) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(SOME)) {
      statement.setString(1, topic);
      statement.setArray(2, connection.createArrayOf("integer", partitions.toArray()));
      return rows(statement);
    }
  }

  /** All partitions of the topic. */
  static Map<Integer, StoredPosition> all(Connection connection, String topic) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(ALL)) {
      statement.setString(1, topic);
      return rows(statement);
    }
  }

  private static Map<Integer, StoredPosition> rows(PreparedStatement statement)
      throws SQLException {
    var positions = new TreeMap<Integer, StoredPosition>();
    try (ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        UUID id = rows.getObject(3, UUID.class);
        positions.put(
            rows.getInt(1),
            new StoredPosition(
                rows.getString(2),
                new Uuid(id.getMostSignificantBits(), id.getLeastSignificantBits()),
                rows.getLong(4),
                Duration.ofSeconds(rows.getLong(5)),
                rows.getObject(6, Long.class),
                rows.getBoolean(7)));
      }
    }
    return positions;
  }
}
