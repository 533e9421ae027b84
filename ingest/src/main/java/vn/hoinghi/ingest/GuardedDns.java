package vn.hoinghi.ingest;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import okhttp3.Dns;

/**
 * Looks hosts up off the fetch threads, for the system's resolver may hang for minutes and cannot
 * be stopped. A host with even one closed address is refused: an honest one has none.
 */
final class GuardedDns implements Dns, AutoCloseable {
  private static final int MAX_LOOKUPS = 64;

  private final Dns system;
  private final AddressGuard guard;
  private final HostOverrides overrides;
  private final long timeoutMillis;
  private final ExecutorService threads =
      new ThreadPoolExecutor(
          MAX_LOOKUPS,
          MAX_LOOKUPS,
          10,
          TimeUnit.SECONDS,
          new LinkedBlockingQueue<>(),
          Threads.named("dns"));

  GuardedDns(Dns system, AddressGuard guard, HostOverrides overrides, long timeoutMillis) {
    this.system = system;
    this.guard = guard;
    this.overrides = overrides;
    this.timeoutMillis = timeoutMillis;
    ((ThreadPoolExecutor) threads).allowCoreThreadTimeOut(true);
  }

  @Override
  public List<InetAddress> lookup(String host) throws UnknownHostException {
    InetSocketAddress override = overrides.placeOf(host);
    List<InetAddress> found = override == null ? ask(host) : List.of(override.getAddress());
    if (!found.stream().allMatch(guard::permits)) {
      throw new BlockedAddressException(host + " is at an address that is not public");
    }
    return found;
  }

  private List<InetAddress> ask(String host) throws UnknownHostException {
    Future<List<InetAddress>> answer = threads.submit(() -> system.lookup(host));
    try {
      return answer.get(timeoutMillis, TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw unknown(host + ": no answer within " + timeoutMillis + " ms", e);
    } catch (ExecutionException e) {
      throw unknown(host + " is not known", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unknown("interrupted", e);
    }
  }

  private static UnknownHostException unknown(String message, Throwable cause) {
    var unknown = new UnknownHostException(message);
    unknown.initCause(cause);
    return unknown;
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
