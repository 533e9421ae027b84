package vn.hoinghi.ingest;

import static vn.hoinghi.service.ConfigException.check;

import java.time.Duration;
import java.util.Objects;
import vn.hoinghi.ingest.health.HealthRules;

/**
 * How patient we are with an outlet before we say that something is wrong with it. Section {@code
 * health}.
 *
 * @param learnMillis how long an outlet is known before its habits count (14 days)
 * @param quietAfterMillis the shortest pause that can be called quiet (one day)
 * @param blockedAfterMillis how long refusals go on before they are called a block (two hours)
 * @param deadAfterMillis how long nobody answers before the outlet is called dead (one day)
 * @param settleMillis from reading a list to having fetched what it led to (one hour)
 * @param refreshMillis between records that tell figures and no change (one day)
 */
public record HealthConfig(
    Long learnMillis,
    Long quietAfterMillis,
    Long blockedAfterMillis,
    Long deadAfterMillis,
    Long settleMillis,
    Long refreshMillis) {
  private static final HealthRules DEFAULTS = HealthRules.defaults();

  public HealthConfig {
    learnMillis = atLeastOne(learnMillis, DEFAULTS.learn(), "learnMillis");
    quietAfterMillis = atLeastOne(quietAfterMillis, DEFAULTS.quietAfter(), "quietAfterMillis");
    blockedAfterMillis =
        atLeastOne(blockedAfterMillis, DEFAULTS.blockedAfter(), "blockedAfterMillis");
    deadAfterMillis = atLeastOne(deadAfterMillis, DEFAULTS.deadAfter(), "deadAfterMillis");
    settleMillis = atLeastOne(settleMillis, DEFAULTS.settle(), "settleMillis");
    refreshMillis = atLeastOne(refreshMillis, DEFAULTS.refresh(), "refreshMillis");
  }

  private static long atLeastOne(Long value, Duration otherwise, String key) {
    long chosen = Objects.requireNonNullElse(value, otherwise.toMillis());
    check(chosen >= 1, "health." + key, chosen, "at least 1");
    return chosen;
  }

  /** The same, to the judges. */
  public HealthRules rules() {
    return new HealthRules(
        Duration.ofMillis(learnMillis),
        Duration.ofMillis(quietAfterMillis),
        Duration.ofMillis(blockedAfterMillis),
        Duration.ofMillis(deadAfterMillis),
        Duration.ofMillis(settleMillis),
        Duration.ofMillis(refreshMillis));
  }
}
