package vn.hoinghi.enrich.mention;

import java.util.ArrayList;
import java.util.List;
import vn.hoinghi.avro.DayPart;
import vn.hoinghi.enrich.text.Rule;
import vn.hoinghi.enrich.text.Search;

/**
 * Days told by another day: by publication ("sáng nay", "hôm qua") or by the one before ("chiều
 * cùng ngày"). "Sáng nay, thứ Bảy (10-12)" is one day: what is written out counts.
 */
final class RelativeDays {
  private static final Rule APART =
      Rule.of(
          "[ ,(:-]*(?:(?:ngày|thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật|sáng|trưa|chiều|tối|tức|là|nhằm)[ ,(]{1,2}){0,4}");

  private static final int TOGETHER = 40;
  private static final int SAME = 1000;

  private final Script script;

  RelativeDays(Script script) {
    this.script = script;
  }

  List<Day> find(List<Day> written) {
    List<Day> relative = new ArrayList<>();
    int next = 0;
    for (Hit hit : script.hits(Lexicon.RELATIVE_DAYS)) {
      while (next < written.size() && written.get(next).start() < hit.end()) {
        next++;
      }
      Day after = next < written.size() ? written.get(next) : null;
      Day before = next > 0 ? written.get(next - 1) : null;
      if (after == null || !writtenOut(hit, after)) {
        Day day = day(hit, before);
        if (day != null) {
          relative.add(day);
        }
      }
    }
    return relative;
  }

  private boolean writtenOut(Hit hit, Day after) {
    int words = hit.end();
    int date = after.start();
    Search apart = script.search(APART, new Span(words, date));
    return date - words <= TOGETHER && apart.lookingAt() && apart.end() == date;
  }

  private static Day day(Hit hit, Day before) {
    DayPart part = hit.phrase().note(1).equals("-") ? null : DayPart.valueOf(hit.phrase().note(1));
    if (!hit.phrase().note(0).equals("SAME")) {
      int offset = Integer.parseInt(hit.phrase().note(0));
      return Day.relative(hit.start(), hit.end(), offset, part);
    }
    boolean told =
        before != null
            && before.role() == Day.Role.EVENT
            && !before.isRun()
            && hit.start() - before.end() < SAME;
    return told ? Day.same(hit.start(), hit.end(), before, part) : null;
  }
}
