package vn.hoinghi.enrich;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import vn.hoinghi.avro.ConferenceMention;
import vn.hoinghi.avro.Evidence;
import vn.hoinghi.avro.RawArticle;
import vn.hoinghi.avro.RawStatus;
import vn.hoinghi.enrich.generator.GeneratedNews;
import vn.hoinghi.enrich.resolve.Member;

/**
 * Generated news as raw records with a life of their own: some are captured again with other facts,
 * so that they move to another event or join two; some are withdrawn, and some of those return;
 * some turn illegible. The first half was crawled as it happened, the other half is a backfill that
 * was ingested years later or captured long before.
 */
final class GeneratedWorld {
  private static final int CONFERENCES_A_DAY = 4;
  private static final long MINUTE = 60_000;
  private static final long YEARS = 3L * 365 * 24 * 60 * MINUTE;

  private final SplittableRandom random;
  private final List<GeneratedNews.Report> reports = new ArrayList<>();
  private final List<RawArticle> records = new ArrayList<>();

  private GeneratedWorld(long seed, int articles) {
    this.random = new SplittableRandom(seed);
    new GeneratedNews(seed, articles, CONFERENCES_A_DAY).forEachRemaining(reports::add);
  }

  /** Raw records of so many articles, in no particular order. */
  static List<RawArticle> of(long seed, int articles) {
    var world = new GeneratedWorld(seed, articles);
    for (int i = 0; i < articles; i++) {
      world.article(i);
    }
    return world.records;
  }

  /** What the generator says of them, before anything changes. */
  static List<GeneratedNews.Report> reports(long seed, int articles) {
    return new GeneratedWorld(seed, articles).reports;
  }

  private void article(int number) {
    GeneratedNews.Report report = reports.get(number);
    long ingested = report.member().firstIngestedAt() + (number % 2 == 0 ? 0 : YEARS);
    add(report, report, ingested);
    int fate = random.nextInt(10);
    if (fate == 0) {
      // Now it tells of another conference, perhaps of one that others tell of too.
      add(report, reports.get(random.nextInt(reports.size())), at(ingested));
    } else if (fate == 1) {
      add(report, bridge(report), at(ingested));
    } else if (fate == 2) {
      RawArticle gone = raw(report, ByteBuffer.allocate(0), at(ingested));
      gone.setStatus(RawStatus.GONE);
      records.add(gone);
      if (random.nextBoolean()) {
        add(report, report, at(gone.getFetchedAt().toEpochMilli()));
      }
    } else if (fate == 3) {
      records.add(raw(report, Pages.word("!empty"), at(ingested)));
    }
  }

  /** A report that looks back on two days at once. */
  private static GeneratedNews.Report bridge(GeneratedNews.Report report) {
    ConferenceMention mention = ConferenceMention.newBuilder(report.member().mention()).build();
    String start = mention.getStartDate();
    if (start != null && start.matches("\\d{4}-\\d\\d-\\d\\d")) {
      mention.setEndDate(java.time.LocalDate.parse(start).plusDays(2).toString());
    }
    mention.setOrganiser(null);
    mention.setPersons(List.of());
    return new GeneratedNews.Report(
        report.conference(), withMention(report.member(), mention), report.text());
  }

  private static Member withMention(Member m, ConferenceMention mention) {
    return new Member(
        m.articleId(),
        m.shard(),
        m.url(),
        m.outlet(),
        m.title(),
        m.publishedAt(),
        m.firstIngestedAt(),
        m.fetchedAt(),
        m.origin(),
        m.rulesVersion(),
        m.sketch(),
        mention);
  }

  /** Within an hour before or after, so that ties and captures out of order are common. */
  private long at(long time) {
    return time + (random.nextInt(13) - 6) * 10L * MINUTE;
  }

  /** The article of one report, telling what another tells. */
  private void add(GeneratedNews.Report article, GeneratedNews.Report told, long ingested) {
    ConferenceMention mention = ConferenceMention.newBuilder(told.member().mention()).build();
    String text = told.text();
    mention.setEvidence(List.of(new Evidence("type", text.substring(0, 3), 0, 3, "generated")));
    records.add(raw(article, Pages.body(text, mention), ingested));
  }

  private static RawArticle raw(GeneratedNews.Report article, ByteBuffer body, long ingested) {
    RawArticle raw = Pages.raw(article.member().url(), 0, 0, body);
    raw.setFetchedAt(java.time.Instant.ofEpochMilli(ingested));
    raw.setIngestedAt(java.time.Instant.ofEpochMilli(ingested));
    return raw;
  }
}
