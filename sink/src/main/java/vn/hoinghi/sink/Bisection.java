package vn.hoinghi.sink;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the changes that a batch is refused for, in a transaction that is rolled back. Each part is
 * tried behind a savepoint, on top of the parts before it, and a refused one is halved until a
 * change is alone. What is left can then be stored as the one transaction that the batch was meant
 * to be, and a dead letter is written while no transaction waits for it.
 */
final class Bisection {
  private final Connection connection;
  private final Attempt attempt;
  private final List<Refusal> refusals = new ArrayList<>();

  /** How changes are written to that connection. */
  interface Attempt {
    void write(List<Change> changes) throws SQLException;
  }

  Bisection(Connection connection, Attempt attempt) {
    this.connection = connection;
    this.attempt = attempt;
  }

  List<Refusal> refusals(Batch batch) throws SQLException, StoreException {
    noRecordIsToBlame(batch);
    divide(batch.changes());
    return refusals;
  }

  /** A server that takes no transaction at all says so in the words for a bad value. */
  private void noRecordIsToBlame(Batch batch) throws SQLException, StoreException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET CONSTRAINTS ALL IMMEDIATE");
      PostgresPositions.move(batch, connection);
    } catch (SQLException e) {
      if (SqlFault.of(e) instanceof StoreException.Refused refused) {
        throw new SinkException("positions alone are refused: " + refused.getMessage(), e);
      }
      throw e;
    }
  }

  private void divide(List<Change> changes) throws SQLException, StoreException {
    if (changes.isEmpty()) {
      return;
    }
    Savepoint before = connection.setSavepoint();
    try {
      attempt.write(changes);
      connection.releaseSavepoint(before);
    } catch (SQLException e) {
      if (!(SqlFault.of(e) instanceof StoreException.Refused refused)) {
        throw e;
      }
      connection.rollback(before);
      if (changes.size() == 1) {
        refusals.add(new Refusal(changes.get(0), refused));
      } else {
        int middle = changes.size() / 2;
        divide(changes.subList(0, middle));
        divide(changes.subList(middle, changes.size()));
      }
    }
  }
}
