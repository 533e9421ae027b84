package vn.hoinghi.ingest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.hoinghi.avro.FetchOutcome;
import vn.hoinghi.avro.SourceHealth;
import vn.hoinghi.ingest.health.ArticleFacts;
import vn.hoinghi.ingest.health.HealthRules;
import vn.hoinghi.ingest.health.Judges;
import vn.hoinghi.schemas.AvroSerde;
import vn.hoinghi.schemas.BadRecordException;
import vn.hoinghi.schemas.SchemaIds;

/** The outlets of one partition of the outcomes topic in our hands. */
final class JudgedPartition {
  private static final Logger LOG = LoggerFactory.getLogger(JudgedPartition.class);

  private final Judges judges;
  private final Deserializer<FetchOutcome> outcomes;
  private final HealthLedger ledger;
  private final long end;
  private final Instant newest;
  private long next;

  /**
   * @param last the newest record of each of its outlets
   * @param end offset up to which attempts were made before
   */
  JudgedPartition(
      List<SourceHealth> last, long end, HealthLedger ledger, HealthRules rules, SchemaIds ids) {
    this.ledger = ledger;
    this.end = end;
    judges = new Judges(rules);
    last.forEach(judges::goOn);
    outcomes = AvroSerde.of(FetchOutcome.class, ids).deserializer();
    newest =
        last.stream().map(SourceHealth::getAt).max(Comparator.naturalOrder()).orElse(Instant.EPOCH);
  }

  /** Hears of attempts; what is to be published. */
  List<SourceHealth> take(List<ConsumerRecord<String, byte[]>> records) {
    var told = new ArrayList<SourceHealth>();
    for (ConsumerRecord<String, byte[]> record : records) {
      next = record.offset() + 1;
      try {
        FetchOutcome outcome = outcomes.deserialize(record.topic(), record.value());
        if (outcome != null && outcome.getImportId() == null) { // archives tell nothing of today
          judges.take(outcome, record.offset()).ifPresent(told::add);
        }
      } catch (BadRecordException e) {
        LOG.warn(
            "{}-{} offset {} is passed over: {}",
            record.topic(),
            record.partition(),
            record.offset(),
            e.getMessage());
      }
    }
    told.addAll(judges.overdue());
    return told;
  }

  Optional<SourceHealth> take(ArticleFacts facts) {
    return judges.take(facts);
  }

  /**
   * @param position up to which the partition was read
   */
  boolean caughtUp(long position) {
    return position >= end;
  }

  /** From where on a successor has to read. */
  long position(long read) {
    return judges.position(Math.max(next, read));
  }

  /** When the newest of its outlets' records was made. */
  Instant newest() {
    return newest;
  }

  List<SourceHealth> now() {
    return judges.now();
  }

  HealthLedger ledger() {
    return ledger;
  }
}
