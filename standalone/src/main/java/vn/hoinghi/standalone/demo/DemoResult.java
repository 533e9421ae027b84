package vn.hoinghi.standalone.demo;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import vn.hoinghi.avro.Article;
import vn.hoinghi.avro.ConferenceEvent;
import vn.hoinghi.schemas.Topics;
import vn.hoinghi.service.KafkaConfig;
import vn.hoinghi.standalone.topics.LatestValues;
import vn.hoinghi.standalone.topics.TopicReader;

/**
 * What the demonstration came to.
 *
 * @param events live events, by date
 * @param captured URLs of all articles
 */
record DemoResult(List<ConferenceEvent> events, Set<String> captured) {
  private static final Comparator<ConferenceEvent> BY_DATE =
      Comparator.comparing((ConferenceEvent e) -> Objects.requireNonNullElse(e.getStartDate(), "~"))
          .thenComparing(ConferenceEvent::getEventId);

  static DemoResult read(KafkaConfig kafka, Path scratch) {
    try (var topics = TopicReader.of(kafka);
        var articles = LatestValues.read(topics, Topics.ARTICLES, scratch);
        var events = LatestValues.read(topics, Topics.EVENTS, scratch)) {
      Set<String> captured = new HashSet<>();
      articles.keys().forEach(id -> articles.get(id).map(Article::getUrl).ifPresent(captured::add));
      return new DemoResult(
          events.keys().stream().flatMap(id -> events.get(id).stream()).sorted(BY_DATE).toList(),
          captured);
    }
  }

  /** Where it differs from what the pages report. */
  List<String> differences() {
    return DemoTruth.load().differences(events, captured);
  }
}
