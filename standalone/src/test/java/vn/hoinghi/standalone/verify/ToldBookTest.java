package vn.hoinghi.standalone.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;
import vn.hoinghi.sink.StoredRows.StoredRevision;
import vn.hoinghi.standalone.verify.Findings.Finding;

class ToldBookTest {
  private static final TopicPartition FIRST = new TopicPartition("told", 0);
  private static final TopicPartition SECOND = new TopicPartition("told", 1);
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final Instant LATER = NOON.plusSeconds(3600);
  private static final Map<TopicPartition, Long> WHOLE = Map.of(FIRST, 0L, SECOND, 0L);

  private final ToldBook book = new ToldBook();

  @Test
  void aStoredRevisionThatNobodyToldOfIsNamedAndOlderOnesOfTheIdDoNotStandForIt() throws Exception {
    told(FIRST, 0, NOON, "a@1");
    told(FIRST, 1, NOON, "a@2");
    told(SECOND, 0, NOON, "b@7");

    assertThat(missing(WHOLE, at("a", 2, NOON), at("b", 8, LATER), at("c", 1, NOON)))
        .containsExactly("b", "c");
  }

  @Test
  void anOlderStateOfTheTablesWasToldWhereANewerOneWas() throws Exception {
    told(FIRST, 0, NOON, "a@5");

    assertThat(missing(WHOLE, at("a", 3, NOON))).isEmpty();
  }

  @Test
  void whatWasStoredBeforeTheOldestConfirmationThatIsKeptCannotBeAskedFor() throws Exception {
    told(FIRST, 40, LATER, "a@5");
    told(SECOND, 0, NOON, "b@1");
    Map<TopicPartition, Long> cut = Map.of(FIRST, 40L, SECOND, 0L);

    assertThat(missing(cut, at("c", 1, NOON), at("d", 1, LATER))).containsExactly("d");
  }

  @Test
  void whereAPartitionHasLostAllConfirmationsOnlyWhatComesFromNowOnIsAskedFor() throws Exception {
    Map<TopicPartition, Long> emptied = Map.of(FIRST, 9L, SECOND, 0L);
    Instant now = LATER.plus(Duration.ofDays(1));

    assertThat(missing(emptied, at("c", 1, LATER), at("d", 1, now))).containsExactly("d");
  }

  private void told(TopicPartition partition, long offset, Instant at, String key) {
    byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
    book.record(
        new ConsumerRecord<>(
            partition.topic(),
            partition.partition(),
            offset,
            at.toEpochMilli(),
            TimestampType.CREATE_TIME,
            bytes.length,
            0,
            bytes,
            new byte[0],
            new RecordHeaders(),
            Optional.empty()));
  }

  private static StoredRevision at(String eventId, long revision, Instant storedAt) {
    return new StoredRevision(eventId, revision, storedAt);
  }

  private List<String> missing(Map<TopicPartition, Long> beginnings, StoredRevision... stored)
      throws SQLException {
    var findings = new Findings();
    Instant now = LATER.plus(Duration.ofDays(1));
    book.missing(each -> List.of(stored).forEach(each), beginnings, now, findings);
    return findings.first().stream().map(Finding::subject).toList();
  }
}
