package vn.hoinghi.enrich.resolve;

import java.util.function.Consumer;

/** The sum of the signals that counted, in 1/100 bit, with someone who may want to hear each. */
final class Score {
  private final Consumer<Signal> listener;
  private int sum;

  Score(Consumer<Signal> listener) {
    this.listener = listener;
  }

  int sum() {
    return sum;
  }

  void add(Signal signal) {
    sum += signal.weight();
    listener.accept(signal);
  }

  /** Counts agreement or disagreement where both give a value. */
  <T> void judge(T mine, T theirs, Signal same, Signal differ) {
    if (Values.given(mine) && Values.given(theirs)) {
      add(mine.equals(theirs) ? same : differ);
    }
  }
}
