package vn.hoinghi.enrich.mention;

import java.util.List;
import vn.hoinghi.avro.ConferenceMention;
import vn.hoinghi.avro.Level;
import vn.hoinghi.enrich.text.Rule;
import vn.hoinghi.enrich.text.Search;

/**
 * The number of a committee's session: "Hội nghị lần thứ 3 Ban Chấp hành", "Hội nghị Trung ương 8".
 * It stands behind the word for the gathering in its clause, else in the headline or another
 * sentence of the lead that tells of the same one; a session whose resolution is studied has a
 * number too, and so have meetings of ministers and boards.
 */
final class SessionNumber {
  private static final Rule SESSION =
      Rule.of(
          "(?<!\\p{L})(?:lần (?:thứ )?|hội nghị (?:trung ương|tw|t\\.ư) (?:lần thứ )?)"
              + OrdinalNumber.ANY);

  /** Officials and ministers of many countries are no committee. */
  private static final Rule OFFICIALS =
      Rule.of("quan chức|bộ trưởng|ngoại trưởng|cấp cao|thượng đỉnh|quốc tế");

  /** What meets behind the number where it is no committee. */
  private static final Rule NO_COMMITTEE =
      Rule.of(
          "[ ,(]{1,2}(?:của )?(?:các (?!ban chấp)|giữa|nhóm|ban chỉ đạo|ủy ban quốc gia|ủy ban kiểm tra|chủ tịch|cấp|quốc tế)");

  /** Fronts and unions meet as committees under many names. */
  private static final Rule COMMITTEE =
      Rule.of(
          " (?:(?:đoàn chủ tịch|ban chấp hành|bch|ban thường vụ|btv|ban thường trực|ban thư ký|thành ủy|tỉnh ủy|huyện ủy|quận ủy)(?!\\p{L})"
              + "|(?:ủy ban|ub) ?(?:(?:trung ương|tư|tw|t\\.ư) )?(?:mttq|mặt trận)|ub(?:tư|tw) mttq|ubmttq)");

  /** "Cho ý kiến lần thứ 3 vào dự thảo": rounds of a draft are no sessions. */
  private static final Rule ROUND =
      Rule.of("(?:ý kiến|góp ý|dự thảo|sửa đổi|bổ sung|chỉnh sửa|hoàn thiện) $");

  private static final int FARTHEST = 110;
  private static final int LEAD_SENTENCES = 3;

  private final Script script;
  private final Findings findings;

  SessionNumber(Script script, Findings findings) {
    this.script = script;
    this.findings = findings;
  }

  void read(Gathering gathering, List<Gathering> all, ConferenceMention mention) {
    if (found(gathering, mention)) {
      return;
    }
    for (Gathering other : all) {
      boolean told = other.tense() == Gathering.Tense.HELD && other.index() <= LEAD_SENTENCES;
      if (told
          && !other.noun().is("CONGRESS")
          && ownBody(other, mention)
          && found(other, mention)) {
        return;
      }
    }
  }

  /** Reads the number where a committee meets, whatever for; false where none does. */
  boolean ofCommittee(Gathering gathering, ConferenceMention mention) {
    Span behind = new Span(gathering.noun().end(), gathering.sentence().end());
    return script.search(COMMITTEE, behind).lookingAt() && found(gathering, mention);
  }

  private boolean found(Gathering gathering, ConferenceMention mention) {
    int noun = gathering.noun().end();
    Span clause = new Span(gathering.noun().start(), gathering.sentence().end());
    Search matcher = script.search(SESSION, clause);
    if (!matcher.find() || matcher.start() - noun >= FARTHEST || another(noun, matcher.start())) {
      return false;
    }
    Integer value = OrdinalNumber.value(matcher.group("n"));
    Span behind = new Span(matcher.end(), gathering.sentence().end());
    if (value == null || value == 0 || script.search(NO_COMMITTEE, behind).lookingAt()) {
      return false;
    }
    mention.setPlenumOrdinal(value);
    findings.add("plenumOrdinal", matcher.start(), matcher.end(), "session-number");
    return true;
  }

  /** Another gathering or a document begins before the number, or it counts something else. */
  private boolean another(int from, int to) {
    return !script.hits(Lexicon.GATHERINGS, from, to).isEmpty()
        || script.search(OFFICIALS, new Span(from, Math.max(from, to))).find()
        || ROUND.in(script.folded().substring(from, Math.max(from, to))).find()
        || script.folded().substring(from, Math.max(from, to)).contains("nghị quyết");
  }

  /** "Hội nghị Trung ương 5" in a province's report is another's. */
  private boolean ownBody(Gathering other, ConferenceMention mention) {
    boolean centre =
        mention.getLevel() == Level.CENTRAL || mention.getLevel() == Level.ORGANISATION;
    int to = Math.min(other.sentence().end(), other.noun().end() + FARTHEST);
    String clause = script.folded().substring(other.noun().start(), to);
    return centre || !clause.contains("trung ương");
  }
}
