package vn.hoinghi.enrich.resolve;

import java.util.Comparator;
import vn.hoinghi.avro.Article;
import vn.hoinghi.avro.ConferenceMention;

/**
 * What the resolver knows of one article that reports a conference. Times are milliseconds since
 * the epoch.
 *
 * @param firstIngestedAt when the article first entered the raw topic, over all its revisions
 * @param fetchedAt capture time of the newest revision
 */
public record Member(
    String articleId,
    String shard,
    String url,
    String outlet,
    String title,
    String publishedAt,
    long firstIngestedAt,
    long fetchedAt,
    String origin,
    String rulesVersion,
    Sketch sketch,
    ConferenceMention mention) {

  /** Order of the sources of an event; the first is its anchor. */
  public static final Comparator<Member> CANONICAL =
      Comparator.comparingLong(Member::firstIngestedAt).thenComparing(Member::articleId);

  /** The member that an article with a conference is. */
  public static Member of(Article a, long firstIngestedAt) {
    return new Member(
        a.getArticleId(),
        a.getShard(),
        Limits.cut(a.getUrl(), Limits.URL_CHARS),
        a.getOutlet(),
        Limits.cut(a.getTitle(), Limits.TITLE_CHARS),
        a.getPublishedAt(),
        firstIngestedAt,
        a.getFetchedAt().toEpochMilli(),
        Limits.cut(a.getOrigin(), Limits.TITLE_CHARS),
        a.getRulesVersion(),
        Sketch.of(a.getText()),
        Limits.bounded(a.getConference()));
  }

  public Member withFirstIngestedAt(long time) {
    return new Member(
        articleId,
        shard,
        url,
        outlet,
        title,
        publishedAt,
        time,
        fetchedAt,
        origin,
        rulesVersion,
        sketch,
        mention);
  }
}
