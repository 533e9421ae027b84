package vn.hoinghi.sink;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import vn.hoinghi.schemas.ContractPack;
import vn.hoinghi.schemas.Reason;

class BatchTest {
  private final EventRecordReader reader = new EventRecordReader(ContractPack.committed());

  @RepeatedTest(20)
  void withoutSomeChangesTheStepsAreTheSameAndTheOthersStand(RepetitionInfo repetition) {
    var dice = new Random(repetition.getCurrentRepetition());
    Batch whole = batch(dice);
    var why = new StoreException.Refused(Reason.SINK_VALUE, "22021", null);
    List<Refusal> refused =
        whole.changes().stream()
            .filter(c -> dice.nextInt(3) == 0)
            .map(c -> new Refusal(c, why))
            .toList();

    Batch rest = whole.without(refused);

    assertThat(rest.moves()).isEqualTo(whole.moves());
    var all = new ArrayList<Change>(whole.changes());
    all.removeAll(refused.stream().map(Refusal::change).toList());
    assertThat(rest.changes()).isEqualTo(all);
  }

  private Batch batch(Random dice) {
    var moves = new TreeMap<Integer, Move>();
    var changes = new ArrayList<Change>();
    for (int p = 0; p < 1 + dice.nextInt(4); p++) {
      var log = new EventLog(p);
      for (int i = 0; i < 2 + dice.nextInt(5); i++) {
        if (dice.nextInt(4) == 0) {
          log.marker();
        }
        log.live(Events.event(dice.nextInt(100), i));
      }
      log.marker();
      log.records().forEach(r -> changes.add(reader.read(r)));
      moves.put(p, new Move(0, log.end(), null, true));
    }
    return new Batch(EventLog.IDENTITY, moves, changes);
  }
}
