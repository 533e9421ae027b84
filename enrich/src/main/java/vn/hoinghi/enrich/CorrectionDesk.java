package vn.hoinghi.enrich;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import vn.hoinghi.avro.Correction;
import vn.hoinghi.avro.CorrectionKind;
import vn.hoinghi.enrich.resolve.CorrectionCheck;
import vn.hoinghi.schemas.AvroSerde;
import vn.hoinghi.schemas.BadRecordException;
import vn.hoinghi.schemas.Reason;
import vn.hoinghi.schemas.SchemaIds;
import vn.hoinghi.schemas.Topics;
import vn.hoinghi.schemas.TraceParent;

/**
 * Takes people's corrections in: one that can be carried out goes on to the resolvers, any other
 * becomes a dead letter with its reason. Which of the two is decided by the record alone.
 */
final class CorrectionDesk implements Processor<byte[], byte[], byte[], Routed> {
  private static final Pattern CORRECTION_ID = Pattern.compile("[0-9a-f]{32}");

  private final Deserializer<Correction> avro;
  private final Tally tally;
  private ProcessorContext<byte[], Routed> context;

  CorrectionDesk(SchemaIds ids, Tally tally) {
    this.avro = AvroSerde.of(Correction.class, ids).deserializer();
    this.tally = tally;
  }

  @Override
  public void init(ProcessorContext<byte[], Routed> context) {
    this.context = context;
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    long time = Math.max(0, record.timestamp());
    try {
      Correction correction = accept(record.key(), record.value(), record.timestamp());
      tally.correction();
      var headers = new RecordHeaders();
      TraceParent.put(headers, trace(correction, record));
      context.forward(
          new Record<byte[], Routed>(
              record.key(), new ShardNews.Corrected(correction), time, headers));
    } catch (BadRecordException e) {
      tally.refusedCorrection(e.reason());
      var letter = DeadLetter.of(e.reason(), e.getMessage(), record.value());
      var headers =
          DeadLetterHeaders.of(
              letter, record.headers(), record.timestamp(), context.recordMetadata().orElseThrow());
      context.forward(new Record<byte[], Routed>(record.key(), letter, time, headers));
    }
  }

  private static String trace(Correction correction, Record<byte[], byte[]> record) {
    return TraceParent.in(record.headers(), correction.getCorrectionId(), correction.getAt());
  }

  private Correction accept(byte[] key, byte[] value, long timestamp) {
    Intake.refuse(key == null, Reason.KEY_NULL, "the record has no key");
    Intake.refuse(value == null, Reason.VALUE_NULL, "a correction is taken back by a record");
    Correction correction = avro.deserialize(Topics.CORRECTIONS.name(), value);
    String id = correction.getCorrectionId();
    Intake.refuse(
        !id.equals(new String(key, StandardCharsets.UTF_8)) || !CORRECTION_ID.matcher(id).matches(),
        Reason.KEY_MISMATCH,
        "the key is not the correctionId of the value, or no 32 hex digits");
    Instant at =
        correction.getUndone() == null ? correction.getAt() : correction.getUndone().getAt();
    // The later of two counts: one that claims to come from the future would win for ever.
    Intake.timeFault(at, timestamp)
        .ifPresent(fault -> Intake.refuse(true, fault, "given at " + at));
    CorrectionCheck.check(correction);
    return correction.getUndone() == null ? correction : bare(correction);
  }

  /**
   * Nobody has looked at the rest of a record that takes a correction back, and nobody needs it.
   */
  private static Correction bare(Correction undone) {
    return new Correction(
        undone.getCorrectionId(),
        CorrectionKind.UNKNOWN,
        List.of(),
        null,
        null,
        "",
        "",
        Instant.EPOCH,
        undone.getUndone());
  }
}
