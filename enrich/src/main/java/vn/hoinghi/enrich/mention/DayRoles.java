package vn.hoinghi.enrich.mention;

import vn.hoinghi.enrich.text.Rule;
import vn.hoinghi.enrich.text.Search;

/**
 * What a day is told of, by the words before it: a birth, the date of a document, a term to keep or
 * the day from which something holds, the day of a founding that is kept. Only the others can be
 * the day of a gathering.
 */
final class DayRoles {
  private static final Rule BIRTH =
      Rule.of("(?<!học |vệ |phát |thí |\\p{L})(?:sinh|sn)(?: vào)?(?: ngày)?[ :,(]{0,3}$");

  private static final Rule DOCUMENT =
      Rule.of(
          "(?:(?:[\\d-]\\p{L}{2,5}|\\d{1,4}) ?/ ?\\p{L}[\\p{L}\\d&-]{0,20}|số \\d{1,9}[^ ,.;\\n]{0,12}|ban hành|ký|quyết định"
              + "|văn bản|công văn|nghị quyết [^,.;\\n]{0,40}trung ương \\d{1,2}(?: \\(?khóa [xvi]{1,5}\\)?)?)"
              + "[ ,(]{1,3}(?:đề |ký |vào |ra )?(?:ngày )?$");

  private static final Rule DEADLINE =
      Rule.of(
          "(?<!\\p{L})(?:trước|đến|tới|đến hết|chậm nhất(?: là)?|muộn nhất(?: là)?|hạn chót|sau|hết|nay đến)"
              + "(?: ngày)? $");

  /** Something holds from a day on: a pension, a rule, an office, a count. */
  private static final Rule FROM =
      Rule.of(
          "(?:(?:kể|tính) từ|(?:(?:nghỉ hưu|nghỉ chế độ|nghỉ công tác|hiệu lực|thi hành|áp dụng|thời hạn|hưởng)"
              + "[^.;\\n]{0,40}|thực hiện[^,.;\\n]{0,40})(?<!\\p{L})từ|tính đến|có hiệu lực)(?: ngày)? $");

  private static final Rule FOUNDED =
      Rule.of(
          "(?:thành lập|ra đời|tái lập|sáp nhập|hợp nhất|khởi công|khánh thành|kết nạp(?: vào)? đảng|vào đảng)"
              + "(?: (?:từ|vào|kể từ))?(?: ngày)?[ (]{1,2}$");

  /** "Kỷ niệm ngày Thầy thuốc Việt Nam 27/2"; what is held "on the occasion" has a verb. */
  private static final Rule KEPT =
      Rule.of(
          "(?:kỷ niệm|chào mừng|ngày sinh|truyền thống|quốc khánh|quốc tế lao động|quốc tế phụ nữ|nhà giáo việt nam"
              + "|thương binh|giải phóng miền nam|(?:ngày|năm|tháng|lễ) thành lập)([^,.;\\n]{0,60})$");

  private static final Rule HELD =
      Rule.of(
          "(?<!\\p{L})(?:tổ chức|diễn ra|khai mạc|bế mạc|họp|sáng|chiều|tối|trưa|vào|hôm|mở|dự)(?!\\p{L})");

  private DayRoles() {}

  static Day.Role of(Script script, Span before) {
    if (script.endsWith(BIRTH, before)) {
      return Day.Role.BIRTH;
    }
    if (script.endsWith(DOCUMENT, before)) {
      return Day.Role.DOCUMENT;
    }
    if (script.endsWith(FOUNDED, before) || kept(script, before)) {
      return Day.Role.ANNIVERSARY;
    }
    boolean term = script.endsWith(DEADLINE, before) || script.endsWith(FROM, before);
    return term ? Day.Role.DEADLINE : Day.Role.EVENT;
  }

  private static boolean kept(Script script, Span before) {
    Search matcher = script.endOf(KEPT, before);
    return matcher.find() && !HELD.in(matcher.group(1)).find();
  }
}
