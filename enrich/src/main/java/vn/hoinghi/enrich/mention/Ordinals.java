package vn.hoinghi.enrich.mention;

import java.util.EnumSet;
import java.util.Set;
import vn.hoinghi.avro.ConferenceMention;
import vn.hoinghi.avro.ConferenceType;
import vn.hoinghi.avro.Level;
import vn.hoinghi.enrich.text.Rule;
import vn.hoinghi.enrich.text.Search;

/**
 * The numbers of congresses, committee terms and sessions: "lần thứ XI", "khóa XX", "Hội nghị lần
 * thứ 3", in Roman, Arabic or words. A report is full of others' numbers (the central committee's
 * above all); only those of the organiser's own body count.
 */
final class Ordinals {
  private static final String NUMBER =
      "(?<n>[ivxl]{1,7}|\\d{1,2}|(?:hai mươi|ba mươi|mười)(?: \\p{L}{2,4})?|nhất|hai|ba|tư|bốn|năm|sáu|bảy|tám|chín)"
          + "(?![\\p{L}\\d])";

  private static final Rule TIMES = Rule.of("(?<!\\p{L})lần (?:thứ )?" + NUMBER);

  /** "Hội nghị Trung ương 8" counts without "lần thứ". */
  private static final Rule SESSION =
      Rule.of("(?<!\\p{L})(?:lần (?:thứ )?|hội nghị trung ương (?:lần thứ )?)" + NUMBER);

  private static final Rule TERM_OF_COMMITTEE = Rule.of("(?<!\\p{L})khóa " + NUMBER);
  private static final Rule BARE =
      Rule.of("đại hội (?:đảng bộ (?:tỉnh|huyện|xã|thành phố) )?" + NUMBER);
  private static final Rule TERM =
      Rule.of(
          "(?:nhiệm kỳ|nhiệm kì|nk|giai đoạn|khóa)[ (:,]{0,3}(?<a>(?:19|20)\\d\\d) ?[-/] ?(?<b>(?:19|20)\\d\\d)");
  private static final int PLANNED = 70;
  private static final Rule CENTRAL =
      Rule.of(
          "trung ương|tw|t\\.ư|của đảng|toàn quốc|bộ chính trị|quốc hội|hđnd|hội đồng nhân dân");

  /** Kinds of gatherings that belong to a term of office. */
  private static final Set<ConferenceType> TERMED =
      EnumSet.of(ConferenceType.CONGRESS, ConferenceType.PLENUM, ConferenceType.STUDY);

  private static final Rule PROVINCE = Rule.of("tỉnh|thành phố|tp");
  private static final Rule DISTRICT = Rule.of("huyện|quận|thị xã|thành phố|tp|thị ủy");
  private static final Rule COMMUNE = Rule.of("xã|phường|thị trấn|đặc khu|chi bộ");

  private final Script script;
  private final Findings findings;

  Ordinals(Script script, Findings findings) {
    this.script = script;
    this.findings = findings;
  }

  void read(Gathering gathering, ConferenceMention mention) {
    ConferenceType type = mention.getType();
    if (type == ConferenceType.PLENUM) {
      plenum(gathering, mention);
      own(gathering, mention, TERM_OF_COMMITTEE);
    } else if (type == ConferenceType.CONGRESS) {
      congress(gathering, mention);
    } else if (type == ConferenceType.STUDY) {
      studied(gathering, mention);
    }
    boolean committee = type == ConferenceType.OTHER && ofCommittee(gathering);
    if (committee) {
      first(TERM_OF_COMMITTEE, gathering.sentence(), "term-of-committee", mention);
    }
    if (committee || TERMED.contains(type)) {
      term(gathering, mention);
    }
  }

  private boolean ofCommittee(Gathering gathering) {
    Span organiser = gathering.organiser();
    if (organiser == null) {
      return false;
    }
    String name = script.folded().substring(organiser.start(), organiser.end());
    return name.startsWith("ban chấp hành") || name.startsWith("bch");
  }

  private void plenum(Gathering gathering, ConferenceMention mention) {
    Span clause = new Span(gathering.noun().start(), gathering.sentence().end());
    Search matcher = script.search(SESSION, clause);
    if (matcher.find() && matcher.start() - gathering.noun().end() < 70) {
      Integer value = value(matcher.group("n"));
      if (value != null) {
        mention.setPlenumOrdinal(value);
        findings.add("plenumOrdinal", matcher.start(), matcher.end(), "session-number");
      }
    }
  }

  /** The organiser's own term: in its sentence, in the headline, then anywhere with its name. */
  private void own(Gathering gathering, ConferenceMention mention, Rule pattern) {
    if (first(pattern, gathering.sentence(), "term-of-committee", mention)) {
      return;
    }
    if (first(pattern, script.headline(), "term-of-committee", mention)) {
      return;
    }
    first(pattern, new Span(0, script.folded().length()), "term-of-committee", mention);
  }

  private boolean first(Rule pattern, Span span, String rule, ConferenceMention mention) {
    Search matcher = script.search(pattern, span);
    while (matcher.find()) {
      Integer value = value(matcher.group("n"));
      if (value != null && !foreign(matcher.start(), matcher.end(), mention.getLevel())) {
        mention.setCongressOrdinal(value);
        findings.add("congressOrdinal", matcher.start(), matcher.end(), rule);
        return true;
      }
    }
    return false;
  }

  /** A number that belongs to the centre, to an assembly, or to another level's body. */
  private boolean foreign(int start, int end, Level level) {
    Span sentence = script.sentenceAt(start);
    String before = script.folded().substring(Math.max(sentence.start(), start - 60), start);
    String after = script.folded().substring(end, Math.min(sentence.end(), end + 12));
    int clause = Math.max(before.lastIndexOf(','), before.lastIndexOf(';'));
    String near = clause >= 0 && before.length() - clause > 12 ? before.substring(clause) : before;
    boolean central = CENTRAL.in(near).find() || after.startsWith(" của đảng");
    boolean assembly = near.replace("toàn quốc", "").contains("quốc hội") || near.contains("hđnd");
    return assembly || (central && level != Level.CENTRAL && level != Level.ORGANISATION);
  }

  private void congress(Gathering gathering, ConferenceMention mention) {
    Span after = new Span(gathering.noun().start(), gathering.sentence().end());
    for (Rule pattern : new Rule[] {TIMES, TERM_OF_COMMITTEE, BARE}) {
      if (first(pattern, after, "congress-number", mention)) {
        return;
      }
    }
    for (Rule pattern : new Rule[] {TIMES, BARE, TERM_OF_COMMITTEE}) {
      if (first(pattern, script.headline(), "congress-number", mention)) {
        return;
      }
    }
    for (Span sentence : script.sentences()) {
      if (!script.hits(Lexicon.GATHERINGS, sentence).isEmpty()
          && first(TIMES, sentence, "congress-number", mention)) {
        return;
      }
    }
    for (Span sentence : script.sentences()) {
      for (Hit noun : script.hits(Lexicon.GATHERINGS, sentence)) {
        Span near = new Span(noun.start(), Math.min(sentence.end(), noun.end() + 60));
        if (noun.is("CONGRESS") && first(TERM_OF_COMMITTEE, near, "congress-number", mention)) {
          return;
        }
      }
    }
  }

  /** A study of the organiser's own congress: its number; of a central document: none. */
  private void studied(Gathering gathering, ConferenceMention mention) {
    Span whole = new Span(0, script.folded().length());
    for (Span span : new Span[] {gathering.sentence(), script.headline(), whole}) {
      for (Rule pattern : new Rule[] {TIMES, BARE, TERM_OF_COMMITTEE}) {
        if (firstOfCongress(pattern, span, mention)) {
          return;
        }
      }
    }
  }

  private boolean firstOfCongress(Rule pattern, Span span, ConferenceMention mention) {
    Search matcher = script.search(pattern, span);
    while (matcher.find()) {
      Integer value = value(matcher.group("n"));
      int from = Math.max(script.sentenceAt(matcher.start()).start(), matcher.start() - 50);
      String before = script.folded().substring(from, matcher.end());
      boolean congress = before.contains("đại hội") || before.contains("ban chấp hành");
      boolean session = before.contains("hội nghị");
      if (value != null
          && congress
          && !session
          && level(before, mention.getLevel(), matcher.end())) {
        mention.setCongressOrdinal(value);
        findings.add("congressOrdinal", matcher.start(), matcher.end(), "congress-studied");
        return true;
      }
    }
    return false;
  }

  private boolean level(String before, Level level, int end) {
    String after = script.folded().substring(end, Math.min(script.folded().length(), end + 20));
    boolean national =
        CENTRAL.in(before).find()
            || after.startsWith(" của đảng")
            || after.startsWith(" đảng cộng sản");
    if (level == Level.CENTRAL || level == Level.ORGANISATION) {
      return true;
    }
    boolean ownName = territory(level).in(before + "|" + after).find();
    boolean higher = level != Level.PROVINCE && before.contains("tỉnh");
    boolean lower =
        level == Level.PROVINCE && (before.contains("huyện") || before.contains(" xã "));
    boolean other = higher || lower;
    return !national && !other && (ownName || level == Level.PROVINCE);
  }

  private static Rule territory(Level level) {
    return level == Level.PROVINCE ? PROVINCE : level == Level.DISTRICT ? DISTRICT : COMMUNE;
  }

  private void term(Gathering gathering, ConferenceMention mention) {
    Span whole = new Span(0, script.folded().length());
    for (Span span : new Span[] {gathering.sentence(), script.headline(), whole}) {
      Search matcher = script.search(TERM, span);
      while (matcher.find()) {
        int first = Integer.parseInt(matcher.group("a"));
        int last = Integer.parseInt(matcher.group("b"));
        boolean phase = matcher.group().startsWith("giai đoạn");
        if (!phase && last > first && last - first <= 6 && !planned(matcher.start())) {
          mention.setTerm(first + "-" + last);
          findings.add("term", matcher.start(), matcher.end(), "term-of-office");
          return;
        }
      }
    }
  }

  /** "Quy hoạch cán bộ nhiệm kỳ 2025-2030" is a term to come. */
  private boolean planned(int start) {
    int from = Math.max(script.sentenceAt(start).start(), start - PLANNED);
    String before = script.folded().substring(from, start);
    int comma = Math.max(before.lastIndexOf(','), before.lastIndexOf(';'));
    return before.substring(comma + 1).contains("quy hoạch");
  }

  /** "XI", "11", "mười một" are 11; null for what is no number. */
  static Integer value(String written) {
    if (Character.isDigit(written.charAt(0))) {
      return Integer.valueOf(written);
    }
    Integer roman = roman(written);
    return roman != null ? roman : NumberWords.value(written);
  }

  private static Integer roman(String written) {
    int sum = 0;
    int before = 0;
    for (int i = written.length() - 1; i >= 0; i--) {
      int value =
          switch (written.charAt(i)) {
            case 'i' -> 1;
            case 'v' -> 5;
            case 'x' -> 10;
            case 'l' -> 50;
            default -> 0;
          };
      if (value == 0) {
        return null;
      }
      sum += value < before ? -value : value;
      before = Math.max(before, value);
    }
    return sum;
  }
}
