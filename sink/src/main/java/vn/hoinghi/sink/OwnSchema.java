package vn.hoinghi.sink;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import vn.hoinghi.service.ConfigException;

/**
 * A second set of tables beside the public ones, in a schema of the same database. A note on the
 * schema says whose it is: nothing is ever written into, or taken away with, one that has another.
 */
public final class OwnSchema {
  private static final String LOOK =
      """
      SELECT obj_description(n.oid, 'pg_namespace'),
        EXISTS (SELECT 1 FROM pg_class c WHERE c.relnamespace = n.oid)
      FROM pg_namespace n WHERE n.nspname = ?""";
  private static final String FORBIDDEN = "42501";

  private final SinkConfig.Delivery database;
  private final String name;
  private final String owner;

  /** What stands there: whose it is by its note, and whether anything lies in it. */
  private record Found(String note, boolean filled) {}

  /**
   * @param database whose other schemas stay untouched
   * @param name small letters, digits and underscores
   * @param owner one line that tells this use of the name from any other
   */
  public OwnSchema(SinkConfig.Delivery database, String name, String owner) {
    ConfigException.check(
        name.matches("[a-z][a-z0-9_]{0,62}"),
        "the name of a schema",
        name,
        "a-z, 0-9, _, up to 63");
    this.database = database;
    this.name = name;
    this.owner = owner;
  }

  public String name() {
    return name;
  }

  /** Its tables, for a sink of this group. */
  public SinkConfig.Delivery tables(String group) {
    String plain = database.jdbcUrl().replaceAll("(?<=[?&])currentSchema=[^&]*&?", "");
    String joint =
        plain.contains("?") ? plain.endsWith("?") || plain.endsWith("&") ? "" : "&" : "?";
    return new SinkConfig.Delivery(
        plain + joint + "currentSchema=" + name,
        database.user(),
        database.password(),
        group,
        null,
        null,
        null,
        null,
        null);
  }

  /**
   * Makes it where it is not there.
   *
   * @throws ConfigException where it belongs to something else, the role may not make one, or the
   *     database does not answer; the message says what helps
   */
  public void make() {
    try (Connection connection = Tables.connect(database)) {
      Optional<Found> found = find(connection);
      boolean mine = found.isPresent() && owner.equals(found.get().note());
      if (found.isPresent() && !mine && (found.get().note() != null || found.get().filled())) {
        throw new ConfigException(
            "schema %s is there already and belongs to something else%s: take another name for the shadow"
                .formatted(
                    name, found.get().note() == null ? "" : " (" + found.get().note() + ")"));
      }
      try (Statement statement = connection.createStatement()) {
        if (found.isEmpty()) {
          statement.execute("CREATE SCHEMA " + name);
        }
        if (!mine) {
          statement.execute(
              "COMMENT ON SCHEMA %s IS %s".formatted(name, statement.enquoteLiteral(owner)));
        }
      }
    } catch (SQLException e) {
      throw fault(e);
    }
  }

  /**
   * Takes it away with all that is in it.
   *
   * @return whether it was there; one of another owner is none
   * @throws ConfigException where the role may not, or the database does not answer
   */
  public boolean drop() {
    try (Connection connection = Tables.connect(database);
        Statement statement = connection.createStatement()) {
      boolean mine = find(connection).filter(f -> owner.equals(f.note())).isPresent();
      if (mine) {
        statement.execute("DROP SCHEMA " + name + " CASCADE");
      }
      return mine;
    } catch (SQLException e) {
      throw fault(e);
    }
  }

  private Optional<Found> find(Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(LOOK)) {
      statement.setString(1, name);
      try (ResultSet row = statement.executeQuery()) {
        return row.next()
            ? Optional.of(new Found(row.getString(1), row.getBoolean(2)))
            : Optional.empty();
      }
    }
  }

  private ConfigException fault(SQLException e) {
    if (FORBIDDEN.equals(e.getSQLState())) {
      return new ConfigException(
          "role %s may not make or change schema %s (%s): whoever owns the database gives it one by CREATE SCHEMA %2$s AUTHORIZATION %1$s, or --no-tables does without"
              .formatted(database.user(), name, DeadLetter.oneLine(e.getMessage())),
          e);
    }
    return new ConfigException(
        "the database with the tables cannot be used (sink.jdbcUrl, sink.user, sink.password), and --no-tables does without: "
            + DeadLetter.oneLine(e.getMessage()),
        e);
  }
}
