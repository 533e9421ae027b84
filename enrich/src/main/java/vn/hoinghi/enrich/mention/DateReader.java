package vn.hoinghi.enrich.mention;

import java.util.ArrayList;
import java.util.List;
import vn.hoinghi.enrich.text.Rule;
import vn.hoinghi.enrich.text.Search;

/**
 * Reads a written date that begins at a number: "21/12/2020", "21-12", "22.1", "21 tháng 12 năm
 * 2020", and several of them joined ("16 đến 18-5", "29 và 30/11", "chiều 16 và sáng 17.10"), where
 * a day takes the month and year it lacks from the next. Each place is read by hand, so the time
 * grows with the text whatever stands there.
 */
final class DateReader {
  /** Between the days of a run: a dash, a comma or "và, đến", and what may announce the next. */
  private static final Rule JOINED =
      Rule.of(
          "(?: ?[-,&] ?| (?:và|đến|tới|sang) )(?:hết )?(?:\\d{1,2} ?(?:giờ|h)(?: ?\\d{2})?(?: phút)?,? )?"
              + "(?:(?:ngày|hôm|sáng|trưa|chiều|tối|đêm|thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật)[ ,(]{1,2}){0,3}");

  private static final int MOST = 6;

  private final Script script;
  private final String folded;
  private final DatePartReader parts;

  DateReader(Script script) {
    this.script = script;
    this.folded = script.folded();
    this.parts = new DatePartReader(script);
  }

  private Search from(Rule rule, int at) {
    return script.search(rule, new Span(at, folded.length()));
  }

  /** The dates that begin at a number, in their order; empty where it begins none. */
  List<DatePart> at(int start) {
    List<DatePart> found = new ArrayList<>();
    DatePart part = parts.read(start);
    while (part != null && found.size() < MOST) {
      Search joined = from(JOINED, part.end());
      DatePart next = joined.lookingAt() ? parts.read(joined.end()) : null;
      boolean more = next != null;
      String to = more ? folded.substring(part.end(), joined.end()) : null;
      if (part.open() && !more) {
        break;
      }
      found.add(
          new DatePart(
              part.start(),
              part.end(),
              part.day(),
              part.month(),
              part.year(),
              part.spelled(),
              false,
              part.loose(),
              to));
      part = next;
    }
    while (!found.isEmpty() && found.get(found.size() - 1).month() == 0) {
      found.remove(found.size() - 1);
    }
    for (int i = found.size() - 2; i >= 0; i--) {
      found.set(i, found.get(i).following(found.get(i + 1)));
    }
    return found;
  }
}
