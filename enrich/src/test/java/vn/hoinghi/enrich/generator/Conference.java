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
  private static final int TWIN_ATTEMPTS = 20;

  /** A body holds one congress in a term of office: who has had it meets for a review. */
  static Conference drawn(int number, LocalDate day, Country country, SplittableRandom random) {
    ConferenceType type = TYPES[random.nextInt(TYPES.length)];
    Country.Body body = country.body(random);
    int ordinal = ordinal(type, body, day, country);
    boolean again = type == ConferenceType.CONGRESS && ordinal == 0;
    ConferenceType held = again ? ConferenceType.REVIEW : type;
    return of(number, held, body, ordinal, day, country, random);
  }

  /**
   * Another one of this type, that day, in that province; null where all bodies looked at have had
   * their congress.
   */
  Conference twin(int number, Country country, SplittableRandom random) {
    for (int attempt = 0; attempt < TWIN_ATTEMPTS; attempt++) {
      Country.Body other = country.beside(body, random);
      int ordinal = ordinal(type, other, day, country);
      if (ordinal > 0 || type != ConferenceType.CONGRESS) {
        return of(number, type, other, ordinal, day, country, random);
      }
    }
    return null;
  }

  /** A body's plenums are numbered from one in every term, its congresses through the terms. */
  private static int ordinal(
      ConferenceType type, Country.Body body, LocalDate day, Country country) {
    if (type != ConferenceType.PLENUM && type != ConferenceType.CONGRESS) {
      return 0;
    }
    int term = day.getYear() / TERM;
    int session = country.session(body, type.name(), term);
    if (type == ConferenceType.PLENUM) {
      return session;
    }
    return session > 1 ? 0 : 10 + Math.floorMod(body.seat().hashCode(), 5) + term - 400;
  }

  private static Conference of(
      int number,
      ConferenceType type,
      Country.Body body,
      int numbered,
      LocalDate day,
      Country country,
      SplittableRandom random) {
    boolean congress = type == ConferenceType.CONGRESS;
    List<String> people = present(body, day.getYear() / TERM, country, random);
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
