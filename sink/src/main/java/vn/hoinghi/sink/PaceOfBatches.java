package vn.hoinghi.sink;

/**
 * How many records go in one transaction. One that did not come to its end in time would not the
 * next time either: half as many are tried then, down to one, and twice as many after some that
 * went well.
 */
final class PaceOfBatches {
  private static final int SOME = 8;
  private final int most;
  private int now;
  private int wentWell;

  PaceOfBatches(int most) {
    this.most = most;
    this.now = most;
  }

  int records() {
    return now;
  }

  void failed() {
    now = Math.max(1, now / 2);
    wentWell = 0;
  }

  void succeeded() {
    if (++wentWell == SOME) {
      now = Math.min(most, now * 2);
      wentWell = 0;
    }
  }
}
