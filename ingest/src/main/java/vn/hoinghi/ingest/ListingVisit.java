package vn.hoinghi.ingest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.hoinghi.avro.FetchKind;
import vn.hoinghi.avro.FetchResult;
import vn.hoinghi.avro.FetchState;
import vn.hoinghi.schemas.Reason;

/**
 * What a visit to a feed or sitemap amounts to: URLs nobody knew, to be visited now, and known
 * articles that the listing says have changed since. Links off the outlet's site, unusable ones and
 * those over a limit are left and counted.
 */
final class ListingVisit {
  private static final Logger LOG = LoggerFactory.getLogger(ListingVisit.class);
  private static final int MAX_SITEMAP_DEPTH = 3;

  private final Visit visit;
  private final Frontier frontier;
  private final FetchLimits limits;
  private final List<FetchState> states = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();
  private Consumer<CanonicalUrl> elsewhere = url -> {};
  private int offSite;
  private int unusable;

  ListingVisit(Visit visit, Frontier frontier, FetchLimits limits) {
    this.visit = visit;
    this.frontier = frontier;
    this.limits = limits;
  }

  /**
   * @param others told of each article off the outlet's site
   */
  ListingVisit handingOver(Consumer<CanonicalUrl> others) {
    elsewhere = others;
    return this;
  }

  /** The state of the listing itself comes last: it stands only when all it led to stands. */
  Visited judge() {
    Reason reason = visit.reasonOfStatus();
    if (reason != null) {
      return visit.failed(reason);
    }
    if (visit.fetched().status() == 304) {
      return visit.unchanged();
    }
    try {
      Links links = read();
      links.found().forEach(this::consider);
      report(links);
    } catch (Refused e) {
      return visit.failed(e.reason());
    }
    states.add(visit.answered().setContentHash(Sha256.hex(visit.fetched().body())).build());
    return visit.done(FetchResult.LISTED, states, null);
  }

  private Links read() throws Refused {
    Fetched fetched = visit.fetched();
    boolean sitemap = visit.before().getKind() == FetchKind.SITEMAP;
    if (sitemap && frontier.depth(visit.before().getUrl()) > MAX_SITEMAP_DEPTH) {
      throw new Refused(Reason.SITEMAP_DEPTH, "sitemaps nested too deep");
    }
    ListingReader reader = sitemap ? new SitemapReader(limits) : new FeedReader();
    return reader.read(fetched.body(), fetched.finalUrl(), fetched.charset());
  }

  private void consider(Links.Link link) {
    try {
      CanonicalUrl url = CanonicalUrl.of(link.url());
      if (!visit.outlet().owns(url)) {
        offSite++;
        if (link.kind() == FetchKind.ARTICLE) {
          elsewhere.accept(url);
        }
      } else if (seen.add(url.toString())) {
        consider(url, link);
      }
    } catch (Refused e) {
      unusable++;
    }
  }

  private void consider(CanonicalUrl url, Links.Link link) {
    FetchState known = frontier.get(url.toString());
    if (known == null) {
      if (frontier.admits(link.kind(), states.size())) {
        states.add(FetchStates.unvisited(visit.outlet().host(), url, link.kind(), visit.at()));
      }
    } else if (changedSince(known, link.modified())) {
      states.add(FetchState.newBuilder(known).setNextVisitAt(visit.at()).build());
    }
  }

  /** A date in the future says nothing, least of all that there is something to see already. */
  private boolean changedSince(FetchState known, Instant modified) {
    return modified != null
        && known.getLastFetchedAt() != null
        && known.getKind() == FetchKind.ARTICLE
        && modified.isAfter(known.getLastFetchedAt())
        && !modified.isAfter(visit.at());
  }

  private void report(Links links) {
    if (links.dropped() + offSite + unusable > 0) {
      LOG.info(
          "{}: {} links, {} over the limit {}, {} off the site, {} unusable",
          visit.before().getUrl(),
          links.found().size(),
          links.dropped(),
          links.limit(),
          offSite,
          unusable);
    }
  }
}
