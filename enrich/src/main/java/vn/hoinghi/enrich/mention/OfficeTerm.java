package vn.hoinghi.enrich.mention;

import java.util.List;
import vn.hoinghi.avro.ConferenceMention;
import vn.hoinghi.avro.ConferenceType;
import vn.hoinghi.avro.Level;
import vn.hoinghi.enrich.text.Rule;
import vn.hoinghi.enrich.text.Search;

/**
 * The term of office a gathering belongs to: "nhiệm kỳ 2020-2025". Told in its own sentence or the
 * headline, else elsewhere of its own body; the terms of assemblies and boards, of bodies on other
 * levels, and those still to come belong to others.
 */
final class OfficeTerm {
  private static final Rule TERM =
      Rule.of(
          "(?:nhiệm kỳ|nhiệm kì|nk|khóa)[ (:,]{0,3}(?<a>(?:19|20)\\d\\d) ?[-/] ?(?<b>(?:19|20)\\d\\d)");

  private static final Rule OTHERS =
      Rule.of(
          "hội đồng nhân dân|hđnd|(?<!toàn )quốc hội|chủ tịch nước|ban cán sự|ủy ban nhân dân|ubnd|hội đồng quản trị|hđqt|nguyên ");

  /** What has a term of its own behind a word for another body: "tại trụ sở UBND, Đại hội". */
  private static final Rule OWN =
      Rule.of(
          "bí thư|tỉnh ủy|thành ủy|huyện ủy|thị ủy|quận ủy|đảng|ban chấp hành|bch|ban thường vụ|đại hội");

  /** Of a congress to come, or names for one. */
  private static final Rule TO_COME =
      Rule.of(
          "quy hoạch|trình (?:đại hội|đh)|đi dự (?:đại hội|đh)|(?:tiến|hướng) tới|chuẩn bị[^,;.]{0,30}(?:đại hội|đh)|(?:dự thảo|phương hướng)[^;.]{0,80}(?:đại hội|đh)");

  private static final Rule NUMBERED =
      Rule.of("khóa (?:thứ )?" + OrdinalNumber.ANY + "[ ,(–-]{1,3}$");

  private static final Rule REVIEWED =
      Rule.of("(?:tổng kết|kiểm điểm|đánh giá)(?! [^,.;]{0,60}(?:phương hướng|bầu)) [^,.;]{0,60}$");

  private static final int BEFORE = 90;
  private static final int LONGEST = 6;

  private final Script script;
  private final Findings findings;
  private boolean congress;

  OfficeTerm(Script script, Findings findings) {
    this.script = script;
    this.findings = findings;
  }

  void read(Gathering gathering, ConferenceMention mention) {
    congress = mention.getType() == ConferenceType.CONGRESS;
    if (in(gathering.sentence(), mention, false) || in(script.headline(), mention, false)) {
      return;
    }
    if (mention.getLevel() != Level.CENTRAL) {
      in(new Span(0, script.folded().length()), mention, true);
    }
  }

  private boolean in(Span span, ConferenceMention mention, boolean anywhere) {
    Search matcher = script.search(TERM, span);
    while (matcher.find()) {
      int first = Integer.parseInt(matcher.group("a"));
      int last = Integer.parseInt(matcher.group("b"));
      boolean term = last > first && last - first <= LONGEST;
      if (term
          && !isOthers(matcher.start())
          && !(congress && isFormer(matcher.start(), mention))
          && !(anywhere && ofOtherLevel(matcher.start(), mention))) {
        mention.setTerm(first + "-" + last);
        findings.add("term", matcher.start(), matcher.end(), "term-of-office");
        return true;
      }
    }
    return false;
  }

  /** A congress reviews the term that ends: "nhiệm kỳ khóa XII (2014-2019)" at the thirteenth. */
  private boolean isFormer(int start, ConferenceMention mention) {
    int from = Math.max(script.sentenceAt(start).start(), start - BEFORE);
    String before = script.folded().substring(from, start);
    Search numbered = NUMBERED.in(before);
    if (numbered.find() && mention.getCongressOrdinal() != null) {
      return !mention.getCongressOrdinal().equals(OrdinalNumber.value(numbered.group("n")));
    }
    return REVIEWED.in(before).find();
  }

  private boolean isOthers(int start) {
    int from = Math.max(script.sentenceAt(start).start(), start - BEFORE);
    String before = script.folded().substring(from, start);
    String clause = clause(before);
    Search others = OTHERS.in(clause);
    int behind = -1;
    while (others.find()) {
      behind = others.end();
    }
    boolean other = behind >= 0 && !OWN.in(clause.substring(behind)).find();
    boolean next = !congress && before.endsWith(" cho ");
    return other || next || TO_COME.in(clause).find();
  }

  /** What stands behind the last comma that is not the one right before the term. */
  private static String clause(String before) {
    int end = before.length() - 3;
    int comma = Math.max(before.lastIndexOf(',', end), before.lastIndexOf(';', end));
    return before.substring(comma + 1);
  }

  /** The last body named before a term tells whose it is. */
  private boolean ofOtherLevel(int start, ConferenceMention mention) {
    int from = Math.max(script.sentenceAt(start).start(), start - BEFORE);
    List<Hit> bodies = script.hits(Lexicon.BODIES, from, start);
    for (int i = bodies.size() - 1; i >= 0; i--) {
      for (Level level :
          List.of(Level.PROVINCE, Level.DISTRICT, Level.COMMUNE, Level.ORGANISATION)) {
        if (bodies.get(i).is(level.name())) {
          return mention.getLevel() != level;
        }
      }
    }
    return false;
  }
}
