package vn.hoinghi.service;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * What keeps an app from being alive or ready. Each part registers a check that returns what is
 * wrong, or nothing; a part that is not alive is not ready either.
 */
public final class Health {
  private final Map<String, Supplier<Optional<String>>> liveness = new ConcurrentHashMap<>();
  private final Map<String, Supplier<Optional<String>>> readiness = new ConcurrentHashMap<>();

  /** Adds a part whose fault only a restart mends. */
  public Health alive(String part, Supplier<Optional<String>> fault) {
    liveness.put(part, fault);
    return this;
  }

  /** Adds a part that work has to wait for. */
  public Health ready(String part, Supplier<Optional<String>> fault) {
    readiness.put(part, fault);
    return this;
  }

  /** Parts that are dead, with the reason; empty when all live. */
  public Map<String, String> dead() {
    return faults(liveness);
  }

  /**
   * Parts that work has to wait for, with the reason; empty when ready. Before any part has said
   * what it needs, the app is still starting.
   */
  public Map<String, String> waitingFor() {
    Map<String, String> all = faults(readiness);
    if (readiness.isEmpty()) {
      all.put("start", "the parts are still starting");
    }
    all.putAll(dead());
    return all;
  }

  private static Map<String, String> faults(Map<String, Supplier<Optional<String>>> checks) {
    Map<String, String> faults = new TreeMap<>();
    checks.forEach((part, check) -> check.get().ifPresent(fault -> faults.put(part, fault)));
    return faults;
  }
}
