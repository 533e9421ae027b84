package vn.hoinghi.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import vn.hoinghi.avro.Article;
import vn.hoinghi.avro.ConferenceEvent;
import vn.hoinghi.avro.EventSource;
import vn.hoinghi.enrich.Newest;
import vn.hoinghi.enrich.ReadingDesk;
import vn.hoinghi.enrich.resolve.Member;
import vn.hoinghi.ingest.OnePage;
import vn.hoinghi.schemas.Topics;
import vn.hoinghi.service.KafkaConfig;

/** Where the articles to explain are read. */
final class ExplainSources {
  private ExplainSources() {}

  /**
   * Pages of a folder, read in this process with the rules of now.
   *
   * @param manifest or null for the folder's own, or all its pages
   * @param outlets registry of outlets, or null
   */
  static KnownArticles folder(Path dir, Path manifest, Path outlets) {
    try (var desk = ReadingDesk.of(outlets)) {
      var newest = new Newest(desk);
      Map<String, String> ids = new HashMap<>();
      OnePage.folder(
          dir,
          manifest,
          (id, page) -> {
            if (page.raw() != null) {
              newest.add(page.raw());
              ids.put(id, page.raw().getArticleId());
              ids.put(page.url().replaceFirst("^file:", ""), page.raw().getArticleId());
            }
          });
      var known = new KnownArticles(newest::article);
      newest.members(known::add);
      ids.forEach(known::name);
      return known;
    }
  }

  /**
   * The newest revisions on the articles topic as they stand now. When an article was first
   * ingested, over all its revisions, stands with the events only.
   *
   * @param then gets the articles; they are gone when it returns
   */
  static void topic(KafkaConfig kafka, Consumer<KnownArticles> then) {
    Path scratch = scratch();
    try (var topics = TopicReader.of(kafka);
        var articles = LatestValues.read(topics, Topics.ARTICLES, scratch.resolve("articles"));
        var events = LatestValues.read(topics, Topics.EVENTS, scratch.resolve("events"))) {
      var known = new KnownArticles(articles::get);
      Map<String, Long> ingested = firstIngested(events);
      for (String id : articles.keys()) {
        Article article = articles.get(id).orElseThrow();
        if (article.getConference() != null) {
          long own = article.getIngestedAt().toEpochMilli();
          known.add(Member.of(article, ingested.getOrDefault(id, own)));
        }
      }
      then.accept(known);
    } finally {
      remove(scratch);
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

  private static Path scratch() {
    try {
      return Files.createTempDirectory("hoinghi-explain");
    } catch (IOException e) {
      throw new UncheckedIOException("no room for what the topics hold", e);
    }
  }

  private static void remove(Path scratch) {
    try {
      for (String name : new String[] {"articles", "events"}) {
        Files.deleteIfExists(scratch.resolve(name));
      }
      Files.deleteIfExists(scratch);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove " + scratch, e);
    }
  }
}
