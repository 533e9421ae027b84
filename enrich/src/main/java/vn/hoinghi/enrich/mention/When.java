package vn.hoinghi.enrich.mention;

import java.time.LocalDate;
import java.util.List;
import vn.hoinghi.avro.ConferenceMention;
import vn.hoinghi.enrich.text.Rule;
import vn.hoinghi.enrich.text.Search;

/**
 * The days of a gathering: the day in its own clause, widened by a run of days that includes it
 * ("diễn ra trong hai ngày 11 và 12/6") or by a closing report's length ("sau 2 ngày làm việc,
 * chiều 10/5"). A year that is not written is inferred, and it is said from what.
 */
final class When {
  private static final Rule LENGTH =
      Rule.of(
          "(?<!\\p{L})sau (?:hơn |gần )?(\\d{1,2}|một|hai|ba|bốn|năm)(?: (rưỡi))? ?ngày( rưỡi)? ");

  private static final int LONGEST_DAYS = 12;
  private static final int LEAD_SENTENCES = 8;

  private final Script script;
  private final LocalDate published;
  private final int latest;
  private final Findings findings;

  When(Script script, LocalDate published, int latest, Findings findings) {
    this.script = script;
    this.latest = latest;
    this.published = published;
    this.findings = findings;
  }

  /** The day told of the gathering, or null. */
  static Day dayOf(Gathering gathering, List<Gathering> all) {
    if (gathering.day() != null) {
      return gathering.day();
    }
    for (Gathering other : all) {
      boolean held = other.tense() == Gathering.Tense.HELD && other.score() > 4;
      if (held && other.day() != null && other.verb() != null) {
        return other.day();
      }
    }
    return null;
  }

  void read(Day day, Gathering gathering, ConferenceMention mention) {
    if (day == null) {
      return;
    }
    if (day.part() != null) {
      mention.setDayPart(day.part());
      findings.add("dayPart", lead(day), day.end(), "day-part");
    }
    if (day.isRelative()) {
      relative(day, mention);
      return;
    }
    int year = year(day, gathering, mention);
    Day run = day.isRun() ? day : runIncluding(day);
    if (run != null) {
      set("startDate", edtf(year, run.month(), run.day()), run, "run-of-days", mention);
      set("endDate", edtf(year, run.lastMonth(), run.lastDay()), run, "run-of-days", mention);
    } else if (!closing(day, year, mention)) {
      set("startDate", edtf(year, day.month(), day.day()), day, "day-of-gathering", mention);
    }
  }

  /** Start of the words that tell the part of the day, a few before the date itself. */
  private int lead(Day day) {
    int from = Math.max(0, day.start() - 24);
    int best = day.start();
    for (String word : List.of("sáng", "trưa", "chiều", "tối", "đêm")) {
      int at = script.folded().lastIndexOf(word, day.start());
      best = at >= from && at < day.start() ? Math.min(best, at) : best;
    }
    return best;
  }

  private void relative(Day day, ConferenceMention mention) {
    if (published == null) {
      return;
    }
    set(
        "startDate",
        published.plusDays(day.offset()).toString(),
        day,
        "day-from-publication",
        mention);
    mention.setYearInferredFrom("publication");
    findings.add("yearInferredFrom", day.start(), day.end(), "year-from-publication");
  }

  private void set(String field, String value, Day day, String rule, ConferenceMention mention) {
    if (field.equals("startDate")) {
      mention.setStartDate(value);
    } else {
      mention.setEndDate(value);
    }
    findings.add(field, day.start(), day.end(), rule);
  }

  private Day runIncluding(Day day) {
    List<Span> sentences = script.sentences();
    int end = sentences.get(Math.min(LEAD_SENTENCES, sentences.size() - 1)).end();
    for (Day run : script.days()) {
      boolean near = run.start() < end && run.isRun() && run.role() == Day.Role.EVENT;
      if (near && run.includes(day.month(), day.day()) && length(run) <= LONGEST_DAYS) {
        return run;
      }
    }
    return null;
  }

  private static int length(Day run) {
    return (run.lastMonth() - run.month()) * 30 + run.lastDay() - run.day() + 1;
  }

  /** "Sau hai ngày làm việc, chiều 12/6, Đại hội đã bế mạc": the day is the last one. */
  private boolean closing(Day day, int year, ConferenceMention mention) {
    Span sentence = script.sentenceAt(day.start());
    Search matcher = script.search(LENGTH, sentence);
    if (!matcher.find()) {
      return false;
    }
    int days =
        number(matcher.group(1)) + (matcher.group(2) != null || matcher.group(3) != null ? 1 : 0);
    if (days < 2 || days > LONGEST_DAYS) {
      return false;
    }
    int anyLeapYear = 2000;
    LocalDate last = LocalDate.of(year == 0 ? anyLeapYear : year, day.month(), day.day());
    LocalDate first = last.minusDays(days - 1L);
    mention.setStartDate(edtf(year, first.getMonthValue(), first.getDayOfMonth()));
    mention.setEndDate(edtf(year, last.getMonthValue(), last.getDayOfMonth()));
    findings.add("startDate", matcher.start(), matcher.end(), "closing-day-less-length");
    findings.add("endDate", day.start(), day.end(), "closing-day");
    return true;
  }

  private static int number(String word) {
    return switch (word) {
      case "một" -> 1;
      case "hai" -> 2;
      case "ba" -> 3;
      case "bốn" -> 4;
      case "năm" -> 5;
      default -> Integer.parseInt(word);
    };
  }

  private int year(Day day, Gathering gathering, ConferenceMention mention) {
    if (day.year() != 0) {
      return day.year();
    }
    InferredYear inferred =
        new YearInference(script, published, latest).of(day, gathering, mention);
    if (inferred == null) {
      return 0;
    }
    mention.setYearInferredFrom(inferred.from());
    Span where = inferred.where() == null ? new Span(day.start(), day.end()) : inferred.where();
    findings.add("yearInferredFrom", where, "year-from-" + inferred.from());
    return inferred.year();
  }

  private static String edtf(int year, int month, int day) {
    String head = year == 0 ? "XXXX" : String.valueOf(10_000 + year).substring(1);
    return head + '-' + twoDigits(month) + '-' + twoDigits(day);
  }

  private static String twoDigits(int number) {
    return number < 10 ? "0" + number : String.valueOf(number);
  }
}
