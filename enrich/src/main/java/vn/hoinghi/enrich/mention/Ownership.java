package vn.hoinghi.enrich.mention;

import vn.hoinghi.avro.Level;
import vn.hoinghi.enrich.text.Rule;

/**
 * Whose a number is. A report is full of others' numbers: the centre's above all, those of
 * assemblies, of documents ("Nghị quyết 33, khóa XI"), of other levels and of former offices.
 */
final class Ownership {
  private static final Rule CENTRAL =
      Rule.of(
          "trung ương|tw|t\\.ư|của đảng|toàn quốc|bộ chính trị|quốc hội|hđnd|hội đồng nhân dân");

  /** The party's centre, in the report of a union or another body that has a centre of its own. */
  private static final Rule PARTY =
      Rule.of(
          "(?:trung ương|tw|t\\.ư) (?:đảng|lần thứ|\\d|\\()|của đảng|bộ chính trị|ban bí thư|ủy viên trung ương");

  private static final Rule ASSEMBLY = Rule.of("quốc hội|hđnd|hội đồng nhân dân");

  /** "Nghị quyết số 33 (khóa XI)": nothing between but what belongs to the document's name. */
  private static final Rule DOCUMENT =
      Rule.of(
          "(?<!\\p{L})(?:nghị quyết|chỉ thị|kết luận|quy định|nq)(?: (?:số|trung ương|tw|hội nghị))*"
              + "(?: \\d[\\p{L}\\d/-]*)?"
              + "(?: của (?:bộ chính trị|ban bí thư|ban chấp hành trung ương(?: đảng)?|trung ương(?: đảng)?|đảng))?[ ,(-]{1,4}$");

  private static final Rule PROVINCE = Rule.of("tỉnh|thành phố|tp|thành ủy");
  private static final Rule DISTRICT = Rule.of("huyện|quận|thị xã|thành phố|tp|thị ủy|thành ủy");
  private static final Rule COMMUNE = Rule.of("xã|phường|thị trấn|đặc khu|chi bộ");

  private static final int BEFORE = 60;
  private static final int CLAUSE = 12;

  private final Script script;
  private final Level level;

  Ownership(Script script, Level level) {
    this.script = script;
    this.level = level;
  }

  /** A number that belongs to the centre, an assembly, a document or a former office. */
  boolean foreign(int start, int end) {
    Span sentence = script.sentenceAt(start);
    String before = script.folded().substring(Math.max(sentence.start(), start - BEFORE), start);
    String after = script.folded().substring(end, Math.min(sentence.end(), end + CLAUSE));
    int comma = Math.max(before.lastIndexOf(','), before.lastIndexOf(';'));
    boolean own = comma >= 0 && before.length() - comma > CLAUSE;
    String near = own ? before.substring(comma) : before;
    boolean assembly = ASSEMBLY.in(near.replace("toàn quốc", "")).find();
    boolean document = DOCUMENT.in(before).find();
    boolean former = near.contains("nguyên ") && !near.contains("thái nguyên");
    return assembly || document || former || ofCentre(near, after);
  }

  private boolean ofCentre(String near, String after) {
    if (level == Level.CENTRAL) {
      return false;
    }
    Rule centre = level == Level.ORGANISATION ? PARTY : CENTRAL;
    return centre.in(near).find() || after.startsWith(" của đảng");
  }

  /** Whether the words before a congress's number name a body of the level's own kind. */
  boolean ofLevel(String before, int end) {
    String after = script.folded().substring(end, Math.min(script.folded().length(), end + 20));
    boolean national =
        CENTRAL.in(before).find()
            || after.startsWith(" của đảng")
            || after.startsWith(" đảng cộng sản");
    if (level == Level.CENTRAL || level == Level.ORGANISATION) {
      return true;
    }
    boolean named = territory().in(before + "|" + after).find();
    boolean higher = level != Level.PROVINCE && before.contains("tỉnh");
    boolean lower =
        level == Level.PROVINCE && (before.contains("huyện") || before.contains(" xã "));
    boolean other = higher || lower;
    return !national && !other && (named || level == Level.PROVINCE);
  }

  private Rule territory() {
    return level == Level.PROVINCE ? PROVINCE : level == Level.DISTRICT ? DISTRICT : COMMUNE;
  }
}
