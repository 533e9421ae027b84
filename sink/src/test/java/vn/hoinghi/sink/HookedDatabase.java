package vn.hoinghi.sink;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A real database at whose next COMMIT something happens: just before it, or just after it. */
final class HookedDatabase {
  /** What happens. */
  interface Hook {
    void on(Connection connection) throws Exception;
  }

  private final DataSource database;
  private Hook before;
  private Hook after;

  HookedDatabase(DataSource database) {
    this.database = database;
  }

  void beforeNextCommit(Hook hook) {
    before = hook;
  }

  void afterNextCommit(Hook hook) {
    after = hook;
  }

  DataSource dataSource() {
    return (DataSource)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {DataSource.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("getConnection")) {
                return hooked(database.getConnection());
              }
              throw new UnsupportedOperationException(method.getName());
            });
  }

  private Connection hooked(Connection connection) {
    return (Connection)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              boolean commit = method.getName().equals("commit");
              if (commit && before != null) {
                Hook once = before;
                before = null;
                once.on(connection);
              }
              Object result = invoke(connection, method, arguments);
              if (commit && after != null) {
                Hook once = after;
                after = null;
                once.on(connection);
              }
              return result;
            });
  }

  private static Object invoke(
      Connection connection, java.lang.reflect.Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(connection, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  /** Ends the session of a connection, as an operator or a restart does. */
  static void terminate(Connection connection, DataSource by) throws SQLException {
    int pid = connection.unwrap(org.postgresql.PGConnection.class).getBackendPID();
    try (Connection other = by.getConnection();
        var statement = other.prepareStatement("SELECT pg_terminate_backend(?, 5000)")) {
      other.setAutoCommit(true);
      statement.setInt(1, pid);
      statement.execute();
    }
  }
}
