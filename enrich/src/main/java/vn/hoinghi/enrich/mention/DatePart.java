package vn.hoinghi.enrich.mention;

/**
 * One number of a date.
 *
 * @param month 0 where it has none of its own
 * @param year 0 likewise
 * @param spelled whether "tháng" stands in it
 * @param open whether it is a date only if another one follows
 * @param loose whether it is written "5 - 3", which may be two numbers
 * @param to what joins it to the next, null at the last one
 */
record DatePart(
    int start,
    int end,
    int day,
    int month,
    int year,
    boolean spelled,
    boolean open,
    boolean loose,
    String to) {

  Day.Point point() {
    return new Day.Point(year, month, day);
  }

  DatePart following(DatePart next) {
    int ownMonth = month == 0 ? next.month : month;
    boolean turns = month > next.month && next.year != 0;
    int ownYear = year != 0 || month == 0 ? year : turns ? next.year - 1 : next.year;
    ownYear = month == 0 ? next.year : ownYear;
    return new DatePart(
        start,
        end,
        day,
        ownMonth,
        ownYear,
        spelled || next.spelled,
        false,
        loose || next.loose,
        to);
  }
}
