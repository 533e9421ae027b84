package vn.hoinghi.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was stored is told, at least once, in order, and nothing else is. */
class RelayIT {
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final EventLog log = new EventLog(0);
  private final Heard heard = new Heard();
  private TestTables tables;
  private GroupMember sink;

  /** Brokers that may be away. */
  private static final class Heard implements Announcer {
    final List<String> keys = new ArrayList<>();
    final List<String> retracted = new ArrayList<>();
    volatile boolean away;

    @Override
    public synchronized void tell(List<Confirmation> confirmations) {
      if (away) {
        throw new TimeoutException("no broker");
      }
      for (Confirmation c : confirmations) {
        (c.stored().getRetracted() ? retracted : keys).add(c.key());
      }
    }

    synchronized int count() {
      return keys.size();
    }

    @Override
    public void close() {}
  }

  @BeforeEach
  void open() throws SQLException {
    tables = new TestTables();
    sink = new GroupMember(new PostgresEventStore(tables.database), log).assign(0);
  }

  @AfterEach
  void close() {
    tables.close();
  }

  private Relay relay(javax.sql.DataSource database) {
    var backoff =
        new Backoff(Duration.ofMillis(10), Duration.ofMillis(50), System::nanoTime, new Random(1));
    return new Relay(database, heard, backoff, new RelayMetrics(registry));
  }

  @Test
  void everyRevisionThatWasStoredIsToldOnceAndInItsOrder() throws Exception {
    log.live(Events.event(1, 1)).live(Events.event(2, 1)).live(Events.event(1, 2));
    sink.steps(1);
    log.live(Events.event(1, 1)).tombstone(2, 2, null);
    sink.steps(1);

    assertThat(relay(tables.database).step()).isFalse();

    assertThat(heard.keys)
        .containsExactly(Events.id(1) + "@1", Events.id(2) + "@1", Events.id(1) + "@2");
    assertThat(heard.retracted).containsExactly(Events.id(2) + "@2");
    assertThat(tables.rows("SELECT * FROM outbox")).isEmpty();
  }

  @Test
  void aBatchThatWasNotStoredIsNotToldOf() throws Exception {
    var hooked = new HookedDatabase(tables.database);
    var other = new GroupMember(new PostgresEventStore(hooked.dataSource()), log).assign(0);
    hooked.beforeNextCommit(c -> HookedDatabase.terminate(c, tables.database));
    log.live(Events.event(1, 1));
    other.steps(1);

    assertThat(relay(tables.database).step()).isFalse();

    assertThat(heard.keys).isEmpty();
  }

  @Test
  void aRelayThatDiesAfterTellingAndBeforeRemovingTellsAgain() throws Exception {
    log.live(Events.event(1, 1)).live(Events.event(2, 1));
    sink.steps(1);
    var hooked = new HookedDatabase(tables.database);
    hooked.beforeNextCommit(c -> HookedDatabase.terminate(c, tables.database));

    assertThatThrownBy(() -> relay(hooked.dataSource()).step()).isInstanceOf(StoreException.class);
    assertThat(relay(tables.database).step()).isFalse();

    String first = Events.id(1) + "@1";
    String second = Events.id(2) + "@1";
    assertThat(heard.keys).containsExactly(first, second, first, second);
    assertThat(tables.rows("SELECT * FROM outbox")).isEmpty();
  }

  @Test
  void onlyOneRelayTellsAtATime() throws Exception {
    log.live(Events.event(1, 1));
    sink.steps(1);
    try (Connection held = tables.database.getConnection()) {
      assertThat(LockOutbox.execute(held)).isTrue();

      assertThat(relay(tables.database).step()).isFalse();

      assertThat(heard.keys).isEmpty();
      held.rollback();
    }
    relay(tables.database).step();
    assertThat(heard.keys).containsExactly(Events.id(1) + "@1");
  }

  @Test
  void whileBrokersAreAwayStoringGoesOnAndAllIsToldWhenTheyAreBack() throws Exception {
    heard.away = true;
    int events = Relay.AT_ONCE + 20;
    try (Relay relay = relay(tables.database).start()) {
      IntStream.range(0, events).forEach(i -> log.live(Events.event(i, 1)));
      sink.steps(1);
      relay.ring();
      await("some failed tries")
          .until(() -> registry.get("hoinghi.sink.confirmations.retries").counter().count() >= 2);
      assertThat(tables.rows("SELECT count(*) FROM event")).containsExactly("" + events);
      assertThat(registry.get("hoinghi.sink.confirmations.waiting.seconds").gauge().value())
          .isPositive();

      heard.away = false;

      await("all confirmations")
          .atMost(Duration.ofSeconds(30))
          .until(() -> heard.count() == events);
    }
    assertThat(registry.get("hoinghi.sink.confirmations").counter().count()).isEqualTo(events);
    assertThat(registry.get("hoinghi.sink.confirmations.waiting.seconds").gauge().value()).isZero();
  }

  @Test
  void whatWasStoredJustBeforeTheEndIsStillTold() throws Exception {
    try (Relay relay = relay(tables.database).start()) {
      assertThat(relay).isNotNull();
      log.live(Events.event(1, 1));
      sink.steps(1);
    }

    assertThat(heard.keys).containsExactly(Events.id(1) + "@1");
  }
}
