package vn.hoinghi.enrich.mention;

import java.util.List;
import java.util.Set;

/**
 * A gathering told by what was said there. Under a headline of policy no verb says that it was
 * held: "Tại hội nghị tổng kết công tác năm, Bộ trưởng ... đánh giá", "ông ... cho biết tại hội
 * thảo". That somebody speaks there says as much.
 */
final class Scene {
  private static final int NONE = 0;
  private static final int PLACE = 1;
  private static final int SPEECH = 3;

  private static final List<String> IN = List.of("tại ", "ở ");
  private static final List<String> STRONG_IN = List.of("tại ", "ở ", "trong ");

  private static final List<String> ADDRESSES =
      List.of(
          "phát biểu khai mạc ",
          "phát biểu bế mạc ",
          "phát biểu kết luận ",
          "phát biểu chỉ đạo ",
          "phát biểu mở đầu ",
          "phát biểu định hướng ",
          "kết luận ",
          "phát biểu trước ");

  /** What stands between a verb of saying and the place, for what the article told before. */
  private static final Set<String> REFERENCES =
      Set.of("như vậy", "như thế", "như trên", "điều này", "điều đó", "điều trên", "vấn đề này");

  private static final List<String> PARTS =
      List.of("bế mạc ", "khai mạc ", "phiên ", "buổi ", "lễ ");

  private final Script script;

  Scene(Script script) {
    this.script = script;
  }

  /**
   * How much a gathering is the scene of what its sentence tells; more where that is speech at the
   * top of the article. A meeting of any kind, or with the press, is often only where one spoke.
   */
  int weight(Hit noun, Span sentence, boolean opening) {
    boolean strong = noun.is("STRONG") && !script.folded().startsWith(" báo chí", noun.end());
    int from = before(noun, strong);
    if (from < 0) {
      return isAddressed(noun) ? address(strong, opening) : NONE;
    }
    boolean spoken = spokenBefore(from, sentence) || spokenAfter(noun, sentence);
    return spoken ? address(strong, opening) : PLACE;
  }

  /** "Phát biểu khai mạc hội nghị, Bí thư cho biết": who opens it speaks there. */
  private boolean isAddressed(Hit noun) {
    return ADDRESSES.stream()
        .anyMatch(speech -> script.folded().startsWith(speech, noun.start() - speech.length()));
  }

  private static int address(boolean strong, boolean opening) {
    return strong && opening ? SPEECH : PLACE;
  }

  /** Where "tại" begins before a gathering or a part of it ("phiên bế mạc"), or -1. */
  private int before(Hit noun, boolean strong) {
    int start = noun.start();
    for (String part : PARTS) {
      start =
          script.folded().startsWith(part, start - part.length()) ? start - part.length() : start;
    }
    for (String in : strong ? STRONG_IN : IN) {
      if (script.folded().startsWith(in, start - in.length())) {
        return start - in.length();
      }
    }
    return -1;
  }

  /** "Phát biểu tại hội nghị". */
  private boolean spokenBefore(int from, Span sentence) {
    return script.hits(Lexicon.SAYINGS, sentence.start(), from).stream()
        .anyMatch(verb -> leadsTo(verb.end(), from));
  }

  /** "Cho biết như vậy tại hội nghị", "nhấn mạnh điều này tại hội nghị". */
  private boolean leadsTo(int verb, int from) {
    String between = script.folded().substring(verb, from).strip();
    return between.isEmpty() || REFERENCES.contains(between);
  }

  /** "Tại hội nghị ..., ông ... cho biết": past the comma, not what the gathering is for. */
  private boolean spokenAfter(Hit noun, Span sentence) {
    int comma = script.indexOf(", ", noun.end(), sentence.end());
    return comma >= 0 && !script.hits(Lexicon.SAYINGS, comma, sentence.end()).isEmpty();
  }
}
