package vn.hoinghi.ingest;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ProtocolException;
import java.net.UnknownHostException;
import java.util.Locale;
import javax.net.ssl.SSLException;
import vn.hoinghi.schemas.Reason;

/** Which reason of the closed list stands behind what the HTTP client threw. */
final class FetchFault {
  private FetchFault() {}

  /**
   * @param redirected whether the request that failed was a redirect's target
   * @param answered whether its status line and headers had come
   */
  static Reason of(Exception fault, boolean redirected, boolean answered) {
    if (find(fault, BlockedAddressException.class) != null) {
      return redirected ? Reason.FETCH_REDIRECT_BLOCKED : Reason.FETCH_BLOCKED_ADDRESS;
    }
    Refused refused = find(fault, Refused.class);
    if (refused != null) {
      return refused.reason();
    }
    if (find(fault, UnknownHostException.class) != null) {
      return Reason.FETCH_DNS;
    }
    if (find(fault, SSLException.class) != null) {
      return Reason.FETCH_TLS;
    }
    return answered ? whileReadingBody(fault) : beforeAnswer(fault);
  }

  private static Reason beforeAnswer(Exception fault) {
    if (find(fault, java.net.ConnectException.class) != null
        || find(fault, java.net.NoRouteToHostException.class) != null) {
      return Reason.FETCH_CONNECT;
    }
    if (find(fault, InterruptedIOException.class) != null) {
      String problem = String.valueOf(fault.getMessage()).toLowerCase(Locale.ROOT);
      boolean connecting = problem.contains("connect timed out");
      return connecting ? Reason.FETCH_CONNECT : Reason.FETCH_DEADLINE;
    }
    if (fault instanceof ProtocolException || !(fault instanceof IOException)) {
      return Reason.FETCH_BAD_HTTP;
    }
    return find(fault, EOFException.class) == null ? Reason.FETCH_CONNECT : Reason.FETCH_TRUNCATED;
  }

  private static Reason whileReadingBody(Exception fault) {
    if (find(fault, InterruptedIOException.class) != null) {
      return Reason.FETCH_DEADLINE;
    }
    boolean cutShort =
        find(fault, EOFException.class) != null
            || String.valueOf(fault.getMessage()).contains("unexpected end of stream")
            || fault instanceof java.net.SocketException;
    return cutShort ? Reason.FETCH_TRUNCATED : Reason.FETCH_BAD_HTTP;
  }

  private static <T extends Throwable> T find(Throwable fault, Class<T> type) {
    for (Throwable t = fault; t != null; t = t.getCause()) {
      if (type.isInstance(t)) {
        return type.cast(t);
      }
      for (Throwable other : t.getSuppressed()) {
        if (type.isInstance(other)) {
          return type.cast(other);
        }
      }
    }
    return null;
  }
}
