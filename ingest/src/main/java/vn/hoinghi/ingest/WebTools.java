package vn.hoinghi.ingest;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/**
 * What the lanes of a run that ends by itself share.
 *
 * @param config paces and limits; {@code quickRetries} is how often a page is asked for again
 */
record WebTools(
    CrawlConfig config,
    Fetcher fetcher,
    GistReader gists,
    NotingLedger ledger,
    Takings takings,
    InstantSource clock) {
  /** For longer than this no site is waited for that is in trouble, whatever it asks. */
  static final Duration PATIENCE = Duration.ofSeconds(10);

  /** Requests in a row without an answer in time, after which the rest of a site is left. */
  static final int SILENCES = 5;

  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
