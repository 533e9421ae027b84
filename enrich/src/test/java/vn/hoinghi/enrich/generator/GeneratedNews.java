package vn.hoinghi.enrich.generator;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import vn.hoinghi.avro.ConferenceDocument;
import vn.hoinghi.avro.ConferenceMention;
import vn.hoinghi.avro.ConferenceType;
import vn.hoinghi.avro.Count;
import vn.hoinghi.avro.DayPart;
import vn.hoinghi.avro.Format;
import vn.hoinghi.avro.Level;
import vn.hoinghi.avro.Part;
import vn.hoinghi.avro.Person;
import vn.hoinghi.avro.Place;
import vn.hoinghi.avro.Qualifier;
import vn.hoinghi.enrich.resolve.Member;
import vn.hoinghi.enrich.resolve.Sketch;
import vn.hoinghi.schemas.ContentIds;
import vn.hoinghi.schemas.TrustedRecords;

/**
 * No labelled set is large enough to show what resolving costs after fifteen years, or how well it
 * goes where thousands of look-alikes stand about. This makes reports of invented conferences, in
 * the order in which they would have come in, with the gaps, slips, reprints and twins that real
 * ones have (rates.csv). The same seed gives the same news, the first n of it whatever the total.
 */
public final class GeneratedNews implements Iterator<GeneratedNews.Report> {
  /** One report, the number of the conference that it is about, and what it says of it. */
  public record Report(int conference, Member member, String text) {}

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final LocalDate FIRST_DAY = LocalDate.of(2010, 7, 1);
  private static final long DAY_MILLIS = 86_400_000L;
  private static final ZoneOffset VIETNAM = ZoneOffset.ofHours(7);
  private static final int OUTLETS = 250;

  private final SplittableRandom random;
  private final Country country = new Country();
  private final int perDay;
  private final int articles;
  private final PriorityQueue<Report> waiting =
      new PriorityQueue<>(
          Comparator.comparingLong((Report r) -> r.member().firstIngestedAt())
              .thenComparing(r -> r.member().articleId()));
  private long sketchNanos;
  private LocalDate day = FIRST_DAY;
  private int conferences;
  private int written;
  private int given;

  /**
   * @param articles how many reports there are in all
   * @param perDay how many conferences a day; 75 fill fifteen years with a million reports
   */
  public GeneratedNews(long seed, int articles, int perDay) {
    this.random = new SplittableRandom(seed);
    this.articles = articles;
    this.perDay = perDay;
    TrustedRecords.trust();
  }

  @Override
  public boolean hasNext() {
    return given < articles;
  }

  @Override
  public Report next() {
    if (!hasNext()) {
      throw new NoSuchElementException("all " + articles + " are given");
    }
    while (waiting.isEmpty() || waiting.peek().member().firstIngestedAt() >= millis(day)) {
      aDayPasses();
    }
    given++;
    return waiting.remove();
  }

  private void aDayPasses() {
    for (int i = 0; i < perDay; i++) {
      Conference held = Conference.drawn(conferences++, day, country, random);
      report(held);
      if (Rates.happens("twin", random)) {
        Conference twin = held.twin(conferences++, country, random);
        if (twin != null) {
          report(twin);
        }
      }
    }
    day = day.plusDays(1);
  }

  private void report(Conference held) {
    var texts = new ArrayList<String>();
    for (int left = reports(); left > 0; left--) {
      boolean reprint = !texts.isEmpty() && Rates.happens("reprint", random);
      String text =
          reprint
              ? Wording.reprint(Country.pick(texts, random), random)
              : Wording.text(held.headline(random), facts(held), held.words(), random);
      texts.add(text);
      waiting.add(new Report(held.number(), member(held, text), text));
    }
  }

  private int reports() {
    int at = random.nextInt(1000);
    if ((at -= Rates.of("size-1")) < 0) {
      return 1;
    }
    if ((at -= Rates.of("size-2")) < 0) {
      return 2;
    }
    if ((at -= Rates.of("size-3")) < 0) {
      return 3;
    }
    return at - Rates.of("size-4") < 0 ? 4 + random.nextInt(5) : 9 + random.nextInt(32);
  }

  private static List<String> facts(Conference held) {
    var facts = new ArrayList<>(held.people());
    facts.add(held.body().name());
    held.documents().forEach(d -> facts.add(d.getTitle()));
    return facts;
  }

  private Member member(Conference held, String text) {
    String url = "https://bao" + random.nextInt(OUTLETS) + ".example/" + written++;
    long lag = (long) (Math.pow(random.nextDouble(), 3) * 3 * DAY_MILLIS);
    long ingested = millis(held.day()) + DAY_MILLIS / 3 + lag;
    return new Member(
        ContentIds.articleId(url),
        "vn",
        url,
        url.substring(8, url.indexOf('/', 8)),
        text.substring(0, text.indexOf('\n')),
        Rates.happens("no-publication-day", random) ? null : published(ingested),
        ingested,
        ingested,
        null,
        "generated",
        sketch(text),
        mention(held));
  }

  private Sketch sketch(String text) {
    long start = THREADS.getCurrentThreadCpuTime();
    Sketch sketch = Sketch.of(text);
    sketchNanos += THREADS.getCurrentThreadCpuTime() - start;
    return sketch;
  }

  /** CPU time spent so far on sketches of the reports' texts, which the router would make. */
  public long sketchNanos() {
    return sketchNanos;
  }

  private ConferenceMention mention(Conference held) {
    var told = ConferenceMention.newBuilder().setType(type(held));
    Level level = Rates.happens("wrong-level", random) ? Level.ORGANISATION : held.body().level();
    told.setLevel(level);
    place(told, held.body());
    day(told, held);
    if (!Rates.happens("no-organiser", random)) {
      told.setOrganiser(organiser(held.body()));
    }
    if (!Rates.happens("no-daypart", random)) {
      boolean wrong = Rates.happens("wrong-daypart", random);
      told.setDayPart(wrong ? DayPart.AFTERNOON : held.part());
    }
    ordinals(told, held);
    told.setDocuments(documents(held));
    if (held.isRelayed() && Rates.happens("bridge", random)) {
      fromBridgePoint(told, held);
    } else {
      told.setPersons(persons(held));
      attendees(told, held);
    }
    return told.build();
  }

  private String organiser(Country.Body body) {
    boolean wrong = Rates.happens("wrong-body", random);
    Country.Body said = wrong ? country.neighbour(body, random) : body;
    boolean loosely = Rates.happens("other-body", random);
    return (loosely ? country.looselyNamed(said, random) : said).name();
  }

  private List<ConferenceDocument> documents(Conference held) {
    if (Rates.happens("no-documents", random)) {
      return List.of();
    }
    boolean wrong = !held.documents().isEmpty() && Rates.happens("wrong-document", random);
    return wrong ? List.of(Conference.document(random.nextInt(60))) : held.documents();
  }

  private ConferenceType type(Conference held) {
    ConferenceType[] types = ConferenceType.values();
    return Rates.happens("wrong-type", random) ? types[random.nextInt(types.length)] : held.type();
  }

  private void place(ConferenceMention.Builder told, Country.Body body) {
    if (body.level() == Level.CENTRAL || Rates.happens("no-province", random)) {
      return;
    }
    told.setProvince(body.province());
    if (body.district() != null && !Rates.happens("no-district", random)) {
      told.setPlace(new Place(body.district(), body.commune(), null));
    }
  }

  private void day(ConferenceMention.Builder told, Conference held) {
    if (Rates.happens("undated", random)) {
      return;
    }
    LocalDate said = held.day().plusDays(random.nextInt(held.days()));
    if (Rates.happens("wrong-day", random)) {
      boolean nextTo = Rates.happens("wrong-day-is-next", random);
      said = said.plusDays(nextTo ? (random.nextBoolean() ? 1 : -1) : random.nextInt(20) - 10L);
    }
    if (Rates.happens("yearless", random)) {
      told.setStartDate("XXXX" + said.toString().substring(4));
      return;
    }
    told.setStartDate(said.toString());
    boolean whole = held.days() > 1 && random.nextInt(3) == 0;
    if (whole) {
      told.setStartDate(held.day().toString());
      told.setEndDate(held.day().plusDays(held.days() - 1L).toString());
    }
  }

  private void ordinals(ConferenceMention.Builder told, Conference held) {
    if (held.numbered() > 0 && !Rates.happens("no-ordinal", random)) {
      int said = held.numbered() + (Rates.happens("wrong-ordinal", random) ? 1 : 0);
      if (held.type() == ConferenceType.PLENUM) {
        told.setPlenumOrdinal(said);
      } else {
        told.setCongressOrdinal(said);
      }
    }
    if (held.numbered() > 0 && !Rates.happens("no-term", random)) {
      told.setTerm(held.term());
    }
  }

  private List<Person> persons(Conference held) {
    var named = new ArrayList<Person>();
    int chair = Rates.happens("wrong-chair", random) ? held.people().size() - 1 : 0;
    for (int i = 0; i < held.people().size(); i++) {
      if (Rates.happens(i == chair ? "chair" : "person", random)) {
        Part part = i == chair ? Part.CHAIR : Part.ATTENDEE;
        named.add(new Person(held.people().get(i), List.of(), List.of(), part));
      }
    }
    return named;
  }

  /**
   * A place that listened in tells of its own hall: its people and count, and one of the others.
   */
  private void fromBridgePoint(ConferenceMention.Builder told, Conference held) {
    var named = new ArrayList<Person>();
    for (int i = random.nextInt(3); i > 0; i--) {
      named.add(new Person(Country.name(random), List.of(), List.of(), Part.ATTENDEE));
    }
    if (Rates.happens("person", random)) {
      String name = Country.pick(held.people(), random);
      named.add(new Person(name, List.of(), List.of(), Part.SPEAKER));
    }
    told.setPersons(named);
    told.setFormat(Format.ONLINE);
    if (!Rates.happens("no-attendees", random)) {
      told.setAttendees(new Count(20 + random.nextInt(300), Qualifier.EXACT));
    }
  }

  private void attendees(ConferenceMention.Builder told, Conference held) {
    if (Rates.happens("no-attendees", random)) {
      return;
    }
    int said = held.attendees();
    Qualifier how = Qualifier.EXACT;
    if (Rates.happens("other-attendees", random)) {
      said = said * 9 / 10;
    } else if (Rates.happens("rounded-attendees", random)) {
      said = said / 10 * 10;
      how = Qualifier.OVER;
    }
    told.setAttendees(new Count(said, how));
  }

  private static String published(long ingested) {
    return Instant.ofEpochMilli(ingested).atOffset(VIETNAM).toLocalDate().toString();
  }

  private static long millis(LocalDate day) {
    return day.atStartOfDay(VIETNAM).toInstant().toEpochMilli();
  }
}
