package vn.hoinghi.enrich.mention;

import vn.hoinghi.enrich.text.Rule;
import vn.hoinghi.enrich.text.Search;

/**
 * The body that stands before a verb of holding: "Ngày 21/12, Ban Thường vụ Tỉnh ủy tổ chức". It is
 * looked for from the verb backwards, piece by piece between commas, since a place, a day and the
 * bodies that hold together stand there too.
 */
final class BodyBefore {
  /** "Chủ tịch UBND tỉnh chủ trì hội nghị": a person before the verb, not the body. */
  private static final Rule OFFICE =
      Rule.of(
          "(?<!\\p{L})(?:chủ tịch|bí thư|phó|trưởng|giám đốc|ông|bà|đồng chí|đ/c|bộ trưởng|thủ tướng|"
              + "chủ nhiệm|viện trưởng|chánh|thường trực ban|ủy viên|anh|chị|"
              + "thứ trưởng|tổng (?:bí thư|giám đốc|thanh tra|kiểm toán|thư ký)|(?:cục|vụ|hiệu) trưởng|"
              + "(?:đại|thượng|trung|thiếu) tướng|(?:đại|thượng|trung|thiếu) tá|gs|pgs|ts)(?!\\p{L})");

  private static final Rule PLACE = Rule.of("^(?:và )?(?:tại|ở|trên|từ)(?!\\p{L})");

  private static final Rule TERRITORY =
      Rule.of(
          "(?:xã|phường|thị trấn|đặc khu|huyện|quận|thị xã|thành phố|tp|tỉnh)(?! (?:ủy|đoàn))(?!\\p{L})");

  private static final Rule TIME =
      Rule.of(
          "(?:trong|vào|nhân|hôm|ngày|sáng|chiều|tối|vừa|mới|cũng|năm|tháng|sau|trước|đến|từ|theo|để)(?!\\p{L})");

  /** "Bộ Y tế, phối hợp với Bộ Nội vụ, UBND tỉnh, tổ chức": partners stand between commas. */
  private static final Rule PARTNER =
      Rule.of("phối hợp|phối kết hợp|cùng với|cùng (?:các|bộ|ban|sở)");

  /**
   * "Phối hợp với UBND huyện, các cơ quan, đơn vị liên quan tổ chức": who they are is left open.
   */
  private static final Rule ANY_OTHERS =
      Rule.of(
          "(?:và |cùng )?(?:các )?(?:cơ quan|đơn vị|ngành|địa phương|đoàn thể)(?:,| liên quan| có liên quan|$)");

  private static final int MOST_PIECES = 10;

  private final Script script;
  private final BodyName names;

  BodyBefore(Script script, BodyName names) {
    this.script = script;
    this.names = names;
  }

  /**
   * In the last comma-free piece before the verb that holds a head of a body; the pieces before it
   * belong to the name where each begins with a head ("Quận ủy, HĐND, UBND quận"), but not where
   * they turn out to be a place ("tại xã A, huyện B, Tỉnh ủy tổ chức").
   */
  Span of(Hit verb, Span sentence) {
    int end = verb.start();
    int pieceEnd = end;
    int start = -1;
    for (int pieces = 0; pieces < MOST_PIECES && pieceEnd > sentence.start(); pieces++) {
      int comma = comma(sentence.start(), pieceEnd);
      int pieceStart = skipBlanks(Math.max(sentence.start(), comma + 1));
      int partner = start < 0 ? -1 : partner(pieceStart, pieceEnd);
      if (partner >= 0) {
        start = -1;
        end = partner;
        pieceEnd = partner;
      }
      int head = head(pieceStart, pieceEnd);
      if (comma >= 0 && script.search(PARTNER, new Span(pieceStart, pieceEnd)).lookingAt()) {
        start = -1;
        end = comma;
      } else if (start < 0 && head >= 0) {
        if (OFFICE.in(script.folded().substring(pieceStart, head)).find()) {
          return null;
        }
        start = isNameBefore(pieceStart, head) ? pieceStart : head;
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
    return start < 0 ? null : names.sane(names.between(start, end));
  }

  /**
   * "Trường Chính trị phối hợp với Sở Nội vụ, UBND huyện tổ chức": where the partners' list begins
   * behind the body that holds it, or -1.
   */
  private int partner(int from, int to) {
    Search partner = script.search(PARTNER, new Span(from, to));
    return partner.find() && head(from, partner.start()) >= 0 ? partner.start() : -1;
  }

  /**
   * The last comma that parts two pieces; "phòng, chống" is one word for the bodies that bear it.
   */
  private int comma(int from, int to) {
    int comma = script.lastIndexOf(',', from, to);
    while (comma >= 0 && script.folded().startsWith("phòng, chống ", comma - "phòng".length())) {
      comma = script.lastIndexOf(',', from, comma);
    }
    return comma;
  }

  /** "Đường sách TP.HCM tổ chức": the city is the tail of a name that no table holds. */
  private boolean isNameBefore(int pieceStart, int head) {
    return head > pieceStart
        && isTerritory(head)
        && Character.isUpperCase(script.text().charAt(pieceStart))
        && script.days(new Span(pieceStart, head)).isEmpty()
        && !script.search(TIME, new Span(pieceStart, head)).lookingAt();
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
    if (from >= to
        || PLACE.in(script.folded().substring(from, to)).find()
        || ANY_OTHERS.in(script.folded().substring(from, to)).lookingAt()) {
      return -1;
    }
    Hits heads = script.hits(Lexicon.BODIES, from, to);
    return heads.isEmpty() ? -1 : heads.get(0).start();
  }

  /** Whether a person with an office stands in a stretch. */
  boolean hasPerson(int start, int end) {
    return script.search(OFFICE, new Span(start, end)).find();
  }

  /** Whether a person with an office begins here, who may chair but holds nothing. */
  boolean isPerson(int start, int end) {
    return script.search(OFFICE, new Span(start, end)).lookingAt();
  }
}
