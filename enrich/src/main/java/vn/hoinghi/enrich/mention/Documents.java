package vn.hoinghi.enrich.mention;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.hoinghi.avro.ConferenceDocument;
import vn.hoinghi.enrich.text.Blanks;
import vn.hoinghi.enrich.text.Rule;
import vn.hoinghi.enrich.text.Search;

/**
 * The documents that a gathering dealt with: those named in the headline and in the gathering's own
 * sentence, and all with a number elsewhere, unless a sentence only names them as its ground ("Thực
 * hiện Kế hoạch số ...") or they are decisions on persons.
 */
final class Documents {
  private static final Rule NUMBER =
      Rule.of(
          "(?:số )?(?<n>\\d{1,4} ?- ?\\p{L}{1,6} ?/ ?\\p{L}{1,10}(?:\\.\\p{L}{1,3})?|\\d{1,4}/\\d{4}/\\p{L}{1,4}-\\p{L}{1,6}"
              + "|\\d{1,4}/(?:nq|ct|kl|qđ|qđi|kh|hd|tb|ctr)-\\p{L}{1,6})");

  private static final Rule BARE_NUMBER = Rule.of("số (?<n>\\d{1,4})(?![\\d%])");
  private static final Rule GROUND =
      Rule.of("^(?:- )?(?:thực hiện|căn cứ|theo|trước đó|được biết|cụ thể, theo)(?!\\p{L})");

  private static final Rule PERSONNEL =
      Rule.of("điều động|bổ nhiệm|chỉ định|phân công|luân chuyển|chuẩn y|nghỉ hưu|công tác cán bộ");

  private static final Rule TITLE_END =
      Rule.of(
          "[;\\n]|\\. |, (?:do|với|cho|tại|nhằm|theo|bằng|sáng|chiều|ngày|diễn|kết|để)(?!\\p{L})"
              + "| (?:cho|bằng|với|do|tại|theo hình thức|đến) (?=cán bộ|đội ngũ|đảng viên|hội viên|đoàn viên|bí thư|hình thức|các|toàn|hội trường|\\d|sự|gần|hơn|khoảng|ban|ông|bà|đồng chí|đ/c|trực tiếp)"
              + "| là (?=sự|một|những|văn|cơ)"
              + "| (?:và )?(?=thông qua )| và (?=lấy|bầu|ra mắt|thảo luận|tiếp tục|triển khai|nghe|tiến hành|xem xét|quán triệt|học tập|thông qua|cho ý kiến)"
              + "|(?<!\\d) và (?=nghị quyết|chỉ thị|kết luận|chương trình|kế hoạch|quy định|hướng dẫn)"
              + "|, (?=nghị quyết|chỉ thị|kết luận|chương trình|kế hoạch|quy định|hướng dẫn|kết nối|diễn ra|tổ chức)");

  private static final Rule NAME =
      Rule.of(" (?:đại hội|hội nghị|trung ương|tw|chuyên|của|về|tỉnh|số|\\d)");

  /** "Thuộc thẩm quyền quyết định của Thủ tướng": to decide, and no decision. */
  private static final String POWER = "thẩm quyền ";

  private static final int MOST = 20;

  /** The gathering's sentence and the headline. */
  private static final int OWN = 2;

  private final Script script;
  private final Findings findings;
  private int lastEnd;

  Documents(Script script, Findings findings) {
    this.script = script;
    this.findings = findings;
  }

  List<ConferenceDocument> of(Gathering gathering) {
    List<ConferenceDocument> documents = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    List<Span> spans = new ArrayList<>();
    spans.add(gathering.sentence());
    spans.add(script.headline());
    spans.addAll(script.sentences());
    for (int i = 0; i < spans.size(); i++) {
      Span span = spans.get(i);
      boolean own = i < OWN;
      if (!own && GROUND.in(first(span)).find()) {
        continue;
      }
      for (Hit kind : script.hits(Lexicon.DOCUMENTS, span)) {
        if (documents.size() < MOST) {
          add(kind, span, own, gathering, seen, documents);
        }
      }
    }
    return documents;
  }

  private String first(Span span) {
    return script.folded().substring(span.start(), Math.min(span.end(), span.start() + 30));
  }

  private void add(
      Hit kind,
      Span span,
      boolean own,
      Gathering gathering,
      Set<String> seen,
      List<ConferenceDocument> documents) {
    Span number = number(kind, span);
    boolean studied = own && kind.start() >= gathering.noun().end() && named(kind);
    boolean ground = kind.start() < gathering.noun().start() && GROUND.in(first(span)).find();
    if (number == null && kind.start() < lastEnd) {
      return;
    }
    boolean power = script.folded().startsWith(POWER, kind.start() - POWER.length());
    if ((number == null && !studied) || power || personnel(kind, span) || (own && ground)) {
      return;
    }
    int end = titleEnd(number == null ? kind.end() : number.end(), span);
    String written = number == null ? null : script.written(number.start(), number.end());
    String key = number == null ? title(kind.start(), end) : Blanks.none(written);
    lastEnd = own ? Math.max(lastEnd, end) : lastEnd;
    if (!seen.add(Folding.fold(key))) {
      return;
    }
    documents.add(new ConferenceDocument(kind.phrase().note(0), written, title(kind.start(), end)));
    findings.add("documents", kind.start(), end, number == null ? "document" : "document-number");
  }

  /** A document without a number has a name of its own: a capital, or "của", "về", "Đại hội". */
  private boolean named(Hit kind) {
    String after =
        script.folded().substring(kind.end(), Math.min(script.folded().length(), kind.end() + 12));
    return NAME.in(after).lookingAt();
  }

  private Span number(Hit kind, Span span) {
    int to = Math.min(span.end(), kind.end() + 34);
    Search matcher = script.search(NUMBER, new Span(kind.end(), to));
    if (matcher.find() && matcher.start() - kind.end() <= 3) {
      return new Span(matcher.start("n"), matcher.end("n"));
    }
    Search bare = script.search(BARE_NUMBER, new Span(kind.end(), to));
    return bare.find() && bare.start() - kind.end() <= 1
        ? new Span(bare.start("n"), bare.end("n"))
        : null;
  }

  private boolean personnel(Hit kind, Span span) {
    return kind.phrase().note(0).equals("Quyết định")
        && script
            .search(PERSONNEL, new Span(kind.end(), Math.min(span.end(), kind.end() + 160)))
            .find();
  }

  private int titleEnd(int from, Span span) {
    int limit = Math.min(span.end(), from + 220);
    Search matcher = script.search(TITLE_END, new Span(from, limit));
    int end = closing(from, matcher.find() ? matcher.start() : limit);
    while (end > from
        && " ,.;:)\u2026".indexOf(script.folded().charAt(end - 1)) >= 0
        && !closes(from, end)) {
      end--;
    }
    return end;
  }

  /** A quotation mark that closes what was opened before the title ends it. */
  private int closing(int from, int end) {
    for (int mark = from; mark < end; mark++) {
      if (script.folded().charAt(mark) == '"') {
        return mark > from && script.folded().charAt(mark - 1) != ' ' ? mark : end;
      }
    }
    return end;
  }

  /** A bracket at the end that was opened within the title stays. */
  private boolean closes(int from, int end) {
    return script.folded().charAt(end - 1) == ')' && script.lastIndexOf('(', from, end) >= from;
  }

  private String title(int start, int end) {
    return Blanks.single(script.written(start, end)).strip();
  }
}
