package vn.hoinghi.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import vn.hoinghi.avro.FetchKind;
import vn.hoinghi.avro.RawArticle;
import vn.hoinghi.schemas.ContentIds;
import vn.hoinghi.schemas.Reason;
import vn.hoinghi.schemas.TrustedRecords;
import vn.hoinghi.service.ConfigException;

/**
 * A single page for someone who wants to look at it, got in the way the crawler and the folder
 * import get theirs: the same limits, the same guard against addresses that are not public, the
 * same robots.txt, the same judgement of the answer. Nothing is written down. Unlike the crawler it
 * follows a redirect to another site, for whoever names a page wants to see where it leads; the
 * page then belongs to the site that answers.
 *
 * @param url canonical, or as given where it is no address
 * @param raw the page as a raw article (body, media type, charset as declared); null where it
 *     failed
 * @param failed why there is none, or null
 * @param problem the same in words, or null
 */
public record OnePage(String url, RawArticle raw, Reason failed, String problem) {
  static {
    TrustedRecords.trust();
  }

  private static final int MAX_PROBLEM_CHARS = 300;

  /**
   * Asks for a page once. Comes back within the limits of one fetch and one robots.txt per site.
   *
   * @param contact where the site's people can reach whoever asks, or null
   * @throws ConfigException where an option makes no sense
   */
  public static OnePage fetch(String url, String contact, WebOptions web, InstantSource clock) {
    CrawlConfig config = web.openedIn(CrawlConfig.ofNobody(contact));
    var guard = new AddressGuard(config.openedRanges());
    var places = HostOverrides.parse(config.resolve());
    try (var fetcher = new Fetcher(config.limits(), guard, places, config.fullUserAgent())) {
      return judged(CanonicalUrl.of(url), fetcher, config, clock);
    } catch (Refused e) {
      return refused(url, e.reason(), e.getMessage());
    }
  }

  private static OnePage judged(
      CanonicalUrl url, Fetcher fetcher, CrawlConfig config, InstantSource clock) throws Refused {
    Instant at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    var robots = new Robots(fetcher, config);
    Fetched fetched =
        fetcher.fetch(
            FetchRequest.of(url, config.limits().maxBytes()).with(hop -> robots.check(hop, at)));
    var answering = Outlet.of(fetched.finalUrl().host());
    var unknown = FetchStates.unvisited(answering.host(), url, FetchKind.ARTICLE, at);
    var visit = new Visit(answering, unknown, fetched, at, new RevisitPlan(config));
    Visited visited;
    try (var gists = new GistReader(config.revisions().parseBudget())) {
      visited = new ArticleVisit(visit, new Frontier(1), gists, false).judge();
    }
    if (visited.raw() != null) {
      return new OnePage(visited.raw().getUrl(), visited.raw(), null, null);
    }
    Reason reason = Reason.valueOf(visited.outcome().getReason());
    String problem = fetched.problem() == null ? "status " + fetched.status() : fetched.problem();
    return refused(url.toString(), reason, problem);
  }

  /** Reads a file as the folder import does: {@code .txt} is text, everything else HTML. */
  public static OnePage file(Path file) {
    try {
      Path real = file.toRealPath();
      if (!Files.isRegularFile(real)) {
        return refused(file.toString(), Reason.INPUT_MISSING, "no file " + file);
      }
      var read = FolderFiles.of(real.getParent()).unlisted(real.getFileName().toString());
      return new OnePage(read.url(), read.raw(), read.failed(), read.problem());
    } catch (NoSuchFileException e) {
      return refused(file.toString(), Reason.INPUT_MISSING, "no file " + file);
    } catch (IOException e) {
      return refused(file.toString(), Reason.INPUT_MISSING, "cannot be read: " + e);
    }
  }

  /**
   * The pages of a folder as the folder import takes them, read as the stream is consumed.
   *
   * @param manifestOrNull null takes {@code dir/manifest.jsonl} where there is one, else every page
   * @param reader gets each page with the id that the folder knows it by
   * @throws ConfigException where folder or manifest are not there
   */
  public static void folder(Path dir, Path manifestOrNull, BiConsumer<String, OnePage> reader) {
    try (Stream<Capture> captures = FolderSource.of(dir, manifestOrNull).captures()) {
      captures.forEachOrdered(
          c -> reader.accept(c.inputId(), new OnePage(c.url(), c.raw(), c.failed(), c.problem())));
    }
  }

  /** The canonical form of an address; anything that is none comes back as it is. */
  public static String canonical(String url) {
    try {
      return CanonicalUrl.of(url).toString();
    } catch (Refused e) {
      return url;
    }
  }

  /**
   * The same page as if it came from that outlet or with that time of publication; null leaves
   * either as it is.
   *
   * @param publishedHint ISO 8601
   * @throws ConfigException where the outlet is no host name
   */
  public OnePage from(String outlet, String publishedHint) {
    if (raw == null) {
      return this;
    }
    try {
      var changed = RawArticle.newBuilder(raw);
      if (outlet != null) {
        changed.setOutlet(UrlHost.of(outlet));
      }
      if (publishedHint != null) {
        changed.setPublishedHint(publishedHint);
      }
      return new OnePage(url, changed.build(), null, null);
    } catch (Refused e) {
      throw new ConfigException("no host name such as baosonla.vn: " + outlet, e);
    }
  }

  /** Key of the article, also where there is none. */
  public String articleId() {
    return ContentIds.articleId(url);
  }

  private static OnePage refused(String url, Reason reason, String problem) {
    return new OnePage(
        Text.printable(url, CanonicalUrl.MAX_CHARS),
        null,
        reason,
        Text.printable(problem, MAX_PROBLEM_CHARS));
  }
}
