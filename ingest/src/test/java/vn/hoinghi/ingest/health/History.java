package vn.hoinghi.ingest.health;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import vn.hoinghi.avro.FetchKind;
import vn.hoinghi.avro.FetchOutcome;
import vn.hoinghi.avro.FetchResult;
import vn.hoinghi.avro.HealthStatus;
import vn.hoinghi.avro.SourceHealth;
import vn.hoinghi.schemas.Reason;

/**
 * An invented outlet over weeks: its feed is read every other hour, and on each day articles come,
 * soon after the feed that names them. Told to a judge in the order of time; what the judge
 * publishes is kept.
 */
final class History {
  static final String HOST = "bao.example";
  static final Set<String> ALL_FIELDS = ArticleFacts.FIELDS;
  private static final ZoneOffset VIETNAM = ZoneOffset.ofHours(7);

  final List<SourceHealth> told = new ArrayList<>();
  final List<FetchOutcome> outcomes = new ArrayList<>();
  final List<ArticleFacts> articles = new ArrayList<>();
  private final Random random;
  private OutletJudge judge;
  private LocalDate day;
  private int number;
  private Set<String> fields = ALL_FIELDS;

  History(String firstDay) {
    this(firstDay, 1);
  }

  History(String firstDay, long seed) {
    day = LocalDate.parse(firstDay);
    random = new Random(seed);
  }

  /** How many articles come on a day of the week (1 is Monday). */
  interface Habit extends IntUnaryOperator {}

  static final Habit DAILY = weekday -> 12;
  static final Habit WEEKDAYS = weekday -> weekday <= DayOfWeek.FRIDAY.getValue() ? 8 : 0;
  static final Habit NEVER = weekday -> 0;

  History days(int count, Habit habit) {
    for (int i = 0; i < count; i++) {
      day(habit.applyAsInt(day.getDayOfWeek().getValue()));
    }
    return this;
  }

  /** Days on which the number of articles is drawn, so many on average. */
  History chance(int count, double mean) {
    for (int i = 0; i < count; i++) {
      int articles = 0;
      for (double left = Math.exp(-mean), p = random.nextDouble(); p > left; articles++) {
        p *= random.nextDouble();
      }
      day(articles);
    }
    return this;
  }

  /** A day with articles spread over its working hours, 7 to 19. */
  History day(int count) {
    Instant midnight = day.atStartOfDay().toInstant(VIETNAM);
    int done = 0;
    for (int hour = 0; hour < 24; hour++) {
      Instant at = midnight.plus(Duration.ofHours(hour));
      if (hour % 2 == 0) {
        tell(outcome("/rss", at, FetchResult.LISTED, FetchKind.FEED, null, 200));
      }
      int due = hour < 7 ? 0 : Math.min(count, (int) Math.ceil(count * (hour - 6) / 12.0));
      for (; done < due; done++) {
        article(at.plusSeconds(60 + done));
      }
    }
    day = day.plusDays(1);
    return this;
  }

  /** From now on articles have these fields only. */
  History with(Set<String> found) {
    fields = Set.copyOf(found);
    return this;
  }

  History without(String... gone) {
    return with(
        ALL_FIELDS.stream().filter(f -> !Set.of(gone).contains(f)).collect(Collectors.toSet()));
  }

  private void article(Instant at) {
    String url = "/" + number++ + ".html";
    FetchOutcome published = outcome(url, at, FetchResult.PUBLISHED, FetchKind.ARTICLE, null, 200);
    published.setFirst(true);
    tell(published);
    tell(new ArticleFacts(HOST, "id" + url, at, fields));
  }

  /** For so many hours each attempt, two an hour, ends like this. */
  History failing(int hours, Reason reason, Integer status) {
    Instant midnight = day.atStartOfDay().toInstant(VIETNAM);
    FetchResult result =
        reason == Reason.ROBOTS_DISALLOWED ? FetchResult.REFUSED : FetchResult.FAILED;
    for (int hour = 0; hour < hours; hour++) {
      Instant at = midnight.plus(Duration.ofHours(hour));
      tell(outcome("/rss", at, result, FetchKind.FEED, reason, status));
      tell(outcome("/1.html", at.plusSeconds(60), result, FetchKind.ARTICLE, reason, status));
    }
    day = day.plusDays((hours + 23) / 24);
    return this;
  }

  /** A crawl that is not there for so long. */
  History away(int days) {
    day = day.plusDays(days);
    return this;
  }

  static FetchOutcome outcome(
      String path, Instant at, FetchResult result, FetchKind kind, Reason reason, Integer status) {
    return FetchOutcome.newBuilder()
        .setHost(HOST)
        .setUrl("https://" + HOST + path)
        .setAt(at)
        .setResult(result)
        .setKind(kind)
        .setReason(reason == null ? null : reason.name())
        .setStatus(status)
        .build();
  }

  History tell(FetchOutcome outcome) {
    if (judge == null) {
      judge = OutletJudge.beginning(outcome, HealthRules.defaults());
    }
    outcomes.add(outcome);
    judge.take(outcome).ifPresent(told::add);
    return this;
  }

  History tell(ArticleFacts facts) {
    articles.add(facts);
    judge.take(facts).ifPresent(told::add);
    return this;
  }

  /** Another judge takes over from the last record that was published. */
  History takenOver() {
    SourceHealth last = told.get(told.size() - 1);
    judge = OutletJudge.goingOn(last, HealthRules.defaults());
    List.copyOf(outcomes).forEach(o -> judge.take(o).ifPresent(told::add));
    List.copyOf(articles).forEach(a -> judge.take(a).ifPresent(told::add));
    return this;
  }

  SourceHealth now() {
    return judge.now();
  }

  HealthStatus status() {
    return judge.now().getStatus();
  }

  Instant midnight() {
    return day.atStartOfDay().toInstant(VIETNAM);
  }

  /** Every status in turn. */
  List<HealthStatus> changes() {
    return told.stream()
        .filter(t -> t.getAt().equals(t.getSince()))
        .map(SourceHealth::getStatus)
        .toList();
  }

  /** How long after this moment the status came to be what it is. */
  Duration noticedAfter(Instant from) {
    return Duration.between(from, judge.now().getSince());
  }
}
