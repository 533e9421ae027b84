package vn.hoinghi.standalone.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LedgerTest {
  @Test
  void itAddsUpWhenEveryInputHasOneOutcome() {
    var ledger = new Ledger(3);
    ledger.enter(Outcome.CONFERENCE, null);
    ledger.enter(Outcome.NOT_CONFERENCE, "OPINION");
    ledger.enter(Outcome.NOT_CONFERENCE, "OPINION");
    assertThat(ledger.addsUp()).isTrue();
    assertThat(ledger.lines())
        .contains(
            "       3 inputs", "       1 in an event", "       2 not a conference  {OPINION=2}");
  }

  @Test
  void anInputWithoutATraceIsMissed() {
    var ledger = new Ledger(2);
    ledger.enter(Outcome.DROPPED, "TEXT_EMPTY");
    assertThat(ledger.addsUp()).isFalse();
    assertThat(ledger.lines()).contains("       ! 1 of 2 inputs are accounted for");
  }

  @Test
  void aSumThatFitsDoesNotHideAProblem() {
    var ledger = new Ledger(1);
    ledger.enter(Outcome.CONFERENCE, null);
    ledger.problem("article a stands in two events");
    assertThat(ledger.addsUp()).isFalse();
  }
}
