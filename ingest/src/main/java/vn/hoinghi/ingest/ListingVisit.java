package vn.hoinghi.ingest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.hoinghi.avro.FetchKind;
import vn.hoinghi.avro.FetchState;
import vn.hoinghi.schemas.Reason;
import vn.hoinghi.schemas.Sha256;

/**
 * What a visit to a feed, sitemap or listing page amounts to: URLs nobody knew, to be visited now;
 * known articles that the list says have changed since; and the list's next page, as long as pages
 * bring something new. Links off the outlet's site, unusable ones and those over a limit are left
 * and counted.
 */
final class ListingVisit {
  private static final Logger LOG = LoggerFactory.getLogger(ListingVisit.class);
  private static final int MAX_SITEMAP_DEPTH = 3;

  private final Visit visit;
  private final Frontier frontier;
  private final CrawlConfig config;
  private final GistReader reading;
  private final Discovery discovery;
  private final List<FetchState> states = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();
  private Consumer<CanonicalUrl> elsewhere = url -> {};
  private int fresh;
  private int familiar;
  private int offSite;
  private int unusable;

  /**
   * @param reading where strangers' pages are read, each within its budget
   * @param sitemapsOfRobots the Sitemap lines that speak for an address; null where none were read
   */
  ListingVisit(
      Visit visit,
      Frontier frontier,
      CrawlConfig config,
      GistReader reading,
      Function<CanonicalUrl, List<String>> sitemapsOfRobots) {
    this.visit = visit;
    this.reading = reading;
    this.frontier = frontier;
    this.config = config;
    this.discovery = new Discovery(visit, config, sitemapsOfRobots);
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
      return failed(reason);
    }
    if (visit.fetched().status() == 304) {
      return visit.unchanged();
    }
    try {
      Links links = read();
      links.found().forEach(this::consider);
      goOn(links.next());
      report(links);
      states.add(
          visit.answered(fresh > 0).setContentHash(Sha256.hex(visit.fetched().body())).build());
      return visit.listed(states, left(links));
    } catch (Refused e) {
      return failed(e.reason());
    }
  }

  /** A home page that cannot be read leaves the places where lists stand without being told. */
  private Visited failed(Reason reason) {
    Visited failed = visit.failed(reason);
    if (!discovery.begins(reason)) {
      return failed;
    }
    discovery.withoutPage().forEach(this::consider);
    states.addAll(0, failed.states());
    return new Visited(states, null, failed.outcome());
  }

  private Links read() throws Refused {
    Fetched fetched = visit.fetched();
    FetchState list = visit.before();
    if (list.getKind() == FetchKind.SITEMAP && list.getDepth() >= MAX_SITEMAP_DEPTH) {
      throw new Refused(Reason.SITEMAP_DEPTH, "sitemaps nested too deep");
    }
    return switch (list.getKind()) {
      case SITEMAP -> readBy(new SitemapReader(config.limits()));
      case LISTING -> reading.list(fetched.body(), discovery::read);
      default ->
          "text/html".equals(fetched.mediaType()) && ListingHtml.isPage(fetched.body())
              ? reading.list(fetched.body(), () -> readBy(new FeedIndexPage(visit.outlet())))
              : readBy(new FeedReader());
    };
  }

  private Links readBy(ListingReader reader) throws Refused {
    Fetched fetched = visit.fetched();
    return reader.read(fetched.body(), fetched.finalUrl(), fetched.charset());
  }

  private void consider(Links.Link link) {
    try {
      CanonicalUrl url =
          link.kind() == FetchKind.ARTICLE
              ? CanonicalUrl.of(link.url())
              : CanonicalUrl.addressOf(link.url());
      if (!visit.outlet().owns(url)) {
        offSite++;
        if (link.kind() == FetchKind.ARTICLE) {
          elsewhere.accept(url);
        }
      } else if (seen.add(link.kind() == FetchKind.ARTICLE ? url.articleId() : url.toString())) {
        consider(url, link);
      }
    } catch (Refused e) {
      unusable++;
    }
  }

  private void consider(CanonicalUrl url, Links.Link link) {
    boolean article = link.kind() == FetchKind.ARTICLE;
    if (article && visit.before().getKind() == FetchKind.SITEMAP && !isArticle(url)) {
      return;
    }
    FetchState known = frontier.get(url.toString());
    if (known != null) {
      familiar += article ? 1 : 0;
      if (changedSince(known, link.modified())) {
        fresh++;
        Instant when = visit.plan().called(known, visit.at());
        if (when.isBefore(known.getNextVisitAt())) {
          states.add(FetchState.newBuilder(known).setNextVisitAt(when).build());
        }
      }
    } else if (frontier.admits(link.kind(), states.size())) {
      fresh++;
      int depth = link.kind() == FetchKind.SITEMAP ? depthBelow(FetchKind.SITEMAP) : 0;
      add(url, link.kind(), depth);
    }
  }

  /** Sitemaps list all of a site; its home page is no article whoever looks. */
  private boolean isArticle(CanonicalUrl url) {
    return !url.pathAndQuery().equals("/") && visit.outlet().mayBeArticle(url);
  }

  private int depthBelow(FetchKind kind) {
    return visit.before().getKind() == kind ? visit.before().getDepth() + 1 : 0;
  }

  private void add(CanonicalUrl url, FetchKind kind, int depth) {
    FetchState state = FetchStates.unvisited(visit.outlet().host(), url, kind, visit.at());
    state.setDepth(depth);
    states.add(state);
  }

  /**
   * The page after this one is for links that this one had too little room for: a page not seen
   * yet, where anything here was new; one seen before, where everything was.
   */
  private void goOn(String next) throws Refused {
    int depth = visit.before().getDepth() + 1;
    if (next == null || fresh == 0 || depth >= config.sources().pagesPerListing()) {
      return;
    }
    CanonicalUrl url = CanonicalUrl.addressOf(next);
    FetchState known = frontier.get(url.toString());
    if (!visit.outlet().owns(url) || !seen.add(url.toString())) {
      return;
    }
    if (known == null && frontier.admits(visit.before().getKind(), states.size())) {
      add(url, visit.before().getKind(), depth);
    } else if (known != null && known.getDepth() > 0 && familiar == 0) {
      states.add(FetchState.newBuilder(known).setNextVisitAt(visit.at()).build());
    }
  }

  /** A date in the future says nothing, least of all that there is something to see already. */
  private boolean changedSince(FetchState known, Instant modified) {
    return modified != null
        && known.getLastFetchedAt() != null
        && (known.getKind() == FetchKind.ARTICLE || known.getKind() == FetchKind.SITEMAP)
        && modified.isAfter(known.getLastFetchedAt())
        && !modified.isAfter(visit.at());
  }

  /** Why a part of the list was left, where that says something about the list. */
  private Reason left(Links links) {
    boolean sitemap = visit.before().getKind() == FetchKind.SITEMAP;
    if (links.limit() != null || !sitemap) {
      return links.limit();
    }
    return offSite > 0 ? Reason.SITEMAP_OFFSITE : unusable > 0 ? Reason.URL_INVALID : null;
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
