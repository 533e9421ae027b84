package vn.hoinghi.sink;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.util.Set;
import vn.hoinghi.schemas.Reason;

/**
 * What an SQLSTATE means for the batch: try again later, never with this value, or never at all.
 *
 * @see <a href="https://www.postgresql.org/docs/current/errcodes-appendix.html">PostgreSQL error
 *     codes</a>
 */
final class SqlFault {
  /** A lost race, a full server, one that starts or stops, a time-out, a standby. */
  private static final Set<String> TRANSIENT =
      Set.of(
          "40001", "40P01", "55P03", "57P01", "57P02", "57P03", "57P05", "57014", "25P03", "25P04",
          "25006", "58030");

  private SqlFault() {}

  /** The fault as the batch's outcome. */
  static StoreException of(SQLException fault) {
    String state = stateOf(fault);
    String message = state + ": " + firstLine(fault);
    if (state.isEmpty()
        || state.startsWith("08")
        || state.startsWith("53")
        || TRANSIENT.contains(state)) {
      return new StoreException.Unavailable(message, fault);
    }
    Reason reason = reasonOf(state);
    if (reason == null) {
      throw new SinkException("the database refuses the sink's statements: " + message, fault);
    }
    return new StoreException.Refused(reason, message, fault);
  }

  private static Reason reasonOf(String state) {
    return switch (state.substring(0, 2)) {
      case "22" -> Reason.SINK_VALUE;
      case "23" -> Reason.SINK_CONSTRAINT;
      case "54" -> Reason.SINK_LIMIT;
      default -> null;
    };
  }

  /** A batch's fault tells its state itself; a pool's carries the driver's as its cause. */
  private static String stateOf(SQLException fault) {
    for (Throwable t = fault; t != null; t = t.getCause()) {
      if (t instanceof SQLException sql && sql.getSQLState() != null) {
        return sql.getSQLState();
      }
    }
    return "";
  }

  /** The server's own words; a batch's message would repeat the statement with all its values. */
  private static String firstLine(SQLException fault) {
    SQLException told =
        fault instanceof BatchUpdateException && fault.getNextException() != null
            ? fault.getNextException()
            : fault;
    String text = String.valueOf(told.getMessage()).replaceAll("\\p{Cntrl}+", " ");
    return text.length() > 1024 ? text.substring(0, 1024) : text;
  }
}
