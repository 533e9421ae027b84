package vn.hoinghi.content;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/**
 * When the article was published. A manifest knows; else the page says so in JSON-LD, meta or time
 * elements, in a date line at the headline or below the text, or its address does. A date line
 * above the headline may be the page's clock: it does not count where it names the day of capture.
 * Days after the capture are not believed from any source.
 */
final class PublicationFinder {
  private static final int BEFORE = 6;
  private static final int BEHIND = 4;

  private final Outline page;
  private final LineKinds kinds;
  private final Capture capture;

  PublicationFinder(Outline page, LineKinds kinds, Capture capture) {
    this.page = page;
    this.kinds = kinds;
    this.capture = capture;
  }

  /** The publication, or null where nothing tells. */
  Publication find(int headline, int firstText, int endText) {
    Publication own = ofPage(headline, firstText, endText);
    Publication given =
        capture.publishedHint() == null
            ? null
            : Publication.parse(capture.publishedHint(), "manifest");
    if (given == null) {
      return own;
    }
    boolean finer =
        own != null && own.day().equals(given.day()) && own.hasTime() && !given.hasTime();
    return finer ? own : given;
  }

  private Publication ofPage(int headline, int firstText, int endText) {
    Publication declared = first(page.declared.jsonDates, "json-ld");
    declared = declared == null ? first(page.declared.metaDates, "meta") : declared;
    Publication visible = visible(headline, firstText, endText);
    if (declared != null
        && visible != null
        && isToday(declared)
        && visible.day().isBefore(declared.day())) {
      return visible; // some systems declare the hour of delivery
    }
    if (declared != null) {
      return declared;
    }
    Publication stamped = stamped(headline, endText);
    if (stamped != null) {
      return stamped;
    }
    return visible != null ? visible : ofAddress();
  }

  private Publication first(List<String> values, String from) {
    for (String value : values) {
      Publication publication = Publication.parse(value, from);
      if (publication != null && publication.isBelievable(capture.fetchedAt())) {
        return publication;
      }
    }
    return null;
  }

  private Publication stamped(int headline, int endText) {
    Publication found = null;
    for (Outline.Stamp stamp : page.stamps) {
      boolean near = stamp.block() >= headline - BEFORE && stamp.block() <= endText + BEHIND;
      if (stamp.box().aside || !(near || stamp.published())) {
        continue;
      }
      Publication publication = Publication.parse(stamp.value(), "time");
      if (publication != null && publication.isBelievable(capture.fetchedAt())) {
        if (stamp.published()) {
          return publication;
        }
        found = found == null ? publication : found;
      }
    }
    return found;
  }

  private Publication visible(int headline, int firstText, int endText) {
    Publication behindHeadline = scan(headline + 1, firstText, false);
    if (behindHeadline != null) {
      return behindHeadline;
    }
    Publication belowText = scan(endText - 2, endText + BEHIND, false);
    return belowText != null ? belowText : scan(headline - BEFORE, headline, true);
  }

  private Publication scan(int from, int to, boolean mayBeClock) {
    for (int i = Math.max(0, from); i < Math.min(to, page.blocks.size()); i++) {
      Block block = page.blocks.get(i);
      if (block.box.aside || block.hinted(Hint.TODAY) || block.mostlyLink()) {
        continue;
      }
      Publication publication = Publication.of(kinds.clock(block), "text");
      boolean believable = publication != null && publication.isBelievable(capture.fetchedAt());
      if (believable
          && !(mayBeClock && isToday(publication) && !kinds.mentions(block, Label.PUBLISHED))) {
        return publication;
      }
    }
    return null;
  }

  private boolean isToday(Publication publication) {
    return capture.fetchedAt() != null
        && !publication.day().isBefore(Publication.dayIn(capture.fetchedAt()).minusDays(1));
  }

  /** "/2021/01/22/", "/20210122/" or the time stamps that some systems put behind the slug. */
  private Publication ofAddress() {
    String url = capture.url() == null ? "" : capture.url();
    int from = Math.max(url.indexOf("://"), 0);
    for (int i = url.indexOf('/', from + 3); i >= 0 && i < url.length(); i++) {
      boolean starts = Character.isDigit(url.charAt(i)) && !Character.isDigit(url.charAt(i - 1));
      Publication publication = starts ? addressAt(url, i) : null;
      if (publication != null && publication.isBelievable(capture.fetchedAt())) {
        return publication;
      }
    }
    return null;
  }

  private static Publication addressAt(String url, int i) {
    int end = i;
    while (end < url.length() && Character.isDigit(url.charAt(end))) {
      end++;
    }
    String digits = url.substring(i, end);
    if (digits.length() == 4) {
      String tail = url.substring(i, Math.min(url.length(), i + 11)).replace('/', '-');
      return tail.length() >= 10 ? Publication.parse(tail.substring(0, 10), "url") : null;
    }
    boolean stamp = digits.length() == 8 || (digits.length() >= 14 && digits.length() <= 18);
    if (!stamp || !digits.startsWith("20")) {
      return null;
    }
    try {
      LocalDate day =
          LocalDate.of(number(digits, 0, 4), number(digits, 4, 6), number(digits, 6, 8));
      LocalTime time =
          digits.length() == 8
              ? null
              : LocalTime.of(number(digits, 8, 10), number(digits, 10, 12), number(digits, 12, 14));
      return Publication.of(new Clock(day, time), "url");
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static int number(String digits, int from, int to) {
    return Integer.parseInt(digits.substring(from, to));
  }
}
