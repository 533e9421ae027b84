package vn.hoinghi.enrich;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.hoinghi.avro.Article;
import vn.hoinghi.avro.ArticleOutcome;
import vn.hoinghi.avro.ConferenceEvent;
import vn.hoinghi.avro.Correction;
import vn.hoinghi.avro.RawArticle;
import vn.hoinghi.avro.RawStatus;
import vn.hoinghi.enrich.resolve.Corrections;
import vn.hoinghi.enrich.resolve.Member;
import vn.hoinghi.enrich.resolve.Resolver;
import vn.hoinghi.schemas.ContentIds;

/**
 * The plain answer: all records in one list, no Kafka, no stores, no order. Of each article the
 * newest readable or withdrawn revision counts, and the earliest ingestion of all.
 */
final class Oracle {
  private static final Comparator<RawArticle> REVISIONS =
      Comparator.comparing(RawArticle::getFetchedAt).thenComparing(ContentIds::contentHash);

  private Oracle() {}

  static List<ConferenceEvent> events(List<RawArticle> records) {
    return Resolver.resolve(members(records));
  }

  static List<ConferenceEvent> events(List<RawArticle> records, List<Correction> corrections) {
    return Resolver.resolve(members(records), Corrections.of(corrections));
  }

  static List<Member> members(List<RawArticle> records) {
    Map<String, List<RawArticle>> articles = new HashMap<>();
    records.forEach(
        r -> articles.computeIfAbsent(r.getArticleId(), id -> new ArrayList<>()).add(r));
    var members = new ArrayList<Member>();
    for (List<RawArticle> revisions : articles.values()) {
      long first =
          revisions.stream().mapToLong(r -> r.getIngestedAt().toEpochMilli()).min().orElseThrow();
      revisions.stream()
          .filter(r -> r.getStatus() == RawStatus.GONE || readable(r))
          .max(REVISIONS)
          .filter(r -> r.getStatus() == RawStatus.FETCHED)
          .map(Oracle::read)
          .filter(a -> a.getOutcome() == ArticleOutcome.CONFERENCE)
          .ifPresent(a -> members.add(Member.of(a, first)));
    }
    return members;
  }

  private static boolean readable(RawArticle raw) {
    return raw.getBody().get(0) != '!';
  }

  private static Article read(RawArticle raw) {
    return ((ArticleReader.Legible) new ScriptedReader().read(raw)).article();
  }
}
