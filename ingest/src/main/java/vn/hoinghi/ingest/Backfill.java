package vn.hoinghi.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import vn.hoinghi.avro.ImportState;
import vn.hoinghi.schemas.ContentIds;
import vn.hoinghi.schemas.TrustedRecords;
import vn.hoinghi.service.ConfigException;
import vn.hoinghi.service.KafkaConfig;

/**
 * Imports archives into a running cluster, beside what the crawler brings. Articles and the place
 * behind them become visible together, so an import that was killed goes on where it was, without
 * loss or repetition; a second process with the same import fences the first.
 */
public final class Backfill {
  private static final int IDENTITY_BYTES = 512;

  /** Told how an import comes along; what it throws ends it. */
  public interface Listener {
    /**
     * Called often.
     *
     * @param waitingFor what the import waits for, in words; empty where it goes on
     */
    void at(ImportState state, String waitingFor);

    /**
     * All lists are read.
     *
     * @param addresses in the range
     * @param undated that were left, since nobody says when they changed
     * @param offSite that were left, since they are another site's
     */
    default void listed(long addresses, long undated, long offSite) {}

    /** An entry came to nothing. */
    void failed(Attempt attempt);
  }

  private final KafkaConfig kafka;
  private final CrawlConfig crawl;
  private final String group;
  private final long mostLag;
  private final boolean again;
  private final InstantSource clock = InstantSource.system();

  /**
   * @param crawl limits and guards for what archives hold
   * @param group that reads raw articles, which the import stays close to
   * @param mostLag raw articles that may stand unread before more are added; 0 for any number
   * @param again whether to begin anew, whatever was imported before
   */
  public Backfill(KafkaConfig kafka, CrawlConfig crawl, String group, long mostLag, boolean again) {
    TrustedRecords.trust();
    this.kafka = kafka;
    this.crawl = crawl;
    this.group = group;
    this.mostLag = mostLag;
    this.again = again;
  }

  /** What is imported, from some place on. */
  private interface Origin {
    Source from(Capture.Mark start, Instant startedAt);
  }

  /**
   * Imports a web archive to its end; at once where that was done before.
   *
   * @throws ConfigException where the file cannot be read
   */
  public ImportState archive(Path file, Listener listener) {
    String id = identity("warc", file);
    return run(
        id,
        file.toString(),
        file.toFile().length(),
        captures(
            (start, startedAt) -> new WarcSource(file, start, WarcSource.pages(crawl, startedAt)),
            listener),
        listener);
  }

  /**
   * Imports a folder of pages; its order is that of its manifest, or of its paths. A folder whose
   * pages or manifest have changed since is another import.
   *
   * @throws ConfigException where folder or manifest are not there
   */
  public ImportState folder(Path dir, Path manifestOrNull, Listener listener) {
    FolderSource source = FolderSource.of(dir, manifestOrNull);
    return run(
        ContentIds.articleId(
            "folder\n" + dir.toAbsolutePath().normalize() + "\n" + source.fingerprint()),
        dir.toString(),
        null,
        captures((start, startedAt) -> () -> numbered(source, start.position()), listener),
        listener);
  }

  private static Work captures(Origin origin, Listener listener) {
    return (ledger, throttle) -> pass(origin, ledger, throttle, listener);
  }

  private static Stream<Capture> numbered(FolderSource source, long done) {
    var at = new long[] {done};
    return source.captures().skip(done).map(each -> each.in(null, new Capture.Mark(++at[0], 0)));
  }

  /**
   * Has the addresses of a sitemap, and of the sitemaps it leads to, asked for by whoever crawls
   * their site; returns when each has its outcome.
   *
   * @param web what is opened for reading the sitemaps themselves
   * @param undatedToo whether addresses without a lastmod are taken where a range was given
   * @throws ConfigException where the address is none
   */
  public ImportState sitemap(
      String url, DayRange range, boolean undatedToo, WebOptions web, Listener listener) {
    CanonicalUrl start = address(url);
    String what = start + "\n" + range + "\n" + undatedToo;
    return run(
        ContentIds.articleId("sitemap\n" + what),
        start.toString(),
        null,
        (ledger, throttle) ->
            new SitemapImport(kafka, web.openedIn(crawl), ledger, throttle, listener)
                .run(start, range, undatedToo),
        listener);
  }

  private static CanonicalUrl address(String url) {
    try {
      return CanonicalUrl.addressOf(url);
    } catch (Refused e) {
      throw new ConfigException("--sitemap " + url + " is no address: " + e.getMessage(), e);
    }
  }

  /** What an import does between its beginning and its end. */
  private interface Work {
    /** Returns whether nothing is left to do. */
    boolean pass(ImportLedger ledger, Throttle throttle);
  }

  private ImportState run(String id, String input, Long end, Work work, Listener listener) {
    var producer =
        new KafkaProducer<>(
            RawProducer.transactionalSettings(kafka, "hoinghi-import-" + id.substring(0, 16)),
            new StringSerializer(),
            new ByteArraySerializer());
    try (var throttle = new Throttle(kafka, group, mostLag)) {
      producer.initTransactions(); // from here on nobody else writes to this import
      ImportState before = again ? null : ImportPositions.of(kafka, id);
      if (before != null && before.getFinished() && !hasGrown(before, end)) {
        producer.close();
        return before;
      }
      ImportState begin = before == null ? unbegun(id, input) : before;
      begin = ImportState.newBuilder(begin).setEnd(end).setFinished(false).build();
      var ledger = new ImportLedger(producer, kafka.schemaIds(), begin, clock);
      try (ledger) {
        if (work.pass(ledger, throttle)) {
          ledger.finish();
        }
        listener.at(ledger.state(), "");
      }
      return ledger.state();
    }
  }

  private static boolean pass(
      Origin origin, ImportLedger ledger, Throttle throttle, Listener listener) {
    ImportState begin = ledger.state();
    var start = new Capture.Mark(begin.getPosition(), begin.getWithin());
    try (Stream<Capture> captures = origin.from(start, begin.getStartedAt()).captures()) {
      captures.forEachOrdered(
          each -> {
            if (each.failed() != null) {
              listener.failed(each.attempt());
            }
            if (ledger.add(each)) {
              listener.at(ledger.state(), "");
              throttle.await(words -> listener.at(ledger.state(), words));
            }
          });
    }
    return true;
  }

  /** A file that was being written is read on from where it ended. */
  private static boolean hasGrown(ImportState before, Long end) {
    return end != null && before.getEnd() != null && end > before.getEnd();
  }

  private ImportState unbegun(String id, String input) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return ImportState.newBuilder()
        .setImportId(id)
        .setInput(input)
        .setStartedAt(now)
        .setAt(now)
        .build();
  }

  /** Kind, place and first bytes: another file under the same name is another import. */
  private static String identity(String kind, Path file) {
    byte[] head = {};
    if (Files.isRegularFile(file)) {
      try (InputStream in = Files.newInputStream(file)) {
        head = in.readNBytes(IDENTITY_BYTES);
      } catch (IOException e) {
        // told by the import itself
      }
    }
    return ContentIds.articleId(
        kind + "\n" + file.toAbsolutePath().normalize() + "\n" + HexFormat.of().formatHex(head));
  }
}
