package vn.hoinghi.ingest.health;

import java.util.ArrayList;
import java.util.List;
import vn.hoinghi.avro.CadenceMemory;
import vn.hoinghi.avro.DayCount;

/**
 * New articles a day over the last four weeks in which some came. A day far above the others (the
 * archive of a new outlet) counts as four usual ones.
 */
final class Days {
  private static final int DAYS = 28;
  private static final int AT_MOST = 4;

  private final List<DayCount> days;

  Days(CadenceMemory memory) {
    days = new ArrayList<>(memory.getDays());
    memory.setDays(days);
  }

  void count(long day) {
    if (days.isEmpty() || days.get(days.size() - 1).getDay() < day) {
      days.add(DayCount.newBuilder().setDay(day).build());
      days.removeIf(each -> each.getDay() <= day - DAYS);
    }
    DayCount today = days.get(days.size() - 1);
    today.setArticles(today.getArticles() + 1);
  }

  /**
   * @param firstDay when the outlet came to be known
   */
  double perDay(long firstDay) {
    if (days.isEmpty()) {
      return 0;
    }
    long last = days.get(days.size() - 1).getDay();
    long span = Math.min(DAYS, last - Math.min(firstDay, days.get(0).getDay()) + 1);
    List<Integer> counts = days.stream().map(DayCount::getArticles).sorted().toList();
    long most = (long) AT_MOST * counts.get((counts.size() - 1) / 2);
    long sum = 0;
    for (int count : counts) {
      sum += Math.min(count, most);
    }
    return (double) sum / span;
  }
}
