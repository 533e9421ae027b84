package vn.hoinghi.standalone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import vn.hoinghi.avro.Article;
import vn.hoinghi.avro.ArticleOutcome;
import vn.hoinghi.avro.ConferenceEvent;
import vn.hoinghi.avro.Correction;
import vn.hoinghi.avro.RawArticle;
import vn.hoinghi.avro.RawStatus;
import vn.hoinghi.content.PageReader;
import vn.hoinghi.enrich.ArticleReader;
import vn.hoinghi.enrich.WebArticleReader;
import vn.hoinghi.enrich.mention.MentionReader;
import vn.hoinghi.enrich.outlet.OutletRegistry;
import vn.hoinghi.enrich.resolve.Corrections;
import vn.hoinghi.enrich.resolve.Member;
import vn.hoinghi.enrich.resolve.Resolver;
import vn.hoinghi.schemas.ContentIds;
import vn.hoinghi.schemas.TrustedRecords;

/** Invented reports as raw articles, and what must come of them by the plain functions alone. */
final class TestNews {
  static {
    TrustedRecords.trust();
  }

  private TestNews() {}

  /** The reader that ships. */
  static ArticleReader reader() {
    return new WebArticleReader(
        PageReader.standard(), MentionReader.standard(), OutletRegistry.standard());
  }

  /**
   * So many reports, the same for the same seed; every sixth is captured again with other words or
   * withdrawn, and captures, ingestion and arrival have nothing to do with each other.
   */
  static List<RawArticle> of(Path dir, int size, long seed) throws IOException {
    Path folder = dir.resolve("news-" + seed);
    InventedNews.write(folder, size, seed);
    var random = new Random(seed);
    var records = new ArrayList<RawArticle>();
    for (String line : Files.readAllLines(folder.resolve("manifest.jsonl"))) {
      JsonNode entry = new ObjectMapper().readTree(line);
      byte[] text = Files.readAllBytes(folder.resolve(entry.get("file").asText()));
      RawArticle raw = raw(entry, ByteBuffer.wrap(text), random);
      records.add(raw);
      int fate = random.nextInt(12);
      if (fate == 0) {
        records.add(later(raw, random.nextInt(90) - 30).setStatus(RawStatus.GONE).build());
      } else if (fate == 1) {
        records.add(later(raw, random.nextInt(90) - 30).setMediaType("text/markdown").build());
      }
    }
    return records;
  }

  private static RawArticle raw(JsonNode entry, ByteBuffer text, Random random) {
    String url = entry.get("url").asText();
    Instant at = Instant.parse(entry.get("fetched_at").asText());
    return RawArticle.newBuilder()
        .setArticleId(ContentIds.articleId(url))
        .setUrl(url)
        .setOutlet(url.substring(8, url.indexOf('/', 8)))
        .setFetchedAt(at)
        .setIngestedAt(at.plusSeconds(60L * random.nextInt(10)))
        .setMediaType("text/plain")
        .setPublishedHint(entry.get("published").asText())
        .setBody(text)
        .build();
  }

  private static RawArticle.Builder later(RawArticle raw, int minutes) {
    return RawArticle.newBuilder(raw)
        .setFetchedAt(raw.getFetchedAt().plusSeconds(60L * minutes))
        .setIngestedAt(raw.getIngestedAt().plusSeconds(60L * minutes));
  }

  /** The records in an order of their own, every tenth of them twice. */
  static List<RawArticle> shuffled(List<RawArticle> records, long seed) {
    var random = new Random(seed);
    var shuffled = new ArrayList<>(records);
    for (int i = 0; i < records.size() / 10; i++) {
      shuffled.add(records.get(random.nextInt(records.size())));
    }
    Collections.shuffle(shuffled, random);
    return shuffled;
  }

  /** The events by the plain functions: no Kafka, no stores, no order. */
  static List<ConferenceEvent> events(List<RawArticle> records) {
    return events(records, List.of());
  }

  /** The same with what people say of them. */
  static List<ConferenceEvent> events(List<RawArticle> records, List<Correction> corrections) {
    Map<String, List<RawArticle>> articles = new HashMap<>();
    records.forEach(
        r -> articles.computeIfAbsent(r.getArticleId(), id -> new ArrayList<>()).add(r));
    ArticleReader reader = reader();
    var members = new ArrayList<Member>();
    for (List<RawArticle> revisions : articles.values()) {
      long first =
          revisions.stream().mapToLong(r -> r.getIngestedAt().toEpochMilli()).min().orElseThrow();
      RawArticle newest =
          Collections.max(
              revisions,
              java.util.Comparator.comparing(RawArticle::getFetchedAt)
                  .thenComparing(ContentIds::contentHash));
      if (newest.getStatus() == RawStatus.FETCHED) {
        Article article = ((ArticleReader.Legible) reader.read(newest)).article();
        if (article.getOutcome() == ArticleOutcome.CONFERENCE) {
          members.add(Member.of(article, first));
        }
      }
    }
    return Resolver.resolve(members, Corrections.of(corrections));
  }
}
