package vn.hoinghi.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import vn.hoinghi.avro.FetchKind;
import vn.hoinghi.schemas.Reason;

/**
 * Finds what a site lists its articles in, from its home page and its robots.txt: the feeds it
 * declares, the sitemaps of robots.txt, its sections; and the usual places for either that nobody
 * names. All of it belongs to the origin at which the home page answered.
 */
final class Discovery {
  /** Nobody was reached, so nothing was found out. */
  private static final Set<Reason> NOT_REACHED =
      Set.of(
          Reason.FETCH_DNS,
          Reason.FETCH_CONNECT,
          Reason.FETCH_TLS,
          Reason.FETCH_DEADLINE,
          Reason.FETCH_BLOCKED_ADDRESS,
          Reason.ROBOTS_UNAVAILABLE);

  private final Visit visit;
  private final CrawlConfig config;
  private final Function<CanonicalUrl, List<String>> sitemapsOfRobots;

  Discovery(
      Visit visit, CrawlConfig config, Function<CanonicalUrl, List<String>> sitemapsOfRobots) {
    this.visit = visit;
    this.config = config;
    this.sitemapsOfRobots = sitemapsOfRobots;
  }

  /** Whether the page is one to discover from, though it failed for this reason. */
  boolean begins(Reason reason) {
    return isHome() && !NOT_REACHED.contains(reason);
  }

  /** The links of a listing page; of a home page all that is discovered too. */
  Links read() throws Refused {
    Fetched fetched = visit.fetched();
    boolean home = isHome();
    ListingPage reader =
        home
            ? ListingPage.home(visit.outlet(), config.sources().sectionsPerSite())
            : ListingPage.of(visit.outlet());
    Links links = reader.read(fetched.body(), fetched.finalUrl(), fetched.charset());
    if (!home) {
      return links;
    }
    var found = new ArrayList<>(links.found());
    boolean fed = found.stream().anyMatch(link -> link.kind() == FetchKind.FEED);
    found.addAll(0, untold(fed));
    return new Links(List.copyOf(found), links.dropped(), links.limit(), links.next());
  }

  /** What there is to try where the home page says nothing. */
  List<Links.Link> withoutPage() {
    return untold(false);
  }

  private List<Links.Link> untold(boolean fed) {
    CanonicalUrl at = origin();
    var places = new ArrayList<Links.Link>();
    if (!fed) {
      places.addAll(whole(at, UsualPlaces.of(FetchKind.FEED)));
    }
    List<String> declared = Objects.requireNonNullElse(sitemapsOfRobots.apply(at), List.of());
    places.addAll(
        whole(
            at,
            declared.isEmpty()
                ? UsualPlaces.of(FetchKind.SITEMAP)
                : Links.to(declared, FetchKind.SITEMAP)));
    return places;
  }

  private static List<Links.Link> whole(CanonicalUrl at, List<Links.Link> places) {
    var whole = new ArrayList<Links.Link>();
    for (Links.Link place : places) {
      try {
        whole.add(new Links.Link(Links.resolve(at, place.url()), place.kind(), null));
      } catch (Refused e) {
        // robots.txt names what is no address
      }
    }
    return whole;
  }

  private boolean isHome() {
    try {
      return visit.before().getKind() == FetchKind.LISTING
          && !visit.outlet().listsAreGiven()
          && visit.before().getUrl().equals(visit.outlet().home().toString());
    } catch (Refused e) {
      return false;
    }
  }

  /** Where the site answered; a redirect to another site is none of its answers. */
  private CanonicalUrl origin() {
    CanonicalUrl last = visit.fetched().finalUrl();
    try {
      return last != null && visit.outlet().owns(last) ? last : visit.outlet().home();
    } catch (Refused e) {
      throw new IllegalStateException("the host of an outlet is checked", e);
    }
  }
}
