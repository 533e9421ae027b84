package vn.hoinghi.schemas;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import vn.hoinghi.avro.Article;
import vn.hoinghi.avro.ConferenceEvent;
import vn.hoinghi.avro.Correction;
import vn.hoinghi.avro.EventChange;
import vn.hoinghi.avro.EventStored;
import vn.hoinghi.avro.FetchOutcome;
import vn.hoinghi.avro.FetchState;
import vn.hoinghi.avro.ImportState;
import vn.hoinghi.avro.RawArticle;
import vn.hoinghi.avro.SourceHealth;

/** The one place where topics' names, keys, partitions, retention and sizes stand. */
public final class Topics {
  private static final int MIB = 1024 * 1024;
  private static final String COMPRESSION = "compression.type";
  private static final String WEEK = Long.toString(Duration.ofDays(7).toMillis());

  /** A body of 8 MiB, its headers and the record around it. */
  private static final int RAW_BYTES = 9 * MIB;

  /**
   * Raw articles: the truth everything else is computed from, so it is kept for ever and never
   * compacted.
   */
  public static final Topic<RawArticle> RAW =
      new Topic<>(
          "hoinghi.articles.raw.v1",
          "articleId",
          RawArticle.class,
          4,
          asProduced(deleted("-1", RAW_BYTES)));

  public static final Topic<Article> ARTICLES =
      new Topic<>("hoinghi.articles.v1", "articleId", Article.class, 4, compacted(4 * MIB));

  public static final Topic<ConferenceEvent> EVENTS =
      new Topic<>("hoinghi.events.v1", "eventId", ConferenceEvent.class, 4, compacted(4 * MIB));

  public static final Topic<EventChange> EVENT_CHANGES =
      new Topic<>("hoinghi.event-changes.v1", "eventId", EventChange.class, 4, deleted("-1", MIB));

  /**
   * People's corrections: kept like raw articles, for compaction would keep what came last under an
   * id, and what counts does not depend on that. Few, and in one partition read in their order.
   */
  public static final Topic<Correction> CORRECTIONS =
      new Topic<>(
          "hoinghi.corrections.v1", "correctionId", Correction.class, 1, deleted("-1", MIB));

  /**
   * What stands in the tables, told after it does: at least once, and of one event in the order of
   * storing, for its confirmations share a partition.
   */
  public static final Topic<EventStored> STORED =
      new Topic<>(
          "hoinghi.stored.v1",
          "eventId@revision",
          EventStored.class,
          4,
          deleted(Long.toString(Duration.ofDays(90).toMillis()), MIB));

  public static final Topic<FetchState> FETCH_STATE =
      new Topic<>(
          "hoinghi.fetch-state.v1",
          "host and URL hash",
          FetchState.class,
          4,
          asProduced(compacted(MIB)));

  public static final Topic<FetchOutcome> FETCH_OUTCOMES =
      new Topic<>(
          "hoinghi.fetch-outcomes.v1",
          "host",
          FetchOutcome.class,
          4,
          asProduced(deleted(Long.toString(Duration.ofDays(90).toMillis()), MIB)));

  public static final Topic<SourceHealth> SOURCE_HEALTH =
      new Topic<>("hoinghi.source-health.v1", "host", SourceHealth.class, 4, compacted(MIB));

  /** How far imports have come: few records, in one partition. */
  public static final Topic<ImportState> IMPORTS =
      new Topic<>(
          "hoinghi.imports.v1", "importId", ImportState.class, 1, asProduced(compacted(MIB)));

  private static final List<Topic<? extends SpecificRecord>> ALL =
      List.of(
          RAW,
          RAW.deadLetters(),
          ARTICLES,
          EVENTS,
          EVENTS.deadLetters(),
          EVENT_CHANGES,
          CORRECTIONS,
          CORRECTIONS.deadLetters(),
          STORED,
          FETCH_STATE,
          FETCH_OUTCOMES,
          SOURCE_HEALTH,
          IMPORTS);

  private Topics() {}

  /** Every public topic, dead letters included, in flow order. */
  public static List<Topic<? extends SpecificRecord>> all() {
    return ALL;
  }

  private static Map<String, String> deleted(String retentionMillis, int maxBytes) {
    Map<String, String> config = new LinkedHashMap<>();
    config.put("cleanup.policy", "delete");
    config.put("retention.ms", retentionMillis);
    config.put("retention.bytes", "-1");
    config.put("max.message.bytes", Integer.toString(maxBytes));
    config.put(COMPRESSION, "gzip");
    return config;
  }

  /** Late readers have a week to see a value or tombstone before it may be compacted away. */
  private static Map<String, String> compacted(int maxBytes) {
    Map<String, String> config = new LinkedHashMap<>();
    config.put("cleanup.policy", "compact");
    config.put("delete.retention.ms", WEEK);
    config.put("min.compaction.lag.ms", WEEK);
    config.put("max.message.bytes", Integer.toString(maxBytes));
    config.put(COMPRESSION, "gzip");
    return config;
  }

  /**
   * Topics that the applications write for each other: what costs the writer least. All others are
   * gzip at the broker, whoever writes them, since clients in every language read that without
   * native libraries.
   */
  private static Map<String, String> asProduced(Map<String, String> config) {
    config.put(COMPRESSION, "producer");
    return config;
  }
}
