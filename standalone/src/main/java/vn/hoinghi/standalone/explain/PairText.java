package vn.hoinghi.standalone.explain;

import static vn.hoinghi.standalone.explain.ExplainWords.bits;
import static vn.hoinghi.standalone.explain.ExplainWords.padded;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import vn.hoinghi.enrich.resolve.Member;
import vn.hoinghi.enrich.resolve.PairAccount;
import vn.hoinghi.enrich.resolve.SharedIndex;
import vn.hoinghi.enrich.resolve.Step;
import vn.hoinghi.enrich.resolve.Weighed;
import vn.hoinghi.standalone.terminal.Harmless;
import vn.hoinghi.standalone.terminal.Paint;

/**
 * Two articles side by side as text: the answer first, then what led to it.
 *
 * @param because why the answer is so
 * @param met where the two met
 * @param guessed whether the line of a field weighs a guess at what an article says
 */
record PairText(
    PairAccount account, String because, String met, Predicate<String> guessed, Paint paint) {
  private static final int FIELD = 16;
  private static final int VALUE = 34;
  private static final int SIGNAL = 20;

  /** The text to an account of articles that were there themselves. */
  static PairText of(PairAccount account, Paint paint) {
    return new PairText(
        account, ExplainWords.because(account), met(account), field -> false, paint);
  }

  List<String> lines() {
    var lines = new ArrayList<String>();
    lines.add(paint.loud(answer()));
    lines.addAll(ExplainWords.article("left", account.left()));
    lines.addAll(ExplainWords.article("right", account.right()));
    lines.add("");
    because(lines);
    lines.add("");
    table(lines);
    lines.add("");
    lines.add("met in:  " + met);
    lines.add("rules:   " + rules());
    return List.copyOf(lines);
  }

  private String answer() {
    return account.together()
        ? "ONE EVENT " + account.leftEvent()
        : "TWO EVENTS " + account.leftEvent() + " and " + account.rightEvent();
  }

  private void because(List<String> lines) {
    lines.add("because: " + because);
    if (account.chain().size() > 1 || (!account.together() && account.matches())) {
      account.chain().forEach(step -> step(lines, step));
    }
  }

  private void step(List<String> lines, Step step) {
    lines.addAll(ExplainWords.step(step, paint));
  }

  private void table(List<String> lines) {
    lines.add(
        padded("field", FIELD)
            + padded("left", VALUE)
            + padded("right", VALUE)
            + padded("shows", SIGNAL)
            + "  bits");
    account.weights().forEach(w -> lines.add(row(w)));
    String sum = "%6s".formatted(bits(account.score()));
    lines.add(
        padded("sum", FIELD)
            + padded("", VALUE)
            + padded("", VALUE)
            + padded("a match from " + bits(account.threshold()), SIGNAL)
            + paint.weighed(account.matches() ? 1 : -1, sum));
  }

  private String row(Weighed w) {
    String left = padded(w.left() == null ? "-" : Harmless.line(w.left()), VALUE);
    String right = padded(w.right() == null ? "-" : Harmless.line(w.right()), VALUE);
    String start = padded(w.field(), FIELD) + left + right;
    if (w.signal() == null) {
      boolean both = w.left() != null && w.right() != null;
      return paint.aside(start + (both ? "shows nothing" : "not told by both"));
    }
    String bits = "%6s".formatted(bits(w.weight()));
    String signal = guessed.test(w.field()) ? w.signal() + " ?" : w.signal();
    return start + padded(signal, SIGNAL) + paint.weighed(w.weight(), bits);
  }

  private static String met(PairAccount account) {
    if (account.indexes().isEmpty()) {
      return "no index; only articles that meet in one are compared";
    }
    String all =
        account.indexes().stream()
            .map(PairText::index)
            .distinct()
            .collect(Collectors.joining("; "));
    return account.compared() ? all : all + "; too far from each other there to be compared";
  }

  private static String index(SharedIndex shared) {
    return ExplainWords.index(shared) + (shared.within() ? "" : " (crowded)");
  }

  private String rules() {
    Member left = account.left();
    Member right = account.right();
    return left.rulesVersion().equals(right.rulesVersion())
        ? left.rulesVersion()
        : left.rulesVersion() + " left, " + right.rulesVersion() + " right";
  }
}
