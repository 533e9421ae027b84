package vn.hoinghi.enrich.mention;

import vn.hoinghi.enrich.text.Rule;
import vn.hoinghi.enrich.text.Search;

/**
 * Who held a gathering: the body before the verb of holding ("Ngày 21/12, Ban Thường vụ Tỉnh ủy tổ
 * chức hội nghị"), between "do" and it ("do Tỉnh ủy tổ chức"), or right after the noun ("Hội nghị
 * lần thứ 3 Ban Chấp hành Đảng bộ tỉnh").
 */
final class Organisers {
  private static final Rule TAIL =
      Rule.of(
          "[ ,-]*(?<!\\p{L})(?:đã|vừa|sẽ|cũng|long trọng|trọng thể|chính thức|chủ trì|phối hợp(?: với)?.*|"
              + "và|(?<!(?:ban|các|cục|vụ|phòng) )tổ chức(?!\\p{L}).*|tiếp tục|\\(.*|hôm (?:nay|qua).*|(?:sáng|chiều|tối) (?:nay|qua).*|"
              + "(?:hôm |ngày |sáng |chiều |tối )\\d.*|long trọng|đồng loạt|đang|phối hợp)[ ,-]*$");

  private static final String NUMBER =
      "(?:[ivxl]{1,7}|\\d{1,3}|(?:hai mươi|ba mươi|mười)(?: (?:mốt|một|hai|ba|bốn|tư|lăm|năm|sáu|bảy|tám|chín))?"
          + "|nhất|hai|ba|tư|bốn|năm|sáu|bảy|tám|chín)(?!\\p{L})";

  /** Words that may stand between a gathering word and the body that meets. */
  private static final Rule SESSION =
      Rule.of(
          "(?:[ ,]{1,2}(?:đại biểu|lần (?:thứ )?"
              + NUMBER
              + "|thường niên|toàn thể|toàn quốc|bất thường|của|\\(mở rộng\\)|mở rộng|khóa "
              + NUMBER
              + "|nhiệm kỳ \\(?\\d{4} ?- ?\\d{4}\\)?|trù bị|"
              + NUMBER
              + "))*+,? ?");

  private static final Rule CLAUSE =
      Rule.of(
          "(?<!\\p{L})(?:nơi|khi|bởi|được|đã|nêu|quyết định|phát biểu|cho biết|vì|nhưng|mà|chở|bên cạnh|"
              + "tại|trong khi|ông|bà|đồng chí|từng|thì|cho rằng|sẽ|nhấn mạnh)(?!\\p{L})");

  /** "Chủ tịch UBND tỉnh chủ trì hội nghị": a person before the verb, not the body. */
  private static final Rule OFFICE =
      Rule.of(
          "(?<!\\p{L})(?:chủ tịch|bí thư|phó|trưởng|giám đốc|ông|bà|đồng chí|đ/c|bộ trưởng|thủ tướng|"
              + "chủ nhiệm|viện trưởng|chánh|thường trực ban|ủy viên|anh|chị)(?!\\p{L})");

  private static final Rule PLACE = Rule.of("^(?:và )?(?:tại|ở|trên|từ)(?!\\p{L})");

  private static final Rule TERRITORY =
      Rule.of(
          "(?:xã|phường|thị trấn|đặc khu|huyện|quận|thị xã|thành phố|tp|tỉnh)(?! (?:ủy|đoàn))(?!\\p{L})");

  /** Where the name of a body ends. */
  private static final Rule STOP =
      Rule.of(
          "[,;:()\"]|(?<!(?<!\\p{L})(?:tp|tx|t|ư))\\.(?!\\p{L})|(?<!\\p{L})(?:lần thứ|khóa|nhiệm kỳ|đã|vừa|sẽ|tổ chức|họp|bầu|diễn ra|khai mạc|"
              + "bế mạc|được|với|để|về|tiến hành|công bố|thảo luận|bàn|sơ kết|tổng kết|đánh giá|kiểm điểm|góp ý|nghe|tại|hôm|ngày|"
              + "sáng|chiều|có|là|và triển khai|thống nhất|thông qua|cho|chính thức|xem xét|thành công|"
              + "cùng|do|diễn|mở|lần|học tập|quán triệt|long trọng|trong|vào|vừa|đang|sau|theo|nhằm)(?!\\p{L})");

  private final Script script;

  Organisers(Script script) {
    this.script = script;
  }

  /** The body's span, or null. */
  Span of(Hit noun, Hit verb, Span sentence) {
    Span named = agentAfter(noun, sentence);
    if (named == null && verb != null && verb.end() <= noun.start()) {
      named = sane(before(verb, sentence));
    }
    if (named == null) {
      named = after(noun, sentence);
    }
    return named;
  }

  /**
   * In the last comma-free piece before the verb that holds a head of a body; the pieces before it
   * belong to the name where each begins with a head ("Quận ủy, HĐND, UBND quận"), but not where
   * they turn out to be a place ("tại xã A, huyện B, Tỉnh ủy tổ chức").
   */
  private Span before(Hit verb, Span sentence) {
    int pieceEnd = verb.start();
    int start = -1;
    for (int pieces = 0; pieces < 6 && pieceEnd > sentence.start(); pieces++) {
      int comma = script.lastIndexOf(',', sentence.start(), pieceEnd);
      int pieceStart = skipBlanks(Math.max(sentence.start(), comma + 1));
      int head = head(pieceStart, pieceEnd);
      if (start < 0 && head >= 0) {
        if (OFFICE.in(script.folded().substring(pieceStart, head)).find()) {
          return null;
        }
        start = head;
        if (head > pieceStart) {
          break;
        }
      } else if (start >= 0 && head != pieceStart) {
        break;
      } else if (start >= 0) {
        boolean place = isTerritory(pieceStart) && leadsToPlace(pieceStart, sentence);
        start = place ? start : pieceStart;
      }
      pieceEnd = comma;
    }
    return start < 0 ? null : nonEmpty(start, trimmed(start, verb.start()));
  }

  /** "huyện B" may continue a place, "Ban Thường vụ Đảng ủy xã B" never does. */
  private boolean isTerritory(int pieceStart) {
    return script.search(TERRITORY, new Span(pieceStart, script.folded().length())).lookingAt();
  }

  private boolean leadsToPlace(int pieceStart, Span sentence) {
    int from = pieceStart;
    for (int i = 0; i < 4 && from > sentence.start(); i++) {
      int comma = script.lastIndexOf(',', sentence.start(), Math.max(sentence.start(), from - 2));
      from = skipBlanks(Math.max(sentence.start(), comma + 1));
      if (PLACE.in(script.folded().substring(from, pieceStart)).find()) {
        return true;
      }
      if (head(from, pieceStart) != from) {
        return false;
      }
    }
    return false;
  }

  private int skipBlanks(int position) {
    int at = position;
    while (at < script.folded().length() && script.folded().charAt(at) == ' ') {
      at++;
    }
    return at;
  }

  /** Start of the first head of a body in a piece that is no place, or -1. */
  private int head(int from, int to) {
    if (from >= to || PLACE.in(script.folded().substring(from, to)).find()) {
      return -1;
    }
    return script.hits(Lexicon.BODIES, from, to).stream().map(Hit::start).findFirst().orElse(-1);
  }

  private static Span nonEmpty(int start, int end) {
    return end - start >= 4 ? new Span(start, end) : null;
  }

  private int trimmed(int from, int to) {
    String folded = script.folded().substring(from, Math.min(to, from + 300));
    int end = folded.length();
    for (int i = 0; i < 3; i++) {
      Search tail = TAIL.in(folded.substring(0, end));
      if (tail.find()) {
        end = tail.start();
      }
    }
    while (end > 0 && " ,-".indexOf(folded.charAt(end - 1)) >= 0) {
      end--;
    }
    return from + end;
  }

  /** A name holds no words of a clause: "nơi diễn ra" is none. */
  private Span sane(Span name) {
    return name == null || script.search(CLAUSE, name).find() ? null : name;
  }

  /** "... do Ban Tuyên giáo Trung ương tổ chức" after the noun, whoever chaired it. */
  private Span agentAfter(Hit noun, Span sentence) {
    int to = Math.min(sentence.end(), noun.end() + 300);
    for (Hit verb : script.hits(Lexicon.HOLDING, noun.end(), to)) {
      Span agent = verb.is("HOLD") ? sane(agent(noun, verb)) : null;
      if (agent != null) {
        return agent;
      }
    }
    return null;
  }

  private Span agent(Hit noun, Hit verb) {
    int by = script.folded().substring(noun.end(), verb.start()).lastIndexOf(" do ");
    int from = noun.end() + by + " do ".length();
    if (by < 0 || verb.start() - from > 160) {
      return null;
    }
    return nonEmpty(from, trimmed(from, verb.start()));
  }

  /** "Hội nghị lần thứ 11 Ban Chấp hành Đảng bộ TP Hà Nội". */
  Span after(Hit noun, Span sentence) {
    Search session = script.search(SESSION, new Span(noun.end(), sentence.end()));
    int from = session.lookingAt() ? session.end() : noun.end();
    boolean body =
        script.hits(Lexicon.BODIES, from, Math.min(from + 60, sentence.end())).stream()
            .anyMatch(head -> head.start() - from <= 1);
    if (!body) {
      return null;
    }
    Search stop = script.search(STOP, new Span(from, sentence.end()));
    int end = stop.find() ? stop.start() : sentence.end();
    while (end > from && script.folded().charAt(end - 1) == ' ') {
      end--;
    }
    int start = script.folded().charAt(from) == ' ' ? from + 1 : from;
    return end - start >= 4 ? new Span(start, end) : null;
  }
}
