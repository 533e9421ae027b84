package vn.hoinghi.standalone.correct;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import vn.hoinghi.avro.ConferenceEvent;
import vn.hoinghi.avro.EventSource;
import vn.hoinghi.enrich.EventHeaders;
import vn.hoinghi.ingest.OnePage;
import vn.hoinghi.schemas.ContentIds;
import vn.hoinghi.schemas.Topics;
import vn.hoinghi.service.ConfigException;
import vn.hoinghi.standalone.terminal.Harmless;
import vn.hoinghi.standalone.topics.LatestValues;
import vn.hoinghi.standalone.topics.TopicReader;

/**
 * Corrections name articles, people name events and addresses. An event stands for the article that
 * its id is made of, for that is what an id lives and dies with; one that ended leads to the event
 * in which its article is now.
 */
public final class NamedArticles implements AutoCloseable {
  private static final Pattern EVENT_ID = Pattern.compile("[0-9a-f]{32}");
  private static final Pattern ARTICLE_ID = Pattern.compile("[0-9a-f]{64}");
  private static final Pattern ADDRESS = Pattern.compile("(?i)(https?://|file:).+");

  /**
   * What a name means.
   *
   * @param event null where an article was named
   */
  record Meant(String name, String articleId, ConferenceEvent event) {}

  private final TopicReader topics;
  private final LatestValues<ConferenceEvent> events;
  private final Map<String, String> redirects = new HashMap<>();

  /**
   * Reads the events as they stand now.
   *
   * @param scratch for a file needed meanwhile
   */
  public NamedArticles(TopicReader topics, Path scratch) {
    this.topics = topics;
    this.events = LatestValues.read(topics, Topics.EVENTS, scratch, this::redirect);
  }

  private void redirect(ConsumerRecord<byte[], byte[]> record) {
    String id = new String(record.key(), StandardCharsets.UTF_8);
    Header to = record.headers().lastHeader(EventHeaders.REDIRECT);
    if (record.value() == null && to != null) {
      redirects.put(id, new String(to.value(), StandardCharsets.UTF_8));
    } else {
      redirects.remove(id);
    }
  }

  /**
   * What a name means.
   *
   * @throws ConfigException where it means nothing
   */
  Meant meant(String name) {
    if (EVENT_ID.matcher(name).matches()) {
      ConferenceEvent event =
          event(name)
              .orElseThrow(
                  () ->
                      new ConfigException(
                          "no event %s: it stands neither on %s nor leads on to another"
                              .formatted(name, Topics.EVENTS.name())));
      return new Meant(name, madeOf(name, event), event);
    }
    return new Meant(name, articleId(name), null);
  }

  /** The article that an id is made of; where that has left, the one that leads there today. */
  public static String madeOf(String id, ConferenceEvent event) {
    return event.getSources().stream()
        .map(EventSource::getArticleId)
        .filter(a -> ContentIds.eventId(event.getShard(), a).equals(id))
        .findFirst()
        .orElse(event.getAnchorArticleId());
  }

  /**
   * The article of an address or of its own id.
   *
   * @throws ConfigException where it is neither
   */
  public static String articleId(String name) {
    if (ARTICLE_ID.matcher(name).matches()) {
      return name;
    }
    if (!ADDRESS.matcher(name).matches()) {
      throw new ConfigException(
          "'%s' is no address, no event id (32 hex digits), no article id (64)"
              .formatted(Harmless.line(name)));
    }
    return ContentIds.articleId(OnePage.canonical(name));
  }

  /**
   * Refuses an article that nobody has read.
   *
   * @throws ConfigException with what to do
   */
  void requireRead(Meant meant) {
    byte[] wanted = meant.articleId().getBytes(StandardCharsets.UTF_8);
    boolean[] found = {meant.event() != null};
    if (!found[0]) {
      topics.all(
          Topics.ARTICLES.name(),
          record -> found[0] |= java.util.Arrays.equals(wanted, record.key()));
    }
    if (!found[0]) {
      throw new ConfigException(
          "%s: no such article was read yet; with --ahead the correction waits for it"
              .formatted(Harmless.line(meant.name())));
    }
  }

  /** The live event that an id means today; a dead one leads on. */
  Optional<ConferenceEvent> event(String id) {
    var seen = new HashSet<String>();
    String now = id;
    while (now != null && seen.add(now)) {
      Optional<ConferenceEvent> event = events.get(now);
      if (event.isPresent()) {
        return event;
      }
      now = redirects.get(now);
    }
    // the tombstone may be compacted away: the id is still made of its article
    return holding(s -> ContentIds.eventId(s.shard(), s.articleId()).equals(id));
  }

  /** The event in which an article stands. */
  public Optional<ConferenceEvent> eventOf(String articleId) {
    return holding(s -> s.articleId().equals(articleId));
  }

  private record Standing(String shard, String articleId) {}

  private Optional<ConferenceEvent> holding(java.util.function.Predicate<Standing> wanted) {
    for (String id : events.keys()) {
      ConferenceEvent event = events.get(id).orElseThrow();
      for (EventSource source : event.getSources()) {
        if (wanted.test(new Standing(event.getShard(), source.getArticleId()))) {
          return Optional.of(event);
        }
      }
    }
    return Optional.empty();
  }

  /** The articles of an event, as far as its record names them, without one of them. */
  static List<String> others(ConferenceEvent event, String articleId) {
    var others = new ArrayList<String>();
    for (EventSource source : event.getSources()) {
      if (!source.getArticleId().equals(articleId)) {
        others.add(source.getArticleId());
      }
    }
    return others;
  }

  @Override
  public void close() {
    events.close();
  }
}
