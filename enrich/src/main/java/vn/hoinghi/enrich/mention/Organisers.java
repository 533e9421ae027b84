package vn.hoinghi.enrich.mention;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who held a gathering: the body before the verb of holding ("Ngày 21/12, Ban Thường vụ Tỉnh ủy tổ
 * chức hội nghị"), between "do" and it ("do Tỉnh ủy tổ chức"), or right after the noun ("Hội nghị
 * lần thứ 3 Ban Chấp hành Đảng bộ tỉnh").
 */
final class Organisers {
  private static final Pattern TAIL =
      Pattern.compile(
          "[ ,]*(?:đã|vừa|sẽ|cũng|long trọng|trọng thể|chính thức|chủ trì|phối hợp.*|và tổ chức|"
              + "tiếp tục|\\(.*|hôm nay.*|hôm qua.*|(?:sáng|chiều|tối) (?:nay|qua).*|(?:hôm |ngày )?\\d.*)$");

  /** Words that may stand between a gathering word and the body that meets. */
  private static final Pattern SESSION =
      Pattern.compile(
          "(?: (?:đại biểu|lần thứ(?: [\\p{L}\\d]+){1,2}|thường niên|toàn thể|toàn quốc|bất thường|"
              + "của|\\(mở rộng\\)|mở rộng|khóa [\\p{L}\\d]+|nhiệm kỳ \\d{4} ?- ?\\d{4}|\\d+|,|trù bị))*+ ?");

  /** Where the name of a body ends. */
  private static final Pattern STOP =
      Pattern.compile(
          "[,.;:()\"]|(?<!\\p{L})(?:lần thứ|khóa|nhiệm kỳ|đã|vừa|sẽ|tổ chức|họp|bầu|diễn ra|khai mạc|"
              + "bế mạc|được|với|để|về|tiến hành|công bố|thảo luận|bàn|sơ kết|tổng kết|tại|hôm|ngày|"
              + "sáng|chiều|có|là|và triển khai|thống nhất|thông qua|cho|chính thức|xem xét|thành công|"
              + "cùng|do|diễn|mở|lần|học tập|quán triệt|long trọng|trong|vào|vừa|đang|sau|theo|nhằm)(?!\\p{L})");

  private final Script script;

  Organisers(Script script) {
    this.script = script;
  }

  /** The body's span, or null. */
  Span of(Hit noun, Hit verb, Span sentence) {
    Span named = null;
    if (verb != null && verb.end() <= noun.start()) {
      named = before(verb, sentence);
    } else if (verb != null && verb.is("HOLD")) {
      named = agent(noun, verb);
    }
    if (named == null) {
      named = after(noun, sentence);
    }
    return named;
  }

  /** From the first head of a body in the last clause before the verb. */
  private Span before(Hit verb, Span sentence) {
    int from = sentence.start();
    List<Hit> heads = script.hits(Lexicon.BODIES, from, verb.start());
    int end = trimmed(from, verb.start());
    Span found = null;
    for (Hit head : heads) {
      boolean samePhrase = found != null && connected(found.start(), head.start());
      if (!samePhrase && head.start() < end && !place(head)) {
        found = new Span(head.start(), end);
      }
    }
    return found;
  }

  /** Heads without a comma between them belong to one name; "A, B và C tổ chức" is one list. */
  private boolean connected(int from, int to) {
    String between = script.folded().substring(from, to);
    return between.indexOf(',') < 0
        || between.matches("(?s)(?:[^,]{1,30}, ?){1,3}")
            && !between.matches("(?s).*(?:tại|ngày|sáng|chiều|\\d).*");
  }

  /** "tại huyện Mai Sơn, ..." is a place. */
  private boolean place(Hit head) {
    String before = script.folded().substring(Math.max(0, head.start() - 8), head.start());
    return before.matches("(?s).*(?<!\\p{L})(?:tại|ở|trên|từ) $");
  }

  private int trimmed(int from, int to) {
    String folded = script.folded().substring(from, to);
    Matcher matcher = TAIL.matcher(folded);
    int end = folded.length();
    for (int i = 0; i < 3; i++) {
      matcher.region(0, end);
      if (matcher.find()) {
        end = matcher.start();
      }
    }
    while (end > 0 && " ,-".indexOf(folded.charAt(end - 1)) >= 0) {
      end--;
    }
    return from + end;
  }

  private Span agent(Hit noun, Hit verb) {
    int by = script.folded().lastIndexOf("do ", verb.start());
    if (by < noun.end()) {
      return null;
    }
    int end = trimmed(by + 3, verb.start());
    return end - by > 6 ? new Span(by + 3, end) : null;
  }

  /** "Hội nghị lần thứ 11 Ban Chấp hành Đảng bộ TP Hà Nội". */
  Span after(Hit noun, Span sentence) {
    Matcher session = script.matcher(SESSION, new Span(noun.end(), sentence.end()));
    int from = session.lookingAt() ? session.end() : noun.end();
    boolean body =
        script.hits(Lexicon.BODIES, from, Math.min(from + 60, sentence.end())).stream()
            .anyMatch(head -> head.start() - from <= 1);
    if (!body) {
      return null;
    }
    Matcher stop = script.matcher(STOP, new Span(from, sentence.end()));
    int end = stop.find() ? stop.start() : sentence.end();
    while (end > from && script.folded().charAt(end - 1) == ' ') {
      end--;
    }
    int start = script.folded().charAt(from) == ' ' ? from + 1 : from;
    return end - start >= 4 ? new Span(start, end) : null;
  }
}
