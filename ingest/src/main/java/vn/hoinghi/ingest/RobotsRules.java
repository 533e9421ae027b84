package vn.hoinghi.ingest;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRules.RobotRule;
import crawlercommons.robots.SimpleRobotRules.RobotRulesMode;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * What one robots.txt allows us (RFC 9309), read by crawler-commons: its rules, or everything where
 * the server says there is none (4xx). Kept for a day.
 *
 * @param until when it has to be asked for again
 */
record RobotsRules(BaseRobotRules rules, Instant until) {
  private static final Duration KEPT = Duration.ofHours(24);
  private static final int MAX_WILDCARD_CHARS = 64 * 1024;

  static RobotsRules of(Fetched answer, CanonicalUrl url, String userAgent, Instant now) {
    // The parser would turn a long delay into a ban; ours is clamped instead.
    var parser = new SimpleRobotRulesParser(Long.MAX_VALUE, 0);
    var read =
        parser.parseContent(
            url.toString(), answer.body(), "text/plain", List.of(product(userAgent)));
    return new RobotsRules(tooCostly(read) ? closed() : read, now.plus(KEPT));
  }

  /**
   * Deciding takes as long as the rules with wildcards times the address. Honest sites have some
   * hundred bytes of them; whoever has more than any of them wants something else than to be read.
   */
  private static boolean tooCostly(SimpleRobotRules read) {
    return read.getRobotRules().stream()
            .map(RobotRule::getPrefix)
            .filter(rule -> rule.indexOf('*') >= 0)
            .mapToLong(String::length)
            .sum()
        > MAX_WILDCARD_CHARS;
  }

  private static SimpleRobotRules closed() {
    return new SimpleRobotRules(RobotRulesMode.ALLOW_NONE);
  }

  static RobotsRules allowAll(Instant now) {
    return new RobotsRules(new SimpleRobotRulesParser().failedFetch(404), now.plus(KEPT));
  }

  boolean allows(CanonicalUrl url) {
    return rules.isAllowed(url.toString());
  }

  /** Between two requests; zero where none is asked for, never longer than {@code max}. */
  Duration crawlDelay(Duration max) {
    Duration asked = Duration.ofMillis(Math.max(rules.getCrawlDelay(), 0));
    return asked.compareTo(max) > 0 ? max : asked;
  }

  List<String> sitemaps() {
    return rules.getSitemaps();
  }

  /** The name that rules address: the user agent up to its version. */
  private static String product(String userAgent) {
    return userAgent.replaceFirst("[/ ].*", "").toLowerCase(Locale.ROOT);
  }
}
