package vn.hoinghi.sink;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import vn.hoinghi.schemas.ContractPack;

class BatchTest {
  private final EventRecordReader reader = new EventRecordReader(ContractPack.committed());

  @RepeatedTest(20)
  void halvesDoTheSameOneAfterTheOther(RepetitionInfo repetition) {
    var dice = new Random(repetition.getCurrentRepetition());
    Batch whole = batch(dice);

    List<Batch> halves = whole.halves();

    var changes = new ArrayList<>(halves.get(0).changes());
    changes.addAll(halves.get(1).changes());
    assertThat(changes).isEqualTo(whole.changes());
    assertThat(halves).allSatisfy(half -> assertThat(half.changes()).isNotEmpty());
    Map<Integer, Long> positions = new TreeMap<>();
    whole.moves().forEach((p, move) -> positions.put(p, move.from()));
    for (Batch half : halves) {
      follow(half, positions);
    }
    whole.moves().forEach((p, move) -> assertThat(positions).containsEntry(p, move.to()));
  }

  /** Every change lies within its partition's step, and every step begins where the last ended. */
  private static void follow(Batch half, Map<Integer, Long> positions) {
    for (Change change : half.changes()) {
      Move move = half.moves().get(change.source().partition());
      assertThat(change.source().offset()).isBetween(move.from(), move.to() - 1);
    }
    half.moves()
        .forEach(
            (p, move) -> {
              assertThat(positions.put(p, move.to())).isEqualTo(move.from());
              assertThat(move.to()).isGreaterThanOrEqualTo(move.from());
            });
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
      moves.put(p, new Move(0, log.end(), null));
    }
    return new Batch(EventLog.IDENTITY, moves, changes);
  }
}
