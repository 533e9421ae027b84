package vn.hoinghi.enrich.mention;

import vn.hoinghi.avro.Count;
import vn.hoinghi.avro.Qualifier;
import vn.hoinghi.enrich.text.Rule;
import vn.hoinghi.enrich.text.Search;

/**
 * How many people came. Numbers of people are everywhere: votes, members represented, members of a
 * party branch. A number counts people present where a word of presence stands in its clause and
 * none of another matter does; the first best wins.
 */
final class Attendance {
  private static final Rule NUMBER =
      Rule.of(
          "(?<![\\p{L}\\d.,/-])(?<n>\\d{1,3}(?:\\.\\d{3}){1,2}|\\d{1,3},\\d{1,2}(?= (?:nghìn|ngàn|vạn|triệu))|\\d{1,6})"
              + "(?:/(?<of>\\d{1,3}(?:\\.\\d{3}){1,2}|\\d{2,6}))?(?: (?<k>nghìn|ngàn|vạn|triệu)(?!\\p{L}))?(?![\\d/%]|[.,]\\d|-\\d| ?%)");

  /** "11 đồng chí trong Ban Chấp hành": members of something. */
  private static final Rule BODY_BEHIND =
      Rule.of(" (?:trong|vào) (?:ban |bch|btv|danh sách|cấp ủy|số )| của (?:ban chấp|hội đồng)");

  private static final int NEAR = 45;
  private static final int FAR = 300;
  private static final int LAST_DAY = 31;
  private static final int MOST_PEOPLE = 2_000_000;

  private final Script script;
  private final Findings findings;
  private final Qualifiers qualifiers;

  Attendance(Script script, Findings findings) {
    this.script = script;
    this.findings = findings;
    this.qualifiers = new Qualifiers(script);
  }

  /** People present, or null. */
  Count of(Gathering gathering) {
    int best = 0;
    int value = 0;
    Span number = null;
    Span noun = null;
    Search matcher = script.search(NUMBER, script.whole());
    while (matcher.find()) {
      Hit people = counted(matcher.end());
      if (people == null) {
        continue;
      }
      int weight = weight(matcher.start(), people, gathering);
      boolean closer =
          weight > 0
              && number != null
              && value(matcher) == value
              && isRounder(number.start(), matcher.start());
      if ((weight > best || closer) && value(matcher) <= MOST_PEOPLE && plausible(matcher)) {
        best = Math.max(best, weight);
        value = (int) value(matcher);
        number = new Span(matcher.start(), matcher.end());
        noun = new Span(people.start(), people.end());
      }
    }
    if (number == null) {
      return null;
    }
    findings.add("attendees", qualifiers.start(number.start()), noun.end(), "people-present");
    return new Count(value, qualifiers.of(number.start()));
  }

  /** A headline says "160 báo cáo viên" where its report says "hơn 160 báo cáo viên". */
  private boolean isRounder(int number, int other) {
    return qualifiers.of(number) == Qualifier.EXACT && qualifiers.of(other) != Qualifier.EXACT;
  }

  /** The noun right after a number, "142 đại biểu", or null. */
  private Hit counted(int end) {
    return script
        .hits(Lexicon.PRESENCE, end, Math.min(script.folded().length(), end + 40))
        .firstMatch(hit -> hit.start() - end == 1 && hit.is("PEOPLE"));
  }

  private int weight(int start, Hit people, Gathering gathering) {
    Span sentence = script.sentenceAt(start);
    int from = Math.max(sentence.start(), start - FAR);
    int to = Math.min(sentence.end(), people.end() + FAR);
    int clause = script.lastIndexOf(';', from, start);
    from = people.is("DELEGATES") ? from : Math.max(from, clause + 1);
    boolean members = people.is("MEMBERS");
    int weight = 0;
    for (Hit hit : script.hits(Lexicon.PRESENCE, from, to)) {
      int distance = hit.end() <= start ? start - hit.end() : hit.start() - people.end();
      if (hit.is("PRESENT")) {
        weight = Math.max(weight, distance < NEAR ? 4 : members ? 2 : 0);
      }
    }
    if (absent(from, start, people)) {
      return 0;
    }
    weight = invited(start, gathering) ? Math.max(weight, 3) : weight;
    weight = weight == 0 && closesList(from, start) ? 2 : weight;
    boolean headline = sentence.start() < script.headline().end();
    boolean participants = people.is("DELEGATES");
    weight += weight > 0 && headline ? 2 : 0;
    weight += participants && Math.abs(start - gathering.noun().start()) < 900 ? 2 : 0;
    weight -= atOnePoint(start, sentence) ? 3 : 0;
    return weight < 2 ? 0 : weight;
  }

  /** A word of another matter close before the number, or right after what it counts. */
  private boolean absent(int from, int start, Hit people) {
    for (Hit hit : script.hits(Lexicon.PRESENCE, from, start)) {
      if (hit.is("ABSENT") && start - hit.end() <= (hit.is("CLOSE") ? 12 : 22)) {
        return true;
      }
    }
    if (!people.is("DELEGATES") && (strength(start) || announcesNames(people))) {
      return true;
    }
    int to = Math.min(script.sentenceAt(start).end(), people.end() + 24);
    return script.search(BODY_BEHIND, new Span(people.end(), to)).lookingAt()
        || script.hits(Lexicon.PRESENCE, people.end(), to).anyMatch(h -> h.is("AFTER"));
  }

  /** "Cùng dự có ông ..., các phòng, ban và 120 nông dân": the last of those who came. */
  private boolean closesList(int from, int start) {
    int number = qualifiers.start(start);
    String before = script.folded().substring(Math.max(from, number - 6), number);
    Hits told = script.hits(Lexicon.PRESENCE, from, number);
    return (before.endsWith(" và ") || before.endsWith(" cùng "))
        && told.anyMatch(hit -> hit.is("PRESENT"))
        && !told.anyMatch(hit -> hit.is("ABSENT"));
  }

  /** "Tham dự có 3 đồng chí: Lê A, Lý B và Hà C": so many are named. */
  private boolean announcesNames(Hit people) {
    return script.folded().startsWith(":", people.end())
        || script.folded().startsWith(" :", people.end());
  }

  /** "Tại điểm cầu xã Ia O, 112 đảng viên" are not all. */
  private boolean atOnePoint(int start, Span sentence) {
    int from = Math.max(sentence.start(), start - 90);
    return script.folded().substring(from, start).contains("tại điểm cầu");
  }

  /**
   * "Ban Thường vụ có 15 người", "Đảng bộ xã có 307 đảng viên", "bầu Ban Chấp hành với 15 đồng
   * chí": the strength of a body.
   */
  private boolean strength(int start) {
    int number = qualifiers.start(start);
    String before = script.folded().substring(Math.max(0, number - 60), number);
    int clause = Math.max(before.lastIndexOf(", "), before.lastIndexOf(". "));
    int from = number - before.length() + clause + 1;
    boolean elected = before.endsWith(" với ") && before.indexOf(" bầu ", clause + 1) >= 0;
    boolean owns = before.endsWith(" có ") || before.endsWith(" gồm ");
    return (owns || elected)
        && !script.hits(Lexicon.BODIES, from, number).isEmpty()
        && script.hits(Lexicon.PRESENCE, from, number).noneMatch(h -> h.is("PRESENT"));
  }

  /** "2 nghìn" is 2,000, "1 vạn" 10,000, "1,5 triệu" 1,500,000. */
  private static long value(Search matcher) {
    String unit = matcher.group("k") == null ? "" : matcher.group("k");
    long factor =
        switch (unit) {
          case "" -> 1;
          case "vạn" -> 10_000;
          case "triệu" -> 1_000_000;
          default -> 1_000;
        };
    String written = matcher.group("n");
    int comma = written.indexOf(',');
    if (comma < 0) {
      return value(written) * factor;
    }
    long fraction = Math.round(Double.parseDouble("0." + written.substring(comma + 1)) * factor);
    return value(written.substring(0, comma)) * factor + fraction;
  }

  /** "77/86 đại biểu" came of all; "13/6" is a day. */
  private static boolean plausible(Search matcher) {
    String all = matcher.group("of");
    return all == null || (value(all) > LAST_DAY && value(all) >= value(matcher.group("n")));
  }

  /**
   * "Tổ chức hội nghị ... cho 240 cán bộ", "cùng 420 cán bộ chủ chốt": those the gathering is for.
   */
  private boolean invited(int start, Gathering gathering) {
    int number = qualifiers.start(start);
    String before = script.folded().substring(Math.max(0, number - 6), number);
    int noun = gathering.noun().end();
    int end = Math.min(gathering.sentence().end(), noun + FAR);
    boolean own = number > noun && number <= end;
    return own
        && (before.endsWith(" cho ") || before.endsWith(" cùng ") || before.endsWith(" với "))
        && script.hits(Lexicon.PRESENCE, noun, number).noneMatch(h -> h.is("ABSENT"));
  }

  private static int value(String written) {
    return Integer.parseInt(written.replace(".", ""));
  }
}
