package vn.hoinghi.ingest;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import okhttp3.Dns;

/**
 * Looks hosts up off the fetch threads, for the system's resolver may hang for minutes and cannot
 * be stopped. Whoever asks again for a host whose lookup still hangs waits for that one, so a host
 * costs at most one thread, and there are threads for as many hosts as hang at a time. A host with
 * even one closed address is refused: an honest one has none.
 */
final class GuardedDns implements Dns, AutoCloseable {
  private static final int MAX_LOOKUPS = 2_048;

  private final Dns system;
  private final AddressGuard guard;
  private final HostOverrides overrides;
  private final long timeoutMillis;
  private final Map<String, Future<List<InetAddress>>> pending = new ConcurrentHashMap<>();
  private final ThreadPoolExecutor threads =
      new ThreadPoolExecutor(
          0, MAX_LOOKUPS, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), Threads.named("dns"));

  GuardedDns(Dns system, AddressGuard guard, HostOverrides overrides, long timeoutMillis) {
    this.system = system;
    this.guard = guard;
    this.overrides = overrides;
    this.timeoutMillis = timeoutMillis;
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
    try {
      Future<List<InetAddress>> answer = pending.computeIfAbsent(host, this::begin);
      return answer.get(timeoutMillis, TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      throw unknown(MAX_LOOKUPS + " lookups hang already", e);
    } catch (TimeoutException e) {
      throw unknown(host + ": no answer within " + timeoutMillis + " ms", e);
    } catch (ExecutionException e) {
      throw unknown(host + " is not known", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unknown("interrupted", e);
    }
  }

  private Future<List<InetAddress>> begin(String host) {
    return threads.submit(
        () -> {
          try {
            return system.lookup(host);
          } finally {
            pending.remove(host);
          }
        });
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
