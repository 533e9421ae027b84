package vn.hoinghi.enrich.mention;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import vn.hoinghi.avro.ConferenceMention;
import vn.hoinghi.avro.ConferenceType;
import vn.hoinghi.enrich.text.Rule;
import vn.hoinghi.enrich.text.Search;

/**
 * The numbers of congresses and committee terms: "lần thứ XI", "khóa XX", in Roman, Arabic or
 * words. Only those of the organiser's own body count: {@link Ownership}.
 */
final class Ordinals {
  private static final Rule TIMES = Rule.of("(?<!\\p{L})lần (?:thứ )?" + OrdinalNumber.ANY);

  private static final Rule TERM_OF_COMMITTEE =
      Rule.of("(?<!\\p{L})khóa (?:thứ )?" + OrdinalNumber.ANY);

  private static final Rule BARE =
      Rule.of(
          "đại hội (?:(?:đại biểu )?(?:đảng bộ|đảng) (?:(?:tỉnh|huyện|xã|thành phố) )?)?"
              + OrdinalNumber.FIGURES);

  /** Kinds of gatherings that belong to a term of office. */
  private static final Set<ConferenceType> TERMED =
      EnumSet.of(ConferenceType.CONGRESS, ConferenceType.PLENUM, ConferenceType.STUDY);

  private static final Rule ELECTED =
      Rule.of(
          "(?<!\\p{L})bầu (?:[^,.;\\n]{0,40} )?ban chấp hành [^,.;\\n]{0,40}khóa (?:[ivxl]{1,7}|\\d{1,2})(?![\\p{L}\\d])");

  private static final int LEAD = 5;
  private static final int NEAR = 60;
  private static final int BEFORE = 50;

  private final Script script;
  private final Findings findings;

  Ordinals(Script script, Findings findings) {
    this.script = script;
    this.findings = findings;
  }

  void read(Gathering gathering, List<Gathering> all, ConferenceMention mention) {
    ConferenceType type = mention.getType();
    if (type == ConferenceType.PLENUM) {
      new SessionNumber(script, findings).read(gathering, all, mention);
      own(gathering, mention);
    } else if (type == ConferenceType.CONGRESS) {
      congress(gathering, mention);
    } else if (type == ConferenceType.STUDY) {
      studied(gathering, mention);
    }
    SessionNumber session = new SessionNumber(script, findings);
    boolean plain = type == ConferenceType.OTHER || type == ConferenceType.REVIEW;
    boolean committee =
        plain && (session.ofCommittee(gathering, mention) || ofCommittee(gathering));
    if (committee) {
      first(TERM_OF_COMMITTEE, gathering.sentence(), "term-of-committee", mention);
    }
    if (committee || TERMED.contains(type)) {
      new OfficeTerm(script, findings).read(gathering, mention);
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

  private Span whole() {
    return new Span(0, script.folded().length());
  }

  /**
   * The organiser's own term: in its sentence, in the headline, then anywhere with its name; else
   * the number of the congress whose resolution it carries out.
   */
  private void own(Gathering gathering, ConferenceMention mention) {
    for (Span span : List.of(gathering.sentence(), script.headline(), whole())) {
      if (first(TERM_OF_COMMITTEE, span, "term-of-committee", mention)) {
        return;
      }
    }
    for (Span span : List.of(gathering.sentence(), script.headline())) {
      if (firstOfCongress(TIMES, span, "nghị quyết đại hội", mention)) {
        return;
      }
    }
  }

  private boolean first(Rule pattern, Span span, String rule, ConferenceMention mention) {
    Ownership ownership = new Ownership(script, mention.getLevel());
    Search matcher = script.search(pattern, span);
    while (matcher.find()) {
      Integer value = OrdinalNumber.value(matcher.group("n"));
      if (value != null
          && !ownership.foreign(matcher.start(), matcher.end())
          && !(pattern == TIMES && ofSession(matcher.start()))) {
        mention.setCongressOrdinal(value);
        findings.add("congressOrdinal", matcher.start(), matcher.end(), rule);
        return true;
      }
    }
    return false;
  }

  /**
   * "Đại hội ... Hội nghị lần thứ nhất Ban Chấp hành": the last gathering named before a number.
   */
  private boolean ofSession(int number) {
    int from = Math.max(script.sentenceAt(number).start(), number - BEFORE);
    List<Hit> before = script.hits(Lexicon.GATHERINGS, from, number);
    Hit last = before.isEmpty() ? null : before.get(before.size() - 1);
    return last != null
        && !last.is("CONGRESS")
        && number - last.end() <= 1
        && script.folded().startsWith("hội nghị", last.start());
  }

  private void congress(Gathering gathering, ConferenceMention mention) {
    Hit named = gathering.noun();
    int from = named.is("CONGRESS") ? named.start() : gathering.sentence().start();
    Span after = new Span(from, gathering.sentence().end());
    for (Rule pattern : List.of(TIMES, TERM_OF_COMMITTEE, BARE)) {
      if (first(pattern, after, "congress-number", mention)) {
        return;
      }
    }
    for (Rule pattern : List.of(TIMES, BARE, TERM_OF_COMMITTEE)) {
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
        Span near = new Span(noun.start(), Math.min(sentence.end(), noun.end() + NEAR));
        if (noun.is("CONGRESS") && first(TERM_OF_COMMITTEE, near, "congress-number", mention)) {
          return;
        }
      }
    }
    elected(mention);
  }

  /**
   * "Đại hội đã bầu 69 người vào Ban Chấp hành khóa X": the committee has the congress's number.
   */
  private void elected(ConferenceMention mention) {
    List<Span> sentences = script.sentences();
    for (Span sentence : sentences.subList(0, Math.min(LEAD, sentences.size()))) {
      Search matcher = script.search(ELECTED, sentence);
      if (matcher.find()
          && first(
              TERM_OF_COMMITTEE,
              new Span(matcher.start(), matcher.end()),
              "congress-number",
              mention)) {
        return;
      }
    }
  }

  /** A study of the organiser's own congress: its number; of a central document: none. */
  private void studied(Gathering gathering, ConferenceMention mention) {
    for (Span span : List.of(gathering.sentence(), script.headline(), whole())) {
      for (Rule pattern : List.of(TIMES, BARE, TERM_OF_COMMITTEE)) {
        if (firstOfCongress(pattern, span, "", mention)) {
          return;
        }
      }
    }
  }

  /** The first number of a congress of the own level that certain words announce. */
  private boolean firstOfCongress(
      Rule pattern, Span span, String announced, ConferenceMention mention) {
    Ownership ownership = new Ownership(script, mention.getLevel());
    Search matcher = script.search(pattern, span);
    while (matcher.find()) {
      Integer value = OrdinalNumber.value(matcher.group("n"));
      int from = Math.max(script.sentenceAt(matcher.start()).start(), matcher.start() - BEFORE);
      String before = script.folded().substring(from, matcher.end());
      boolean congress = before.contains("đại hội") || before.contains("ban chấp hành");
      boolean session = before.contains("hội nghị");
      if (value != null
          && congress
          && !session
          && before.contains(announced)
          && ownership.ofLevel(before, matcher.end())) {
        mention.setCongressOrdinal(value);
        findings.add("congressOrdinal", matcher.start(), matcher.end(), "congress-studied");
        return true;
      }
    }
    return false;
  }
}
