package vn.hoinghi.enrich;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import vn.hoinghi.avro.Article;
import vn.hoinghi.avro.ArticleOutcome;
import vn.hoinghi.avro.RawArticle;
import vn.hoinghi.avro.RawStatus;
import vn.hoinghi.enrich.Route.Standing;
import vn.hoinghi.enrich.resolve.Member;
import vn.hoinghi.schemas.ContentIds;

/**
 * What the router would keep of a handful of raw records: of each article the newest usable
 * revision, and the first ingestion over all of them. In memory, for someone who looks at a folder.
 */
public final class Newest {
  private record Kept(Route route, Article article) {}

  private final ReadingDesk desk;
  private final Map<String, Kept> articles = new LinkedHashMap<>();

  public Newest(ReadingDesk desk) {
    this.desk = desk;
  }

  /** Takes one more record; the order makes no difference. */
  public void add(RawArticle raw) {
    Kept known = articles.get(raw.getArticleId());
    Kept offered = read(raw);
    boolean newer = known == null || Route.NEWER.compare(offered.route, known.route) > 0;
    Kept kept = newer ? offered : known;
    long first =
        Math.min(
            offered.route.firstIngestedAt(),
            known == null ? Long.MAX_VALUE : known.route.firstIngestedAt());
    articles.put(raw.getArticleId(), new Kept(kept.route.withFirstIngestedAt(first), kept.article));
  }

  /** The article as it stands; empty where it is not known, was withdrawn or cannot be read. */
  public Optional<Article> article(String articleId) {
    return Optional.ofNullable(articles.get(articleId)).map(Kept::article);
  }

  /** Every article that reports a conference. */
  public void members(Consumer<Member> into) {
    for (Kept kept : articles.values()) {
      Article article = kept.article;
      if (article != null && article.getOutcome() == ArticleOutcome.CONFERENCE) {
        into.accept(Member.of(article, kept.route.firstIngestedAt()));
      }
    }
  }

  private Kept read(RawArticle raw) {
    if (raw.getStatus() == RawStatus.GONE) {
      return new Kept(route(raw, Standing.GONE), null);
    }
    OneReading reading = desk.read(raw);
    if (reading.article() == null) {
      return new Kept(route(raw, reading.deadLetter() ? Standing.NONE : Standing.ILLEGIBLE), null);
    }
    return new Kept(route(raw, Standing.READ), reading.article());
  }

  private static Route route(RawArticle raw, Standing standing) {
    return new Route(
        raw.getFetchedAt().toEpochMilli(),
        ContentIds.contentHash(raw),
        standing,
        raw.getIngestedAt().toEpochMilli(),
        null);
  }
}
