package vn.hoinghi.ingest.health;

import java.time.Duration;

/**
 * How patient the judge of an outlet is.
 *
 * @param learn how long an outlet is known before its habits count
 * @param quietAfter the shortest pause between new articles that can be called quiet
 * @param blockedAfter how long refusals must go on
 * @param deadAfter how long nobody must have answered
 * @param settle after a list was read, how long until what it led to has been fetched
 * @param refresh between two records that tell figures and no change
 */
public record HealthRules(
    Duration learn,
    Duration quietAfter,
    Duration blockedAfter,
    Duration deadAfter,
    Duration settle,
    Duration refresh) {

  /** Those of real outlets. */
  public static HealthRules defaults() {
    return new HealthRules(
        Duration.ofDays(14),
        Duration.ofDays(1),
        Duration.ofHours(2),
        Duration.ofDays(1),
        Duration.ofHours(1),
        Duration.ofDays(1));
  }
}
