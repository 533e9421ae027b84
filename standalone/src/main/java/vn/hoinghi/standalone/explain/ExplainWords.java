package vn.hoinghi.standalone.explain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import vn.hoinghi.avro.Correction;
import vn.hoinghi.enrich.resolve.Member;
import vn.hoinghi.enrich.resolve.PairAccount;
import vn.hoinghi.enrich.resolve.SharedIndex;
import vn.hoinghi.enrich.resolve.Step;
import vn.hoinghi.standalone.terminal.Harmless;
import vn.hoinghi.standalone.terminal.Paint;

/** An account in words for people. */
final class ExplainWords {
  private static final Map<String, String> INDEXES =
      Map.of(
          "day", "place and day",
          "chair", "chair and week",
          "plenum", "body, plenum and term",
          "congress", "body and congress",
          "term", "body and term",
          "document", "body and document",
          "text", "text",
          "beginning", "beginning of the text");

  static final String OTHER_SHARDS = "they stand in different shards, which are never compared";

  private ExplainWords() {}

  /** That the event that was asked for is part of another. */
  static String led(String asked, String event) {
    return asked + " is no event of its own any more; its first article is in " + event;
  }

  /** Hundredths of a bit as bits: "-3.50". */
  static String bits(int hundredths) {
    return BigDecimal.valueOf(hundredths, 2).toPlainString();
  }

  /** Cut or filled to so many columns, with two more behind it. */
  static String padded(String text, int columns) {
    int points = text.codePointCount(0, text.length());
    String cut =
        points <= columns
            ? text + " ".repeat(columns - points)
            : text.substring(0, text.offsetByCodePoints(0, columns - 1)) + "…";
    return Harmless.cell(cut) + "  ";
  }

  static List<String> article(String side, Member member) {
    return List.of(
        padded(side, 6) + Harmless.cell(Harmless.line(title(member))),
        padded("", 6) + Harmless.line(member.url()));
  }

  private static String title(Member member) {
    String day = member.publishedAt() == null ? "" : " (" + member.publishedAt() + ")";
    return member.title() + day;
  }

  static String index(SharedIndex shared) {
    return INDEXES.getOrDefault(shared.index(), shared.index()) + day(shared);
  }

  private static String day(SharedIndex shared) {
    return shared.index().equals("day")
        ? " " + LocalDate.ofEpochDay(Long.parseLong(shared.what()))
        : "";
  }

  /** Why the two are in one event, or not. */
  static String because(PairAccount a) {
    String apart = a.apart() == null ? null : a.apart() + ": " + a.because();
    if (!a.corrections().isEmpty()) {
      return "a person said so: " + said(a.corrections().get(0));
    }
    String alone = bits(a.score()) + " bits, and a match begins at " + bits(a.threshold());
    if (a.together()) {
      if (a.chain().size() == 1) {
        return "they match: " + alone;
      }
      String themselves =
          apart != null
              ? "alone they are kept apart (" + apart + ")"
              : a.matches()
                  ? "they match themselves (" + alone + ")"
                  : "alone they do not (" + alone + ")";
      return themselves + "; they came together through other articles:";
    }
    if (apart != null) {
      return "no agreement outweighs " + apart;
    }
    if (!a.compared()) {
      return "they were never compared" + (a.matches() ? ", although they would match" : "");
    }
    return a.matches()
        ? "they match (" + alone + "), but their groups do not agree:"
        : "they do not match: " + alone;
  }

  static List<String> step(Step step, Paint paint) {
    String pair = "  " + name(step.a()) + " ~ " + name(step.b()) + "  ";
    if (step.link() != null) {
      return List.of(paint.speaksFor(pair + "linked by a person"), "    " + said(step.link()));
    }
    String match = pair + bits(step.score());
    if (step.refused() == null) {
      return List.of(paint.speaksFor(match));
    }
    return List.of(paint.against(match + "  refused"), "    " + refusal(step.refused()));
  }

  /** Who said what, and why. */
  static String said(Correction c) {
    return "%s %s, %s, %s: %s"
        .formatted(
            c.getKind(),
            c.getCorrectionId(),
            Harmless.line(c.getAuthor()),
            c.getAt(),
            Harmless.line(c.getReason()));
  }

  private static String refusal(Step.Refusal r) {
    if (r.a() == null) {
      return "all in all their groups disagree: " + bits(r.score());
    }
    String pair = name(r.a()) + " and " + name(r.b());
    return r.rule() == null
        ? pair + " disagree too much: " + bits(r.score())
        : pair + " cannot be one: " + r.rule() + ", " + r.because();
  }

  /** An article where there is little room. */
  static String name(Member member) {
    return Harmless.line(member.url());
  }
}
