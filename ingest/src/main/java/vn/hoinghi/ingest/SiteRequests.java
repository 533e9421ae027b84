package vn.hoinghi.ingest;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Predicate;
import vn.hoinghi.avro.FetchKind;
import vn.hoinghi.avro.FetchState;
import vn.hoinghi.schemas.Reason;

/**
 * What one site is asked for: its robots.txt and, as that allows, its pages, each at the first of
 * its places where anybody answers.
 */
final class SiteRequests {
  private final Outlet outlet;
  private final Places places;
  private final Fetcher fetcher;
  private final CrawlConfig config;
  private final InstantSource clock;
  private final Predicate<CanonicalUrl> anothers;
  private final Robots robots;

  /**
   * @param anothers whether another lane asks for this address
   */
  SiteRequests(
      Outlet outlet,
      Places places,
      Fetcher fetcher,
      CrawlConfig config,
      InstantSource clock,
      Predicate<CanonicalUrl> anothers) {
    this.outlet = outlet;
    this.places = places;
    this.fetcher = fetcher;
    this.config = config;
    this.clock = clock;
    this.anothers = anothers;
    this.robots = new Robots(fetcher, config);
  }

  /** Breaks off what is under way; nothing is asked for any more. */
  void leave() {
    fetcher.leave();
  }

  /** How long the site asks to be left alone between two requests; zero where it does not. */
  Duration crawlDelay() {
    return robots.crawlDelay();
  }

  /** The Sitemap lines that speak for an address; null where none were read. */
  List<String> sitemaps(CanonicalUrl url) {
    return robots.sitemaps(url);
  }

  /** A robots.txt that has to be read takes a turn of its own, for it is a request like others. */
  boolean rulesHaveCome(FetchState due) {
    try {
      for (CanonicalUrl place : places.of(due.getUrl())) {
        if (robots.read(place, now())) {
          places.answered(due.getUrl(), place);
          return true;
        }
        if (!Places.silent(place, robots.justFailed(place))) {
          return false;
        }
      }
      return false;
    } catch (Refused e) {
      return false; // the visit tells
    }
  }

  /** At the first of its places where anybody answers. */
  Fetched fetch(FetchState due) {
    Fetched fetched = null;
    try {
      for (CanonicalUrl place : places.of(due.getUrl())) {
        fetched = fetch(due, place);
        if (!Places.silent(place, fetched.failure())) {
          places.answered(due.getUrl(), place);
          return fetched;
        }
      }
      return fetched;
    } catch (Refused e) {
      return Visit.notAsked(null, e.reason(), e.getMessage());
    }
  }

  private Fetched fetch(FetchState due, CanonicalUrl url) {
    try {
      robots.check(url, now());
      boolean article = due.getKind() == FetchKind.ARTICLE;
      var request =
          FetchRequest.of(url, config.limits().bytesOf(due.getKind()))
              .with(hop -> check(hop, article));
      return fetcher.fetch(
          Visit.mayAskForChanges(due)
              ? request.ifChanged(due.getEtag(), due.getLastModified())
              : request);
    } catch (Refused e) {
      return Visit.notAsked(url, e.reason(), e.getMessage());
    }
  }

  /**
   * An article elsewhere is for whoever reads that site; it is not even asked for. A list may stand
   * elsewhere, but not where another lane asks.
   */
  private void check(CanonicalUrl hop, boolean article) throws Refused {
    if (article ? !outlet.owns(hop) : anothers.test(hop)) {
      throw new Refused(Reason.FETCH_REDIRECT_BLOCKED, "leads to " + hop.host());
    }
    robots.check(hop, now());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
