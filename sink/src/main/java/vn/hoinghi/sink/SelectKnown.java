package vn.hoinghi.sink;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Asks which revision of each id is stored, live or dead. */
final class SelectKnown {
  private static final String SQL =
      """
      SELECT event_id, revision, content_hash FROM event WHERE event_id = ANY (?)
      UNION ALL
      SELECT event_id, revision, NULL FROM event_dead WHERE event_id = ANY (?)""";

  /** In a full read: what was not met again is older than anything that the topic holds. */
  private static final String IF_SEEN =
      """
      SELECT k.event_id, CASE WHEN s.event_id IS NULL THEN -1 ELSE k.revision END, k.content_hash
      FROM (%s) k (event_id, revision, content_hash)
      LEFT JOIN sink_seen s ON s.event_id = k.event_id"""
          .formatted(SQL);

  private SelectKnown() {}

  static Map<String, BatchPlan.Known> execute(
      Connection connection, Collection<String> eventIds, boolean fullRead) throws SQLException {
    var known = new HashMap<String, BatchPlan.Known>();
    if (eventIds.isEmpty()) {
      return known;
    }
    try (PreparedStatement statement = connection.prepareStatement(fullRead ? IF_SEEN : SQL)) {
      var ids = connection.createArrayOf("text", eventIds.toArray());
      statement.setArray(1, ids);
      statement.setArray(2, ids);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          known.put(rows.getString(1), new BatchPlan.Known(rows.getLong(2), rows.getString(3)));
        }
      }
    }
    return known;
  }
}
