package vn.hoinghi.enrich.mention;

import java.util.List;
import vn.hoinghi.avro.ConferenceType;

/**
 * What kind of gathering it was. The noun may say it ("đại hội", "lớp tập huấn"); a session with a
 * number or a committee right after the noun is a plenum; else the purpose nearest after the noun
 * decides, then the headline's, then who held it.
 */
final class Kinds {
  private static final int BODY_NEAR = 12;
  private static final int ADJACENT = 4;

  private final Script script;

  Kinds(Script script) {
    this.script = script;
  }

  /** The type and the words that gave it. */
  record Found(ConferenceType type, Span where, String rule) {}

  Found of(Gathering gathering) {
    Hit noun = gathering.noun();
    Span nounSpan = new Span(noun.start(), noun.end());
    for (ConferenceType type : ConferenceType.values()) {
      if (noun.is(type.name())) {
        return new Found(type, nounSpan, "type-of-noun");
      }
    }
    Found found = session(gathering);
    boolean bare = gathering.verb() == null && gathering.day() == null;
    if (found == null && bare) {
      found = headline();
    }
    if (found == null) {
      found = purpose(noun.end(), gathering.sentence().end(), "purpose-after-noun");
    }
    if (found == null) {
      found = doneThere(gathering);
    }
    if (found == null) {
      found = headline();
    }
    if (found == null) {
      found = committee(gathering);
    }
    if (found == null) {
      found = aim(gathering);
    }
    return found == null ? new Found(ConferenceType.OTHER, nounSpan, "no-purpose") : found;
  }

  /** "Hội nghị lần thứ 5", "Hội nghị Ban Chấp hành", "Hội nghị (mở rộng)". */
  private Found session(Gathering gathering) {
    int from = gathering.noun().end();
    List<Hit> hits = script.hits(Lexicon.PURPOSES, from, gathering.sentence().end());
    if (hits.isEmpty() || isOfOthers(from, hits.get(0).start())) {
      return null;
    }
    Hit first = hits.get(0);
    boolean body =
        first.is("BODY")
            && first.start() - from <= BODY_NEAR
            && !script.folded().startsWith(" do ", first.start() - " do ".length());
    boolean numbered = first.is("SESSION") && first.start() - from <= BODY_NEAR;
    return body || numbered ? found(ConferenceType.PLENUM, first, "session-of-committee") : null;
  }

  /** "Hội nghị cán bộ Trung ương luân chuyển", "cuộc họp về Hội nghị lần thứ 3": no session. */
  private boolean isOfOthers(int from, int to) {
    return script.folded().substring(from, to).contains("cán bộ")
        || !script.hits(Lexicon.GATHERINGS, from, to).isEmpty();
  }

  /** "Hoàn thành đợt học tập Nghị quyết tại hội nghị do Huyện ủy tổ chức". */
  private Found doneThere(Gathering gathering) {
    int to = gathering.noun().start();
    return script.folded().startsWith("tại ", to - "tại ".length())
        ? purpose(gathering.sentence().start(), to, "purpose-before-noun")
        : null;
  }

  private Found headline() {
    Span headline = script.headline();
    return purpose(headline.start(), headline.end(), "purpose-in-headline");
  }

  private Found purpose(int from, int to, String rule) {
    for (Hit hit : script.hits(Lexicon.PURPOSES, from, to)) {
      boolean adjacent = hit.is("ADJACENT") || hit.is("AIM");
      boolean told = !adjacent || hit.start() - from <= ADJACENT;
      if (told && !hit.is("LAST") && !hit.is("BODY") && !hit.is("SESSION")) {
        return found(ConferenceType.valueOf(hit.phrase().note(0)), hit, rule);
      }
    }
    return null;
  }

  /** "Ban Thường vụ Tỉnh ủy họp", but not "Ban Tuyên giáo Tỉnh ủy tổ chức hội nghị". */
  private Found committee(Gathering gathering) {
    Span organiser = gathering.organiser();
    if (organiser == null || hasOtherPurpose(gathering)) {
      return null;
    }
    return script.hits(Lexicon.PURPOSES, organiser).stream()
        .filter(hit -> hit.is("BODY") && isItself(hit, organiser))
        .findFirst()
        .map(hit -> found(ConferenceType.PLENUM, hit, "committee-met"))
        .orElse(null);
  }

  /**
   * "Tỉnh ủy tổ chức hội nghị triển khai nhiệm vụ", "hội nghị biểu dương": no session of its own.
   */
  private boolean hasOtherPurpose(Gathering gathering) {
    int from = gathering.noun().end();
    return script
        .hits(Lexicon.PURPOSES, from, gathering.sentence().end())
        .anyMatch(hit -> hit.is("LAST") && hit.start() - from <= ADJACENT);
  }

  /** "Hội nghị Quân chính nhằm đánh giá kết quả": told behind a name, where nothing else is. */
  private Found aim(Gathering gathering) {
    if (hasOtherPurpose(gathering)) {
      return null;
    }
    int end = gathering.sentence().end();
    Found found = aim(gathering.noun().end(), end);
    Span next = script.sentenceAt(Math.min(script.folded().length() - 1, end + 2));
    boolean itsAim = script.folded().startsWith("hội nghị nhằm", next.start());
    return found == null && itsAim ? aim(next.start(), next.end()) : found;
  }

  private Found aim(int from, int to) {
    return script.hits(Lexicon.PURPOSES, from, to).stream()
        .filter(hit -> hit.is("AIM"))
        .findFirst()
        .map(hit -> found(ConferenceType.valueOf(hit.phrase().note(0)), hit, "aim-after-noun"))
        .orElse(null);
  }

  private boolean isItself(Hit committee, Span organiser) {
    String before = script.folded().substring(organiser.start(), committee.start());
    return before.isEmpty() || before.equals("thường trực ");
  }

  private static Found found(ConferenceType type, Hit hit, String rule) {
    return new Found(type, new Span(hit.start(), hit.end()), rule);
  }
}
