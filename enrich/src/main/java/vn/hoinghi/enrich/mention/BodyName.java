package vn.hoinghi.enrich.mention;

import java.util.Set;
import vn.hoinghi.enrich.text.Rule;
import vn.hoinghi.enrich.text.Search;

/**
 * How far the name of a body reaches. Nothing marks its end but the words of a sentence that goes
 * on: verbs, days, "lần thứ". A name that holds words of a clause is none.
 */
final class BodyName {
  /** What stands between a name and the verb after it. */
  private static final Rule TAIL =
      Rule.of(
          "[ ,-]{0,9}(?<!\\p{L})(?:đã phải|đã|gồm .{0,300}|vừa|sẽ|cũng|long trọng|trọng thể|trang trọng|tại [^,]{1,60}|chính thức|chủ trì|phối hợp(?: với)?.{0,300}|"
              + "và|(?<!(?:ban|các|cục|vụ|(?<!hải )phòng) )tổ chức(?!\\p{L}).{0,300}|tiếp tục|\\(.{0,300}|hôm (?:nay|qua).{0,300}|(?:sáng|chiều|tối) (?:nay|qua).{0,300}|"
              + "(?:hôm |ngày |sáng |chiều |tối )\\d.{0,300}|long trọng|đồng loạt|đang|phối hợp)[ ,-]{0,9}$");

  private static final Rule CLAUSE =
      Rule.of(
          "(?<!\\p{L})(?:nơi|khi|bởi|được|đã|nêu|quyết định|phát biểu|cho biết|vì|nhưng|mà|chở|bên cạnh|"
              + "tại|trong khi|ông|bà|đồng chí|từng|thì|cho rằng|sẽ|nhấn mạnh|về việc)(?!\\p{L})");

  /** Where a name ends. */
  private static final Rule STOP =
      Rule.of(
          "[,;:()\"]|(?<!(?<!\\p{L})(?:tp|tx|t|ư))\\.(?!\\p{L})|(?<!\\p{L})(?:lần thứ|khóa|nhiệm kỳ|đã|vừa|sẽ|tổ chức|họp|bầu|diễn ra|khai mạc|"
              + "bế mạc|được|với|để|về|tiến hành|công bố|thảo luận|bàn|sơ kết|tổng kết|đánh giá|kiểm điểm|góp ý|nghe|tại|hôm|ngày|"
              + "sáng|chiều|có|là|và triển khai|thống nhất|thông qua|cho|chính thức|xem xét|thành công|trang trọng|"
              + "cùng|do|diễn|mở|lần|học tập|quán triệt|long trọng|trong|vào|vừa|đang|sau|theo|nhằm|cũng|bàn giao|"
              + "báo cáo|trình bày|phát biểu|nhấn mạnh|yêu cầu|cho biết|đề nghị|phối hợp|thay mặt|trao|tặng|ra mắt|"
              + "tập trung|khẳng định|chủ trì|đăng cai)(?!\\p{L})");

  /** Heads that name nobody alone. */
  private static final Set<String> BARE =
      Set.of(
          "ủy ban",
          "hội đồng",
          "công ty",
          "phường",
          "trường",
          "trung tâm",
          "hội thảo",
          "cuộc",
          "tỉnh",
          "huyện",
          "quận",
          "thị xã",
          "thành phố");

  private static final int LONGEST = 300;
  private static final int SHORTEST = 4;
  private static final int MOST_TAILS = 3;

  private final Script script;

  BodyName(Script script) {
    this.script = script;
  }

  /** The name that begins here and ends where its sentence goes on, or null. */
  Span from(int start, Span sentence) {
    Search stop = script.search(STOP, new Span(start, sentence.end()));
    int end = stop.find() ? stop.start() : sentence.end();
    while (end > start && script.folded().charAt(end - 1) == ' ') {
      end--;
    }
    return name(start, end);
  }

  /** The name that begins here and ends before a verb, or null. */
  Span between(int start, int verb) {
    String folded = script.folded().substring(start, Math.min(verb, start + LONGEST));
    int end = folded.length();
    boolean more = true;
    for (int i = 0; i < MOST_TAILS && more; i++) {
      Search tail = TAIL.in(folded.substring(0, end));
      more = tail.find();
      end = more ? tail.start() : end;
    }
    while (end > 0 && " ,-".indexOf(folded.charAt(end - 1)) >= 0) {
      end--;
    }
    return name(start, start + end);
  }

  /** A name holds no words of a clause: "nơi diễn ra" is none. */
  Span sane(Span name) {
    return name == null || script.search(CLAUSE, name).find() ? null : name;
  }

  private Span name(int start, int end) {
    boolean named =
        end - start >= SHORTEST && !BARE.contains(script.folded().substring(start, end));
    return named ? new Span(start, end) : null;
  }
}
