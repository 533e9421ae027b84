package vn.hoinghi.enrich;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import vn.hoinghi.avro.Article;
import vn.hoinghi.avro.ArticleOutcome;
import vn.hoinghi.avro.RawArticle;
import vn.hoinghi.avro.RawStatus;
import vn.hoinghi.enrich.resolve.Member;
import vn.hoinghi.schemas.BadRecordException;
import vn.hoinghi.schemas.ContentIds;
import vn.hoinghi.schemas.Reason;
import vn.hoinghi.schemas.TraceParent;

/**
 * Turns raw records into the newest standing of each article. Captures arrive in any order and
 * repeatedly; what counts is the newest usable one by (fetchedAt, content hash), and the earliest
 * ingestion over all of them. Joining and leaving the resolver's shards happens in the same
 * transaction as the article's own record.
 */
final class Router implements Processor<byte[], byte[], byte[], Routed> {
  static final String STORE = "articles-routed";

  private final Intake intake;
  private final GuardedReader reader;
  private final Comparator<Route> newer;
  private final Tally tally;
  private final String rulesVersion;
  private ProcessorContext<byte[], Routed> context;
  private KeyValueStore<Bytes, byte[]> routes;

  Router(
      Intake intake,
      GuardedReader reader,
      Comparator<Route> newer,
      Tally tally,
      String rulesVersion) {
    this.intake = intake;
    this.reader = reader;
    this.newer = newer;
    this.tally = tally;
    this.rulesVersion = rulesVersion;
  }

  @Override
  public void init(ProcessorContext<byte[], Routed> context) {
    this.context = context;
    this.routes = context.getStateStore(STORE);
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    tally.raw();
    try {
      route(intake.accept(record.key(), record.value(), record.timestamp()), record);
    } catch (BadRecordException e) {
      tally.fault(Tally.Outcome.DEAD_LETTER, e.reason());
      var letter = DeadLetter.of(e.reason(), e.getMessage(), record.value());
      var headers =
          DeadLetterHeaders.of(
              letter, record.headers(), record.timestamp(), context.recordMetadata().orElseThrow());
      context.forward(new Record<byte[], Routed>(record.key(), letter, time(record), headers));
    }
  }

  private void route(RawArticle raw, Record<byte[], byte[]> record) {
    Bytes key = Codec.key(raw.getArticleId());
    Route known = Route.fromBytes(routes.get(key));
    Route offered = offered(raw, Route.Standing.READ);
    if (raw.getStatus() == RawStatus.GONE) {
      offered = offered(raw, Route.Standing.GONE);
    }
    if (known != null && newer.compare(offered, known) <= 0) {
      tally.outcome(Tally.Outcome.SUPERSEDED);
      earlier(key, known, raw, record);
    } else if (offered.standing() == Route.Standing.GONE) {
      tally.outcome(Tally.Outcome.WITHDRAWN);
      settle(key, known, offered, withdrawn(raw), null, record);
    } else {
      read(key, known, offered, raw, record);
    }
  }

  private void read(
      Bytes key, Route known, Route offered, RawArticle raw, Record<byte[], byte[]> record) {
    ReadPage reading;
    try {
      reading = reader.read(raw);
    } catch (BadRecordException e) {
      // It came in all the same, and that must not depend on what came before it.
      if (known == null) {
        routes.put(key, offered(raw, Route.Standing.NONE).toBytes());
      } else {
        earlier(key, known, raw, record);
      }
      throw e;
    }
    if (reading.outcome() instanceof ArticleReader.Legible legible) {
      boolean conference = reading.member() != null;
      tally.outcome(conference ? Tally.Outcome.CONFERENCE : Tally.Outcome.NOT_CONFERENCE);
      settle(key, known, offered, legible.article(), reading.member(), record);
    } else if (reading.outcome() instanceof ArticleReader.Illegible illegible) {
      tally.fault(Tally.Outcome.DROPPED, illegible.reason());
      Route dropped = offered(raw, Route.Standing.ILLEGIBLE);
      if (known == null || newer.compare(dropped, known) > 0) {
        settle(key, known, dropped, dropped(raw, illegible.reason()), null, record);
      } else {
        earlier(key, known, raw, record);
      }
    }
  }

  /** The article's new standing: its record goes out, and it joins, moves or leaves. */
  private void settle(
      Bytes key,
      Route known,
      Route offered,
      Article article,
      Member member,
      Record<byte[], byte[]> record) {
    long first = offered.firstIngestedAt();
    first = known == null ? first : Math.min(first, known.firstIngestedAt());
    String shard = member == null ? null : member.shard();
    String id = article.getArticleId();
    Instant at = article.getFetchedAt();
    forward(id, at, new Routed.Read(article), record);
    if (known != null && known.shard() != null && !known.shard().equals(shard)) {
      forward(id, at, Membership.leave(id, known.shard()), record);
    }
    if (member != null) {
      Member joining = member.withFirstIngestedAt(first);
      forward(id, at, Membership.join(joining), record);
    }
    routes.put(
        key,
        new Route(offered.fetchedAt(), offered.contentHash(), offered.standing(), first, shard)
            .toBytes());
  }

  /** An older revision changes nothing but, perhaps, when the article was first ingested. */
  private void earlier(Bytes key, Route known, RawArticle raw, Record<byte[], byte[]> record) {
    long ingestedAt = raw.getIngestedAt().toEpochMilli();
    if (ingestedAt >= known.firstIngestedAt()) {
      return;
    }
    routes.put(key, known.withFirstIngestedAt(ingestedAt).toBytes());
    if (known.shard() != null) {
      forward(
          raw.getArticleId(),
          raw.getFetchedAt(),
          Membership.earlier(raw.getArticleId(), known.shard(), ingestedAt),
          record);
    }
  }

  private Article withdrawn(RawArticle raw) {
    return bare(raw).setOutcome(ArticleOutcome.WITHDRAWN).build();
  }

  private Article dropped(RawArticle raw, Reason reason) {
    return bare(raw).setOutcome(ArticleOutcome.DROPPED).setReason(reason.name()).build();
  }

  private Article.Builder bare(RawArticle raw) {
    return Article.newBuilder()
        .setArticleId(raw.getArticleId())
        .setUrl(raw.getUrl())
        .setOutlet(raw.getOutlet())
        .setFetchedAt(raw.getFetchedAt())
        .setIngestedAt(raw.getIngestedAt())
        .setContentHash(ContentIds.contentHash(raw))
        .setRulesVersion(rulesVersion);
  }

  private static Route offered(RawArticle raw, Route.Standing standing) {
    return new Route(
        raw.getFetchedAt().toEpochMilli(),
        ContentIds.contentHash(raw),
        standing,
        raw.getIngestedAt().toEpochMilli(),
        null);
  }

  /** Headers of strangers end here, but for a trace. */
  private void forward(
      String articleId, Instant fetchedAt, Routed value, Record<byte[], byte[]> record) {
    byte[] key = articleId.getBytes(StandardCharsets.UTF_8);
    Headers headers = new RecordHeaders();
    TraceParent.put(headers, TraceParent.in(record.headers(), articleId, fetchedAt));
    if (value instanceof Routed.Read read) {
      Occurrences.article(read.article(), time(record)).onto(headers, read.article());
    }
    context.forward(new Record<byte[], Routed>(key, value, time(record), headers));
  }

  private static long time(Record<byte[], byte[]> record) {
    return Math.max(0, record.timestamp());
  }

  @Override
  public void close() {
    reader.close();
  }
}
