package vn.hoinghi.enrich.person;

import java.util.Set;
import vn.hoinghi.enrich.place.Words;
import vn.hoinghi.enrich.text.WordSet;

/**
 * Where does an office begin, and whose is it? A head noun ("Bí thư", "Chủ tịch") may follow
 * "nguyên", "quyền" or "các"; what comes after it is its body's. A head noun that is no office by
 * itself needs a body.
 */
final class OfficeReader {
  private static final int MOST_BEFORE = 5;
  private static final WordSet POWERS = WordSet.of("chính", "chủ", "thẩm", "bản", "ủy");
  private static final WordSet POWER = WordSet.of("quyền");
  private static final WordSet HEAD = WordSet.of("trưởng");
  private static final WordSet DONG = WordSet.of("đồng");
  private static final WordSet CHI = WordSet.of("chí");
  private static final WordSet ENDS_OF_RULERS = WordSet.of("thống", "tướng", "trưởng");
  private static final Set<String> RULERS = Set.of("tổng thống", "thủ tướng", "ngoại trưởng");
  private final Lexicon lexicon;
  private final Words words;
  private final OfficeBody bodies;

  OfficeReader(Lexicon lexicon, Words words, OfficeBody bodies) {
    this.lexicon = lexicon;
    this.words = words;
    this.bodies = bodies;
  }

  /** True where an office with whatever it needs begins at a word. */
  boolean begins(int from) {
    return read(from, false) != null;
  }

  /**
   * The office that begins at a word, with or without "nguyên", "các" before its head noun; null
   * where none does.
   *
   * @param owned true where the office is the one's who was just named, so that no name follows
   */
  Office read(int from, boolean owned) {
    int at = from;
    for (int before = afterWordBefore(at);
        before > 0 && at - from < MOST_BEFORE;
        before = afterWordBefore(at)) {
      at = before;
    }
    int head = at < words.count() ? lexicon.heads.end(words, at) : 0;
    if (head == 0 || restOfWord(at, head)) {
      return head == 0 && at == from ? betweenMarks(from) : null;
    }
    int end = bodies.end(head, owned, ruler(head));
    return end > head || lexicon.heads.value(words, at) ? withWordsBefore(at, end) : null;
  }

  /**
   * "Lê A, Thường vụ Tỉnh ủy, Giám đốc ...": a body for membership in it; null where it is none.
   */
  private Office betweenMarks(int from) {
    int body = from + lexicon.betweenMarks.length(words, from);
    if (body == from || from == 0 || words.spaceAfter(from - 1)) {
      return null;
    }
    int end = bodies.end(body, true, false);
    return end > body && !words.spaceAfter(end - 1) ? new Office(from, end, false, false) : null;
  }

  /** "trưởng" in "bộ trưởng" and "hiệu trưởng" is no head noun of its own. */
  private boolean restOfWord(int at, int end) {
    return end == at + 1
        && at > 0
        && words.spaceAfter(at - 1)
        && HEAD.has(words, at)
        && lexicon.heads.length(words, at - 1) > 1;
  }

  /** Rulers of other countries are named by one word ("Tổng thống Trump"). */
  private boolean ruler(int end) {
    return end > 1
        && ENDS_OF_RULERS.has(words, end - 1)
        && RULERS.contains(words.folded(end - 2) + ' ' + words.folded(end - 1));
  }

  /** Index after "nguyên", "các" and the like, 0 where nothing of that kind stands here. */
  private int afterWordBefore(int at) {
    int end = at < words.count() ? lexicon.beforeOffice.end(words, at) : 0;
    return end > 0 && goesOn(end - 1) && lexicon.heads.length(words, at) == 0 ? end : 0;
  }

  /** A blank parts it from the head noun; "Q." is shortened from "quyền". */
  private boolean goesOn(int last) {
    return words.spaceAfter(last)
        || (words.length(last) == 1 && words.capital(last) && words.joinedBy(last, "."));
  }

  private Office withWordsBefore(int at, int end) {
    int from = at;
    boolean many = false;
    boolean dead = false;
    boolean more = true;
    while (more && at - from < MOST_BEFORE && from > 0 && goesOn(from - 1)) {
      int before = lexicon.beforeOffice.startBefore(words, from, 3);
      Lexicon.BeforeOffice kind =
          before < 0 ? number(from - 1) : lexicon.beforeOffice.value(words, before);
      more = kind == Lexicon.BeforeOffice.KEEP && !power(from - 1);
      from = more ? before : from;
      many |= kind == Lexicon.BeforeOffice.MANY;
      dead |= kind == Lexicon.BeforeOffice.DEAD;
    }
    return new Office(from, end, many, dead);
  }

  /** "quyền" in "chính quyền Tổng thống" is power, not "acting". */
  private boolean power(int i) {
    return i > 0 && POWER.has(words, i) && POWERS.has(words, i - 1);
  }

  /** "2", also in "2 đồng chí", makes the office a plural. */
  private Lexicon.BeforeOffice number(int before) {
    boolean comrades = before > 1 && CHI.has(words, before) && DONG.has(words, before - 1);
    int at = comrades ? before - 2 : before;
    return words.digit(at) && words.length(at) < 3 && !words.at(at).equals("1")
        ? Lexicon.BeforeOffice.MANY
        : null;
  }
}
