package vn.hoinghi.enrich;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.hoinghi.service.ConfigException;

/** State on a disk is believed only where an orderly end has left it, and not for ever. */
@Tag("S15")
class SealedStateTest {
  private static final Instant MONDAY = Instant.parse("2026-11-16T08:00:00Z");

  private static final String ORIGIN = "vDiRhkpVQgmtSLnsAZx7lA";

  @TempDir private Path dir;
  private Path checkpoint;
  private Path process;

  @BeforeEach
  void aStateThatWasClosedInOrder() throws IOException {
    checkpoint = dir.resolve("app/0_1/.checkpoint");
    process = dir.resolve("app/kafka-streams-process-metadata");
    Files.createDirectories(checkpoint.getParent());
    Files.writeString(checkpoint, "0\n1\nchangelog 0 17\n");
    Files.writeString(process, "who this is");
    try (SealedState state = SealedState.open(dir, "app", ORIGIN, clock(MONDAY))) {
      // what lay there before was under no seal
      assertThat(checkpoint).doesNotExist();
      assertThat(process).exists();
      Files.createDirectories(checkpoint.getParent());
      Files.writeString(checkpoint, "0\n1\nchangelog 0 17\n");
      state.seal();
    }
  }

  @Test
  void whatWasSealedIsKept() {
    assertThat(keptAfter(Duration.ofHours(12))).isTrue();
  }

  @Test
  void aSealHoldsForOneStart() {
    assertThat(keptAfter(Duration.ofHours(1))).isTrue();
    assertThat(keptAfter(Duration.ofHours(2))).isFalse();
  }

  @Test
  void anEditedPositionBreaksTheSeal() throws IOException {
    Files.writeString(checkpoint, "0\n1\nchangelog 0 71\n");
    assertThat(keptAfter(Duration.ofHours(1))).isFalse();
  }

  @Test
  void aFileMoreOrLessBreaksTheSeal() throws IOException {
    Files.writeString(checkpoint.resolveSibling("000007.sst"), "");
    assertThat(keptAfter(Duration.ofHours(1))).isFalse();
  }

  @Test
  void aBackupOfLastWeekIsTooOld() {
    assertThat(keptAfter(Duration.ofDays(7))).isFalse();
  }

  @Test
  void aSealFromTheFutureIsNone() {
    assertThat(keptAfter(Duration.ofDays(-30))).isFalse();
  }

  @Test
  void aSealThatIsNoneIsNotBelieved() throws IOException {
    Files.writeString(dir.resolve("app.seal"), "kept, honestly");
    assertThat(keptAfter(Duration.ofHours(1))).isFalse();
  }

  @Test
  void stateOfAnApplicationThatBeganAnewUnderItsNameIsNotItsState() {
    try (var anew = SealedState.open(dir, "app", "J8b0PTRyRrOTVTlEAuJrLg", clock(MONDAY))) {
      assertThat(anew).isNotNull();
      assertThat(checkpoint).doesNotExist();
    }
  }

  @Test
  void oneAtATime() {
    try (SealedState state = SealedState.open(dir, "app", ORIGIN, clock(MONDAY))) {
      assertThat(state).isNotNull();
      assertThatThrownBy(() -> SealedState.open(dir, "app", ORIGIN, clock(MONDAY)))
          .isInstanceOf(ConfigException.class)
          .hasMessageContaining("enrich.stateDir " + dir)
          .hasMessageContaining("in use by another process of app");
    }
  }

  private boolean keptAfter(Duration time) {
    try (SealedState state = SealedState.open(dir, "app", ORIGIN, clock(MONDAY.plus(time)))) {
      assertThat(state).isNotNull();
      assertThat(process).as("who this is, by which Kafka knows its transactions").exists();
      return Files.exists(checkpoint);
    }
  }

  private static Clock clock(Instant now) {
    return Clock.fixed(now, ZoneOffset.UTC);
  }
}
