package vn.hoinghi.ingest;

import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import vn.hoinghi.avro.FetchKind;
import vn.hoinghi.avro.FetchState;
import vn.hoinghi.avro.ImportState;
import vn.hoinghi.schemas.Topics;
import vn.hoinghi.service.KafkaConfig;

/**
 * Pages that a sitemap names, brought in beside the crawl. Who fetched them itself would be a
 * second visitor of a site that has one, and might publish what the crawler is publishing at that
 * moment. So the addresses are handed to the site's owner, a few at a time; he visits each at the
 * site's pace and in a transaction of his own, unless he knows it. This side reads the lists, asks,
 * and waits for the outcomes. Killed at any moment, it asks again for what has none.
 */
final class SitemapImport {
  private static final int AT_ONCE = 100;
  private static final int MOST_OPEN = 1_000;
  private static final Duration SUSPICIOUS = Duration.ofSeconds(30);

  private final KafkaConfig kafka;
  private final CrawlConfig config;
  private final ImportLedger ledger;
  private final Throttle throttle;
  private final Backfill.Listener listener;
  private final InstantSource clock = InstantSource.system();
  private final List<FetchState> next = new ArrayList<>();
  private long answered = -1;
  private long answeredAt;

  SitemapImport(
      KafkaConfig kafka,
      CrawlConfig config,
      ImportLedger ledger,
      Throttle throttle,
      Backfill.Listener listener) {
    this.kafka = kafka;
    this.config = config;
    this.ledger = ledger;
    this.throttle = throttle;
    this.listener = listener;
  }

  /**
   * Returns when every address has its outcome.
   *
   * @return whether all lists could be read too
   */
  boolean run(CanonicalUrl start, DayRange range, boolean undatedToo) {
    try (AddressSpool spool = AddressSpool.open()) {
      Outlet outlet = outlet(start);
      boolean complete = read(start, outlet, range, undatedToo, spool);
      try (ImportAnswers answers = answers(outlet.host())) {
        spool.forEach(url -> ask(url, start.toString(), outlet, answers, spool.size()));
        askForGathered(answers, spool.size());
        while (answers.open() > 0) {
          await(answers, spool.size());
        }
        answers.complete();
        ledger.ask(List.of(), stand(answers, spool.size()));
      }
      return complete;
    }
  }

  private boolean read(
      CanonicalUrl start, Outlet outlet, DayRange range, boolean undatedToo, AddressSpool spool) {
    var guard = new AddressGuard(config.openedRanges());
    var places = HostOverrides.parse(config.resolve());
    try (var fetcher = new Fetcher(config.limits(), guard, places, config.fullUserAgent())) {
      var watcher =
          new SitemapTour.Watcher() {
            @Override
            public void at(int read, int known) {
              String words = String.format(Locale.ROOT, "%,d of %,d lists read", read, known);
              listener.at(ledger.state(), words);
            }

            @Override
            public void failed(Attempt attempt) {
              listener.failed(attempt);
            }
          };
      var tour = new SitemapTour(outlet, config, fetcher, range, undatedToo, clock, watcher);
      tour.walk(start, spool::add);
      listener.listed(spool.size(), tour.undated(), tour.offSite());
      return tour.complete();
    }
  }

  private ImportAnswers answers(String host) {
    ImportState state = ledger.state();
    return new ImportAnswers(
        TopicReading.consumer(kafka),
        kafka.schemaIds(),
        state.getImportId(),
        host,
        state.getStartedAt());
  }

  private void ask(String url, String foundOn, Outlet outlet, ImportAnswers answers, long total) {
    if (answers.isDone(url)) {
      return;
    }
    next.add(
        FetchState.newBuilder()
            .setHost(outlet.host())
            .setUrl(url)
            .setKind(FetchKind.ARTICLE)
            .setNextVisitAt(clock.instant().truncatedTo(ChronoUnit.MILLIS))
            .setFoundOn(foundOn)
            .setImportId(ledger.state().getImportId())
            .build());
    if (next.size() == throttle.most(AT_ONCE)) {
      askForGathered(answers, total);
    }
  }

  private void askForGathered(ImportAnswers answers, long total) {
    throttle.await(words -> listener.at(stand(answers, total), words));
    while (answers.open() > 0 && answers.open() + next.size() > throttle.most(MOST_OPEN)) {
      await(answers, total);
    }
    next.forEach(answers::asked);
    ledger.ask(records(), stand(answers, total));
    next.clear();
  }

  private List<ProducerRecord<String, byte[]>> records() {
    int partitions = Topics.FETCH_STATE.partitions();
    return new VisitRecords(0, partitions, kafka.schemaIds())
        .of(new Visited(List.of(), null, null, next, List.of()));
  }

  private void await(ImportAnswers answers, long total) {
    answers.poll();
    long now = System.nanoTime();
    if (answers.done() != answered) {
      answered = answers.done();
      answeredAt = now;
    }
    String words = "";
    if (now - answeredAt > SUSPICIOUS.toNanos()) {
      words =
          String.format(
              Locale.ROOT,
              "%,d addresses handed to the crawler, no news for %d s: does 'hoinghi ingest' or 'run'"
                  + " run?",
              answers.open(),
              Duration.ofNanos(now - answeredAt).toSeconds());
    }
    listener.at(stand(answers, total), words);
  }

  private ImportState stand(ImportAnswers answers, long total) {
    return ImportState.newBuilder(ledger.state())
        .setPosition(answers.done())
        .setEnd(Math.max(total, answers.done()))
        .setPublished(answers.published())
        .setRefused(answers.refused())
        .build();
  }

  /** As the configuration names it; else as the crawl does, by whose name its states stand. */
  private Outlet outlet(CanonicalUrl start) {
    for (Outlet configured : config.outlets()) {
      if (configured.owns(start)) {
        return configured;
      }
    }
    String bare = CanonicalUrl.bare(start.host());
    return Outlet.of(isRead("www." + bare) ? "www." + bare : bare);
  }

  /** Whether anybody reads, or has read, the lists of an outlet of this name. */
  private boolean isRead(String host) {
    try (Consumer<String, byte[]> consumer = TopicReading.consumer(kafka)) {
      var partitions = TopicReading.partitions(consumer, Topics.FETCH_STATE.name());
      int partition = FetchStates.partitionOf(host, partitions.size());
      var found = new boolean[1];
      TopicReading.all(
          consumer,
          List.of(partitions.get(partition)),
          record -> found[0] |= record.key() != null && record.key().startsWith(host + " "));
      return found[0];
    }
  }
}
