package vn.hoinghi.sink;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** The tables, for those who read them beside the sink. */
public final class Tables {
  private Tables() {}

  /**
   * Brings them to this version, as the sink does at its start.
   *
   * @throws SinkException where that cannot be done
   */
  public static void bringUp(SinkConfig.Delivery database) {
    Database.prepare(database);
  }

  /** A connection of one's own; password may be null. */
  public static Connection connect(SinkConfig.Delivery database) throws SQLException {
    return DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
  }
}
