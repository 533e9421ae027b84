package vn.hoinghi.standalone.explain;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import vn.hoinghi.avro.Article;
import vn.hoinghi.avro.ConferenceEvent;
import vn.hoinghi.avro.EventSource;
import vn.hoinghi.enrich.Newest;
import vn.hoinghi.enrich.ReadingDesk;
import vn.hoinghi.enrich.resolve.Corrections;
import vn.hoinghi.enrich.resolve.Member;
import vn.hoinghi.ingest.OnePage;
import vn.hoinghi.schemas.Topics;
import vn.hoinghi.service.KafkaConfig;
import vn.hoinghi.standalone.correct.CorrectionBook;
import vn.hoinghi.standalone.correct.CorrectionLine;
import vn.hoinghi.standalone.correct.NamedArticles;
import vn.hoinghi.standalone.topics.LatestValues;
import vn.hoinghi.standalone.topics.Scratch;
import vn.hoinghi.standalone.topics.TopicReader;

/** Where the articles to explain are read. */
final class ExplainSources {
  private ExplainSources() {}

  /**
   * Pages of a folder, read in this process with the rules of now.
   *
   * @param manifest or null for the folder's own, or all its pages
   * @param outlets registry of outlets, or null
   * @param corrections lines of JSON, or null
   */
  static KnownArticles folder(Path dir, Path manifest, Path outlets, Path corrections) {
    try (var desk = ReadingDesk.of(outlets)) {
      var newest = new Newest(desk);
      Map<String, String> ids = new HashMap<>();
      OnePage.folder(
          dir,
          manifest,
          (id, page) -> {
            if (page.raw() != null) {
              newest.add(page.raw());
              ids.put(page.url(), page.raw().getArticleId());
              ids.put(page.url().replaceFirst("^file:", ""), page.raw().getArticleId());
              ids.put(id, page.raw().getArticleId());
            }
          });
      var known = new KnownArticles(newest::article);
      if (corrections != null) {
        known.corrected(Corrections.of(CorrectionLine.read(corrections, name -> id(ids, name))));
      }
      newest.members(known::add);
      ids.forEach(known::name);
      return known;
    }
  }

  private static String id(Map<String, String> ids, String name) {
    return ids.containsKey(name) ? ids.get(name) : NamedArticles.articleId(name);
  }

  /**
   * The newest revisions on the articles topic as they stand now, and all corrections. When an
   * article was first ingested, over all its revisions, stands with the events only.
   *
   * @param then gets the articles; they are gone when it returns
   */
  static void topic(KafkaConfig kafka, Consumer<KnownArticles> then) {
    try (var scratch = Scratch.open();
        var topics = TopicReader.of(kafka);
        var articles = LatestValues.read(topics, Topics.ARTICLES, scratch.path());
        var events = LatestValues.read(topics, Topics.EVENTS, scratch.path())) {
      var known = new KnownArticles(articles::get).corrected(CorrectionBook.read(topics).set());
      Map<String, Long> ingested = firstIngested(events);
      for (String id : articles.keys()) {
        Article article = articles.get(id).orElseThrow();
        if (article.getConference() != null) {
          long own = article.getIngestedAt().toEpochMilli();
          known.add(Member.of(article, ingested.getOrDefault(id, own)));
        }
      }
      then.accept(known);
    }
  }

  private static Map<String, Long> firstIngested(LatestValues<ConferenceEvent> events) {
    Map<String, Long> times = new HashMap<>();
    for (String id : events.keys()) {
      for (EventSource source : events.get(id).orElseThrow().getSources()) {
        times.put(source.getArticleId(), source.getFirstIngestedAt().toEpochMilli());
      }
    }
    return times;
  }
}
