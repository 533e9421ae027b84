package vn.hoinghi.enrich.mention;

import java.util.List;
import vn.hoinghi.enrich.text.Rule;
import vn.hoinghi.enrich.text.Search;

/**
 * Who held a gathering: the body before the verb of holding ("Ngày 21/12, Ban Thường vụ Tỉnh ủy tổ
 * chức hội nghị"), between "do" and it ("do Tỉnh ủy tổ chức"), right after the noun ("Hội nghị lần
 * thứ 3 Ban Chấp hành Đảng bộ tỉnh"), or whose it is said to be ("hội nghị tổng kết của Sở").
 */
final class Organisers {
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
              + ")){0,12}+,? ?");

  /** What a body owns without having met. */
  private static final Rule WORD_OF =
      Rule.of(
          "(?<!\\p{L})(?:chủ trương|chính sách|chỉ đạo|ý kiến|quan điểm|lãnh đạo|phát biểu|nhân sự|đề nghị"
              + "|sự|vai trò|đề xuất|thông tin|câu hỏi|đại diện|có mặt|văn phòng|cán bộ|đại biểu)(?!\\p{L})");

  /** "Được Ban Dân vận tổ chức", but not "được long trọng tổ chức". */
  private static final String PASSIVE = " được ";

  /** What goes on with the purpose of a gathering past a comma. */
  private static final List<String> PURPOSE_GOES_ON =
      List.of(" triển khai ", " phương hướng ", " đề ra ", " bàn ", " nhiệm vụ ");

  private static final int OWNER_NEAR = 140;
  private static final int COMMITTEE = 20;

  private final Script script;
  private final BodyName names;
  private final BodyBefore bodies;

  Organisers(Script script) {
    this.script = script;
    this.names = new BodyName(script);
    this.bodies = new BodyBefore(script, names);
  }

  /** The body's span, or null. */
  Span of(Hit noun, Hit verb, Span sentence) {
    Span named = agentAfter(noun, sentence);
    if (named == null && verb != null && verb.start() <= noun.start()) {
      named = bodies.of(verb, sentence);
    }
    if (named == null) {
      named = after(noun, sentence);
    }
    if (named == null) {
      named = owner(noun, sentence);
    }
    return named == null ? met(noun, sentence) : named;
  }

  /** The body right before a verb, or null. */
  Span before(Hit verb, Span sentence) {
    return bodies.of(verb, sentence);
  }

  /** "Tại Hội nghị Trung ương 7, Ban Chấp hành Trung ương đã thảo luận": the committee itself. */
  private Span met(Hit noun, Span sentence) {
    int comma = script.indexOf(", ", noun.end(), Math.min(sentence.end(), noun.end() + OWNER_NEAR));
    if (comma < 0 || !script.folded().startsWith("tại ", noun.start() - "tại ".length())) {
      return null;
    }
    int from = comma + ", ".length();
    boolean committee =
        script
            .hits(Lexicon.PURPOSES, from, Math.min(sentence.end(), from + COMMITTEE))
            .anyMatch(hit -> hit.is("BODY") && hit.start() == from);
    for (Hit act :
        committee ? script.hits(Lexicon.HOLDING, from, sentence.end()) : List.<Hit>of()) {
      if (act.is("ACT")) {
        return names.sane(names.from(from, sentence));
      }
    }
    return null;
  }

  /** "... do Ban Tuyên giáo Trung ương tổ chức" after the noun, whoever chaired it. */
  private Span agentAfter(Hit noun, Span sentence) {
    int to = Math.min(sentence.end(), noun.end() + 300);
    for (Hit verb : script.hits(Lexicon.HOLDING, noun.end(), to)) {
      Span agent = verb.is("HOLD") ? names.sane(agent(noun, verb)) : null;
      if (agent != null) {
        return agent;
      }
    }
    return null;
  }

  private Span agent(Hit noun, Hit verb) {
    String between = script.folded().substring(noun.end(), verb.start());
    int by = between.lastIndexOf(" do ");
    int from = noun.end() + by + " do ".length();
    if (by < 0) {
      by = between.lastIndexOf(PASSIVE);
      from = noun.end() + by + PASSIVE.length();
      by = isHead(from, verb.start()) ? by : -1;
    }
    if (by < 0 || verb.start() - from > 160) {
      return null;
    }
    return bodies.isPerson(from, verb.start()) ? null : names.between(from, verb.start());
  }

  private boolean isHead(int from, int to) {
    return script
        .hits(Lexicon.BODIES, from, Math.max(from, to))
        .anyMatch(head -> head.start() == from);
  }

  /** "Hội nghị lần thứ 11 Ban Chấp hành Đảng bộ TP Hà Nội". */
  Span after(Hit noun, Span sentence) {
    Search session = script.search(SESSION, new Span(noun.end(), sentence.end()));
    int from = session.lookingAt() ? session.end() : noun.end();
    if (script.folded().substring(noun.end(), from).strip().equals(",")) {
      return null; // "Tại hội nghị, Sở Tài chính cho biết": another clause
    }
    boolean body =
        script
            .hits(Lexicon.BODIES, from, Math.min(from + 60, sentence.end()))
            .anyMatch(head -> head.start() - from <= 1);
    if (!body) {
      return null;
    }
    return names.from(script.folded().charAt(from) == ' ' ? from + 1 : from, sentence);
  }

  /**
   * "Hội nghị tổng kết công tác năm của Sở Nội vụ": whose the gathering was, unless what is theirs
   * is a document or a word of theirs ("quán triệt Nghị quyết của Bộ Chính trị").
   */
  private Span owner(Hit noun, Span sentence) {
    int to = Math.min(sentence.end(), noun.end() + OWNER_NEAR);
    int of = script.indexOf(" của ", noun.end(), to);
    if (of < 0) {
      return null;
    }
    int from = of + " của ".length();
    boolean clause =
        ";:()".chars().anyMatch(c -> script.lastIndexOf((char) c, noun.end(), of) >= 0)
            || isLeft(noun.end(), of);
    if (clause || !script.hits(Lexicon.DOCUMENTS, noun.end(), of).isEmpty()) {
      return null;
    }
    boolean body =
        script
            .hits(Lexicon.BODIES, from, Math.min(from + 60, sentence.end()))
            .anyMatch(head -> head.start() == from && !(head.is("CENTRAL") && isAuthor(head)));
    boolean word = script.search(WORD_OF, new Span(noun.end(), of)).find();
    return body && !word ? names.sane(names.from(from, sentence)) : null;
  }

  /** The Politburo's is a document rather than a meeting; a board of the centre meets. */
  private static boolean isAuthor(Hit head) {
    String name = head.phrase().text();
    boolean board = name.startsWith("ban ") || name.startsWith("ủy ban kiểm tra");
    return !board || name.startsWith("ban bí thư") || name.startsWith("ban chấp hành");
  }

  /** Past a comma another clause begins, unless it adds to the purpose or lists its fields. */
  private boolean isLeft(int from, int to) {
    boolean plain =
        script.folded().charAt(from) != ','
            && script.hits(Lexicon.SAYINGS, from, to).isEmpty()
            && !bodies.hasPerson(from, to);
    for (int at = from; !plain && (at = script.indexOf(",", at, to)) >= 0; at++) {
      int after = at + 1;
      if (PURPOSE_GOES_ON.stream().noneMatch(word -> script.folded().startsWith(word, after))) {
        return true;
      }
    }
    return false;
  }
}
