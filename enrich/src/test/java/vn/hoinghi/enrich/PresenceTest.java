package vn.hoinghi.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.stream.IntStream;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A store is asked only for what it may hold, and what it holds is always found. */
class PresenceTest {
  private static final int THERE = 3_000;

  private final KeyValueStore<Bytes, byte[]> store =
      Stores.keyValueStoreBuilder(
              Stores.inMemoryKeyValueStore("some"), Serdes.Bytes(), Serdes.ByteArray())
          .withLoggingDisabled()
          .build();

  @BeforeEach
  void openTheStore() {
    var context = new org.apache.kafka.streams.processor.api.MockProcessorContext<>();
    store.init(context.getStateStoreContext(), store);
  }

  @AfterEach
  void closeTheStore() {
    store.close();
  }

  @Test
  void whatStoodInTheStoreBeforeTheStartIsFoundFromTheFirstQuestionOn() {
    IntStream.range(0, THERE).forEach(i -> store.put(key(i), new byte[] {1}));
    var presence = new Presence(store, length -> length == Integer.BYTES);
    for (int round = 0; round < 3; round++) {
      for (int i = 0; i < THERE; i++) {
        assertThat(presence.mayHold(key(i))).as("key %s in round %s", i, round).isTrue();
      }
    }
    assertThat(mistaken(presence)).as("of a hundred absent ones").isLessThan(10);
  }

  @Test
  void whatComesWhileTheStoreIsStillBeingReadIsFound() {
    IntStream.range(0, THERE).forEach(i -> store.put(key(2 * i), new byte[] {1}));
    var presence = new Presence(store, length -> length == Integer.BYTES);
    for (int i = 0; i < THERE; i++) {
      store.put(key(2 * i + 1), new byte[] {1});
      presence.add(key(2 * i + 1));
      assertThat(presence.mayHold(key(2 * i + 1))).isTrue();
    }
    assertThat(IntStream.range(0, 2 * THERE)).allMatch(i -> presence.mayHold(key(i)));
    assertThat(mistaken(presence)).isLessThan(10);
  }

  @Test
  void manyMoreThanTheFirstFilterHoldsAreFoundAndFewOthers() {
    var presence = new Presence(store, length -> true);
    IntStream.range(0, 200_000).forEach(i -> presence.add(key(i)));
    assertThat(IntStream.range(0, 200_000)).allMatch(i -> presence.mayHold(key(i)));
    assertThat(mistaken(presence)).isLessThan(10);
  }

  private static long mistaken(Presence presence) {
    return IntStream.range(1_000_000, 1_000_100).filter(i -> presence.mayHold(key(i))).count();
  }

  private static Bytes key(int number) {
    return Bytes.wrap(ByteBuffer.allocate(Integer.BYTES).putInt(number).array());
  }
}
