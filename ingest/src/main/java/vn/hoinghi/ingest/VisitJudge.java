package vn.hoinghi.ingest;

import java.util.List;
import java.util.function.Function;
import vn.hoinghi.avro.FetchKind;

/** What a visit to one outlet amounts to, by the kind of what was visited. */
final class VisitJudge {
  private final Outlet outlet;
  private final Frontier frontier;
  private final CrawlConfig config;
  private final GistReader gists;
  private final Function<CanonicalUrl, List<String>> sitemapsOfRobots;

  /**
   * @param sitemapsOfRobots the Sitemap lines that speak for an address; null where none were read
   */
  VisitJudge(
      Outlet outlet,
      Frontier frontier,
      CrawlConfig config,
      GistReader gists,
      Function<CanonicalUrl, List<String>> sitemapsOfRobots) {
    this.outlet = outlet;
    this.frontier = frontier;
    this.config = config;
    this.gists = gists;
    this.sitemapsOfRobots = sitemapsOfRobots;
  }

  Visited judged(Visit visit, HandOvers handOvers) {
    if (visit.before().getKind() != FetchKind.ARTICLE) {
      return new ListingVisit(visit, frontier, config, gists, sitemapsOfRobots)
          .handingOver(url -> handOvers.found(url, visit.before().getUrl(), visit.at()))
          .judge();
    }
    return handOvers.takes(visit)
        ? MissingPage.ledAway(visit, frontier, visit.ledAway())
        : article(visit);
  }

  private Visited article(Visit visit) {
    boolean goneForGood = config.revisions().isGoneForGood(outlet.host());
    Visited judged = new ArticleVisit(visit, frontier, gists, goneForGood).judge();
    if (judged.outcome().getGoneShare() == null) {
      judged.outcome().setGoneShare(frontier.lost().movedShare(visit.at()));
    }
    if (goneForGood) {
      judged.outcome().setGoneShare(null);
    }
    return judged;
  }
}
