package vn.hoinghi.sink;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * One row an event and nothing else, in the table {@code flat}: the sink's own way of writing, cut
 * to what others write. Positions are held, compared and moved in each transaction as they are for
 * all tables. Ids that died are forgotten, so it cannot be read anew into rows that are there.
 */
final class FlatStore implements EventStore {
  private static final String KNOWN =
      "SELECT event_id, revision FROM flat WHERE event_id = ANY (?)";
  private static final String DELETE = "DELETE FROM flat WHERE event_id = ANY (?)";
  private static final Upsert ROWS = new Upsert("flat", FlatRow.VALUES, "");

  private final Transactions transactions;
  private final PostgresPositions positions;

  FlatStore(DataSource database) {
    this.transactions = new Transactions(database);
    this.positions = new PostgresPositions(transactions);
  }

  /** Adds the table. */
  static void create(DataSource database) throws SQLException {
    try (var sql = FlatStore.class.getResourceAsStream("flat.sql");
        Connection connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(new String(sql.readAllBytes(), StandardCharsets.UTF_8));
      connection.commit();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Positions positions(
      TopicIdentity topic, Supplier<Map<Integer, LogBounds>> logs, Duration tombstonesKept)
      throws StoreException {
    return positions.lookUp(topic, logs, tombstonesKept);
  }

  @Override
  public Stored apply(Batch batch) throws StoreException {
    return transactions.commit(
        connection -> {
          PostgresPositions.hold(batch, connection);
          Stored stored = write(batch.changes(), connection);
          PostgresPositions.move(batch, connection);
          return stored;
        });
  }

  @Override
  public List<Refusal> refusals(Batch batch) throws StoreException {
    return transactions.rehearse(
        connection -> {
          PostgresPositions.hold(batch, connection);
          return new Bisection(connection, changes -> write(changes, connection)).refusals(batch);
        });
  }

  private static Stored write(List<Change> changes, Connection connection) throws SQLException {
    Set<String> ids = changes.stream().map(Change::eventId).collect(Collectors.toSet());
    var plan = BatchPlan.of(changes, known(connection, ids));
    ROWS.execute(connection, plan.births(), plan.replaced(), FlatRow::of);
    delete(connection, plan.deaths().stream().map(Change::eventId).toArray());
    Stored stored = plan.stored();
    // the table keeps no hash that would tell a repetition from a contradiction
    return new Stored(stored.applied(), stored.collapsed(), stored.stale(), 0);
  }

  private static Map<String, BatchPlan.Known> known(Connection connection, Set<String> ids)
      throws SQLException {
    var known = new HashMap<String, BatchPlan.Known>();
    try (var statement = connection.prepareStatement(KNOWN)) {
      statement.setArray(1, connection.createArrayOf("text", ids.toArray()));
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          known.put(rows.getString(1), new BatchPlan.Known(rows.getLong(2), ""));
        }
      }
    }
    return known;
  }

  private static void delete(Connection connection, Object[] ids) throws SQLException {
    if (ids.length > 0) {
      try (var statement = connection.prepareStatement(DELETE)) {
        statement.setArray(1, connection.createArrayOf("text", ids));
        statement.executeUpdate();
      }
    }
  }

  @Override
  public boolean beginFullRead(TopicIdentity topic, Map<Integer, LogBounds> logs, Begin when) {
    if (when != Begin.IF_NEW) {
      throw new UnsupportedOperationException("rows that died unseen would stay");
    }
    return false;
  }

  @Override
  public boolean isReadWhole(TopicIdentity topic) {
    return false;
  }

  @Override
  public void bury(TopicIdentity topic, List<Change> deaths) {
    throw new UnsupportedOperationException("no full read is ever under way");
  }

  @Override
  public int sweep(TopicIdentity topic) {
    throw new UnsupportedOperationException("no full read is ever under way");
  }
}
