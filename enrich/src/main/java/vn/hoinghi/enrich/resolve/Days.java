package vn.hoinghi.enrich.resolve;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When a conference may have been held. A written date gives one range of days; one without a year
 * ({@code XXXX-12-21}), or with a year that was only guessed from term or text, gives a range in
 * each year that term or publication leave open.
 *
 * @param ranges possible ranges, oldest first; none where nothing is known
 */
record Days(List<Range> ranges, boolean yearless) {
  static final Days UNKNOWN = new Days(List.of(), false);
  private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final Pattern FULL = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern YEARLESS = Pattern.compile("XXXX-\\d{2}-\\d{2}");
  private static final Pattern TERM = Pattern.compile("(\\d{4})\\s*-\\s*(\\d{4})");
  private static final Pattern PUBLISHED = Pattern.compile("\\d{4}-");
  private static final int ISO_DAY = 10;
  private static final int REPORTED_WITHIN = 2;
  private static final int OPEN_YEARS = 12;

  /** Days since the epoch, both ends included. */
  record Range(int first, int last) {
    int gap(Range other) {
      return Math.max(first, other.first) - Math.min(last, other.last);
    }
  }

  static Days of(Member member) {
    String start = member.mention().getStartDate();
    String end = member.mention().getEndDate();
    if (start == null) {
      return UNKNOWN;
    }
    String from = member.mention().getYearInferredFrom();
    boolean certain = from == null || from.equals("publication");
    if (certain && FULL.matcher(start).matches()) {
      return full(start, end == null || !FULL.matcher(end).matches() ? start : end);
    }
    boolean day = FULL.matcher(start).matches() || YEARLESS.matcher(start).matches();
    return day ? yearless(start, end, member) : UNKNOWN;
  }

  /**
   * The days on which a gathering may have been held whose report names none: a gathering is
   * reported on its day or in the next few.
   */
  static Days presumed(Member member) {
    String published = member.publishedAt();
    if (yearOfPublication(member) == 0 || published.length() < ISO_DAY) {
      return UNKNOWN;
    }
    String day = published.substring(0, ISO_DAY);
    Days last = FULL.matcher(day).matches() ? full(day, day) : UNKNOWN;
    if (last.isUnknown()) {
      return UNKNOWN;
    }
    int of = last.ranges.get(0).last;
    return new Days(List.of(new Range(of - REPORTED_WITHIN, of)), false);
  }

  boolean isUnknown() {
    return ranges.isEmpty();
  }

  /** True where any possible day lies after the map of 34 provinces came into force. */
  boolean mayBeSince(LocalDate day) {
    return isUnknown() || ranges.get(ranges.size() - 1).last >= day.toEpochDay();
  }

  /** Smallest gap in days between possible ranges; 0 or less where they meet. */
  int gap(Days other) {
    int smallest = Integer.MAX_VALUE;
    for (Range mine : ranges) {
      for (Range theirs : other.ranges) {
        smallest = Math.min(smallest, mine.gap(theirs));
      }
    }
    return smallest;
  }

  boolean sameStart(Days other) {
    for (Range mine : ranges) {
      for (Range theirs : other.ranges) {
        if (mine.first == theirs.first) {
          return true;
        }
      }
    }
    return false;
  }

  /** The year that the page gives for its publication, or 0. */
  static int yearOfPublication(Member member) {
    String published = member.publishedAt();
    boolean dated = published != null && PUBLISHED.matcher(published).lookingAt();
    return dated ? Integer.parseInt(published.substring(0, 4)) : 0;
  }

  private static Days full(String start, String end) {
    try {
      int first = (int) LocalDate.parse(start).toEpochDay();
      int last = (int) LocalDate.parse(end).toEpochDay();
      return new Days(List.of(new Range(first, Math.max(first, last))), false);
    } catch (DateTimeException e) {
      return UNKNOWN;
    }
  }

  private static Days yearless(String start, String end, Member member) {
    int[] years = openYears(member);
    var ranges = new ArrayList<Range>();
    String last = end == null || end.length() != start.length() ? start : end;
    for (int year = years[0]; year <= years[1]; year++) {
      String prefix = Integer.toString(year);
      ranges.addAll(full(prefix + start.substring(4), prefix + last.substring(4)).ranges);
    }
    return ranges.isEmpty() ? UNKNOWN : new Days(List.copyOf(ranges), true);
  }

  /** Publication bounds the year best, then the term, then the capture. */
  private static int[] openYears(Member member) {
    int captured = Instant.ofEpochMilli(member.fetchedAt()).atZone(VIETNAM).getYear();
    int published = yearOfPublication(member);
    if (published > 0) {
      return new int[] {published - 1, published};
    }
    String term = member.mention().getTerm();
    Matcher years = term == null ? null : TERM.matcher(term);
    if (years != null && years.matches()) {
      int first = Integer.parseInt(years.group(1));
      int last = Math.min(Integer.parseInt(years.group(2)), captured);
      return new int[] {first, Math.min(last, first + OPEN_YEARS)};
    }
    return new int[] {captured - OPEN_YEARS, captured};
  }
}
