package vn.hoinghi.sink;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import vn.hoinghi.schemas.SchemaIds;

/**
 * The rows as they stand, held against the records that they must have come from. To tell what rows
 * a record asks for, the statements of the sink write them once more, into temporary tables of the
 * same names, and PostgreSQL compares: there is no second mapping that could be wrong on its own.
 * Everything is one snapshot, and nothing of it stays.
 */
public final class StoredRows implements AutoCloseable {
  /** Tables that an event's record fills, the event's own row first. */
  private static final List<String> TABLES =
      List.of(
          "event",
          "event_source",
          "event_person",
          "event_document",
          "event_support",
          "event_coverage");

  private static final int ROWS_AT_ONCE = 1000;

  private final Connection connection;
  private final EventRecordReader reader;
  private final String schema;

  private StoredRows(Connection connection, EventRecordReader reader) throws SQLException {
    this.connection = connection;
    this.reader = reader;
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET LOCAL statement_timeout = 0");
      statement.execute("SET LOCAL idle_in_transaction_session_timeout = 0");
      try (ResultSet row = statement.executeQuery("SELECT quote_ident(current_schema())")) {
        row.next();
        this.schema = row.getString(1);
      }
      // the first look at a table is where the snapshot is taken
      statement.execute("SELECT 1 FROM " + schema + ".sink_position LIMIT 1");
      for (String table : TABLES) {
        statement.execute(
            "CREATE TEMPORARY TABLE %s (LIKE %s.%s INCLUDING DEFAULTS INCLUDING GENERATED INCLUDING INDEXES) ON COMMIT DROP"
                .formatted(table, schema, table));
      }
    }
  }

  /**
   * Takes the snapshot.
   *
   * @throws SQLException where the database is away, has no such tables, or allows no temporary
   *     ones
   */
  public static StoredRows open(SinkConfig.Delivery database, SchemaIds ids) throws SQLException {
    Connection connection =
        DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
    try {
      connection.setAutoCommit(false);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      return new StoredRows(connection, new EventRecordReader(ids));
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  /** A partition's row of positions: which topic of which cluster, and how far. */
  public record Position(String clusterId, Uuid topicId, long next) {}

  /** Positions of the snapshot. */
  public Map<TopicPartition, Position> positions() throws SQLException {
    var positions = new HashMap<TopicPartition, Position>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT topic, partition, cluster_id, topic_id, position FROM sink_position")) {
      while (rows.next()) {
        UUID id = rows.getObject(4, UUID.class);
        var topicId = new Uuid(id.getMostSignificantBits(), id.getLeastSignificantBits());
        positions.put(
            new TopicPartition(rows.getString(1), rows.getInt(2)),
            new Position(rows.getString(3), topicId, rows.getLong(5)));
      }
    }
    return positions;
  }

  /** Gives the id of every live event that has a row, in order. */
  public void ids(Consumer<String> each) throws SQLException {
    String sql = "SELECT event_id FROM %s.event ORDER BY event_id COLLATE \"C\"".formatted(schema);
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setFetchSize(ROWS_AT_ONCE);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          each.accept(rows.getString(1));
        }
      }
    }
  }

  /**
   * A table in which an event's rows are not those of its record.
   *
   * @param missing rows that the record asks for and that are not there as it asks
   * @param extra rows that no record asks for, or that differ from what it asks
   */
  public record Difference(String eventId, String table, int missing, int extra) {}

  /**
   * Compares the rows of some live events with their records.
   *
   * @param records newest record of each, none twice
   * @throws vn.hoinghi.schemas.BadRecordException for a record that is none of an event
   */
  public List<Difference> differences(Collection<ConsumerRecord<byte[], byte[]>> records)
      throws SQLException {
    List<Change> wanted = records.stream().map(reader::read).toList();
    try (Statement statement = connection.createStatement()) {
      statement.execute("TRUNCATE " + String.join(", ", TABLES));
    }
    PostgresEventStore.writeLive(connection, wanted);
    Object[] ids = wanted.stream().map(Change::eventId).toArray();
    var differences = new ArrayList<Difference>();
    for (String table : TABLES) {
      compare(table, ids, differences);
    }
    history(differences);
    return differences;
  }

  /** Each revision that is live must stand in the history, too. */
  private void history(List<Difference> into) throws SQLException {
    String sql =
        """
        SELECT event_id FROM event e WHERE NOT EXISTS (
          SELECT FROM %s.event_revision r
          WHERE r.event_id = e.event_id AND r.revision = e.revision)
        ORDER BY event_id COLLATE "C"
        """
            .formatted(schema);
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        into.add(new Difference(rows.getString(1), "event_revision", 1, 0));
      }
    }
  }

  /** A revision that stands in the tables, and since when. */
  public record StoredRevision(String eventId, long revision, Instant storedAt) {}

  /** Gives the newest revision of every id, dead ones too, but for those that wait to be told. */
  public void confirmed(Consumer<StoredRevision> each) throws SQLException {
    String sql =
        """
        SELECT event_id, revision, stored_at FROM (
          SELECT event_id, revision, stored_at FROM %1$s.event
          UNION ALL SELECT event_id, revision, stored_at FROM %1$s.event_dead) AS known
        WHERE (event_id, revision) NOT IN (SELECT event_id, revision FROM %1$s.outbox)
        ORDER BY event_id COLLATE "C"
        """
            .formatted(schema);
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setFetchSize(ROWS_AT_ONCE);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          Instant storedAt = rows.getTimestamp(3).toInstant();
          each.accept(new StoredRevision(rows.getString(1), rows.getLong(2), storedAt));
        }
      }
    }
  }

  /** Confirmations that Kafka does not have yet. */
  public long unconfirmed() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT count(*) FROM outbox")) {
      row.next();
      return row.getLong(1);
    }
  }

  private void compare(String table, Object[] ids, List<Difference> into) throws SQLException {
    String mine = "SELECT event_id, to_jsonb(t) - 'stored_at' AS row FROM " + table + " t";
    String theirs =
        "SELECT event_id, to_jsonb(t) - 'stored_at' AS row FROM %s.%s t WHERE event_id = ANY (?)"
            .formatted(schema, table);
    String sql =
        """
        WITH mine AS (%s), theirs AS (%s),
          missing AS (SELECT * FROM mine EXCEPT ALL SELECT * FROM theirs),
          extra AS (SELECT * FROM theirs EXCEPT ALL SELECT * FROM mine)
        SELECT event_id, sum(m)::int, sum(e)::int FROM (
          SELECT event_id, 1 AS m, 0 AS e FROM missing
          UNION ALL SELECT event_id, 0, 1 FROM extra) AS d
        GROUP BY event_id ORDER BY event_id COLLATE "C"
        """
            .formatted(mine, theirs);
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setArray(1, connection.createArrayOf("text", ids));
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          into.add(new Difference(rows.getString(1), table, rows.getInt(2), rows.getInt(3)));
        }
      }
    }
  }

  /**
   * Transactions that somebody prepared in this database and never ended; they hold their locks.
   */
  public List<String> prepared() throws SQLException {
    var prepared = new ArrayList<String>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT gid FROM pg_prepared_xacts WHERE database = current_database() ORDER BY prepared")) {
      while (rows.next()) {
        prepared.add(rows.getString(1));
      }
    }
    return prepared;
  }

  @Override
  public void close() throws SQLException {
    try {
      connection.rollback();
    } finally {
      connection.close();
    }
  }
}
