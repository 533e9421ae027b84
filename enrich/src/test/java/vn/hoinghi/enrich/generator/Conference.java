package vn.hoinghi.enrich.generator;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import vn.hoinghi.avro.ConferenceDocument;
import vn.hoinghi.avro.ConferenceType;
import vn.hoinghi.avro.DayPart;
import vn.hoinghi.avro.Level;

/**
 * What really happened, in a generated country.
 *
 * @param days how many days it lasted
 * @param numbered ordinal of the plenum or congress, 0 for other types
 * @param people those present, the chair first
 * @param words what its reports alone speak of
 */
record Conference(
    int number,
    ConferenceType type,
    Country.Body body,
    LocalDate day,
    int days,
    DayPart part,
    int numbered,
    int attendees,
    List<ConferenceDocument> documents,
    List<String> people,
    List<String> words) {
  private static final ConferenceType[] TYPES = {
    ConferenceType.STUDY,
    ConferenceType.STUDY,
    ConferenceType.PLENUM,
    ConferenceType.REVIEW,
    ConferenceType.REVIEW,
    ConferenceType.CONGRESS,
    ConferenceType.TRAINING,
    ConferenceType.OTHER
  };
  private static final int TERM = 5;
  private static final int LEADERS = 10;
  private static final int OWN_HEADS = 4;

  static Conference drawn(int number, LocalDate day, Country country, SplittableRandom random) {
    return of(
        number, TYPES[random.nextInt(TYPES.length)], country.body(random), day, country, random);
  }

  /** Another one of this type, that day, in that province. */
  Conference twin(int number, Country country, SplittableRandom random) {
    return of(number, type, country.beside(body, random), day, country, random);
  }

  private static Conference of(
      int number,
      ConferenceType type,
      Country.Body body,
      LocalDate day,
      Country country,
      SplittableRandom random) {
    boolean congress = type == ConferenceType.CONGRESS;
    List<String> people = present(body, day.getYear() / TERM, country, random);
    int months = (day.getYear() % TERM) * 12 + day.getMonthValue();
    int numbered =
        congress
            ? 10 + body.seat().hashCode() % 5 + day.getYear() / TERM - 400
            : type == ConferenceType.PLENUM ? 1 + months / 3 : 0;
    return new Conference(
        number,
        type,
        body,
        day,
        congress ? 1 + random.nextInt(3) : 1,
        random.nextInt(3) > 0 ? DayPart.MORNING : DayPart.AFTERNOON,
        numbered,
        30 + random.nextInt(30) * 15 + random.nextInt(12),
        documents(type, day, random),
        people.stream().distinct().toList(),
        Wording.ownWords(random));
  }

  /** The chair is the body's own head or a leader of its seat; leaders of the seat come too. */
  private static List<String> present(
      Country.Body body, int term, Country country, SplittableRandom random) {
    List<String> leaders = country.people(body.seat(), term, LEADERS);
    List<String> own = country.people(body.seat() + body.name(), term, OWN_HEADS);
    var people = new ArrayList<String>();
    people.add(
        Rates.happens("chaired-by-leader", random)
            ? leaders.get(random.nextInt(3))
            : Country.pick(own, random));
    for (int i = random.nextInt(3); i > 0; i--) {
      people.add(Country.pick(leaders, random));
    }
    for (int i = random.nextInt(3); i > 0; i--) {
      people.add(Country.pick(own, random));
    }
    for (int i = random.nextInt(4); i > 0; i--) {
      people.add(Country.name(random));
    }
    return people;
  }

  /** Everybody studies the same few documents at a time. */
  private static List<ConferenceDocument> documents(
      ConferenceType type, LocalDate day, SplittableRandom random) {
    if (type != ConferenceType.STUDY && random.nextInt(4) > 0) {
      return List.of();
    }
    return List.of(document(day.getYear() * 2 % 60 + random.nextInt(4)));
  }

  static ConferenceDocument document(int number) {
    return new ConferenceDocument("Nghị quyết", number + "-NQ/TW", "Nghị quyết số " + number);
  }

  /** Whether lower bodies listened in at bridge points. */
  boolean isRelayed() {
    boolean upper = body.level() == Level.CENTRAL || body.level() == Level.PROVINCE;
    return upper && type != ConferenceType.PLENUM && type != ConferenceType.CONGRESS;
  }

  String term() {
    int first = day.getYear() / TERM * TERM;
    return first + "-" + (first + TERM);
  }

  String headline(SplittableRandom random) {
    String what =
        switch (type) {
          case STUDY -> "học tập, quán triệt nghị quyết";
          case PLENUM -> "hội nghị lần thứ " + numbered;
          case CONGRESS -> "đại hội lần thứ " + numbered;
          case REVIEW -> "tổng kết công tác năm";
          case TRAINING -> "tập huấn nghiệp vụ";
          default -> "hội nghị chuyên đề";
        };
    return random.nextInt(3) > 0
        ? body.name() + " " + what + " " + words.get(random.nextInt(4))
        : what
            + ": "
            + words.get(random.nextInt(words.size()))
            + ' '
            + words.get(random.nextInt(words.size()));
  }
}
