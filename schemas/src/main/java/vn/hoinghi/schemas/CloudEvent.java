package vn.hoinghi.schemas;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.common.header.Headers;

/**
 * What a record tells to readers that know CloudEvents and nothing of us: the attributes of
 * CloudEvents 1.0 as headers, by its Kafka protocol binding in binary mode. All of them are data of
 * the record or of what caused it; none is a clock's, so that work done anew after a crash gives
 * the same headers.
 *
 * @param topic where the record stands; {@code ce_source} is its name behind a slash
 * @param type what happened, a word behind {@code vn.hoinghi.}
 * @param id unique within the topic; the same for the same occurrence told twice
 * @param subject key of the record
 * @param time when what caused it came in
 */
public record CloudEvent(Topic<?> topic, String type, String id, String subject, Instant time) {
  private static final byte[] VERSION = bytes("1.0");
  private static final byte[] AVRO = bytes("application/avro");

  /** Sets the headers of a record with this value, or of a null one, which has no content type. */
  public void onto(Headers headers, Object value) {
    headers.add("ce_specversion", VERSION);
    headers.add("ce_id", bytes(id));
    headers.add("ce_source", bytes("/" + topic.name()));
    headers.add("ce_type", bytes("vn.hoinghi." + type));
    headers.add("ce_subject", bytes(subject));
    headers.add("ce_time", bytes(time.toString()));
    if (value != null) {
      headers.add("content-type", AVRO);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
