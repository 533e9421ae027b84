package vn.hoinghi.sink;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Work on the database that is done as a whole or not at all, its faults told by what they mean.
 */
final class Transactions {
  private final DataSource database;

  Transactions(DataSource database) {
    this.database = database;
  }

  /** What is done within one transaction. */
  interface Work<T> {
    T in(Connection connection) throws SQLException, StoreException;
  }

  /** Does it and commits. */
  <T> T commit(Work<T> work) throws StoreException {
    return run(work, true);
  }

  /** Does it and takes it back. */
  <T> T rehearse(Work<T> work) throws StoreException {
    return run(work, false);
  }

  private <T> T run(Work<T> work, boolean forGood) throws StoreException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        T result = work.in(connection);
        if (forGood) {
          connection.commit();
        } else {
          connection.rollback();
        }
        return result;
      } catch (SQLException | StoreException | RuntimeException e) {
        rollback(connection, e);
        throw e;
      }
    } catch (SQLException e) {
      throw SqlFault.of(e);
    }
  }

  /** The connection may be what failed; the first fault is the one that counts. */
  private static void rollback(Connection connection, Exception first) {
    try {
      connection.rollback();
    } catch (SQLException second) {
      first.addSuppressed(second);
    }
  }
}
