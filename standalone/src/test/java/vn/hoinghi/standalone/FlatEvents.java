package vn.hoinghi.standalone;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serializer;
import vn.hoinghi.avro.ConferenceEvent;
import vn.hoinghi.avro.ConferenceType;
import vn.hoinghi.avro.Count;
import vn.hoinghi.avro.Level;
import vn.hoinghi.avro.Place;
import vn.hoinghi.avro.Province;
import vn.hoinghi.avro.Qualifier;
import vn.hoinghi.schemas.AvroSerde;
import vn.hoinghi.schemas.ContractPack;
import vn.hoinghi.schemas.Topics;

/** Events whose lists are empty, so that one row says all of them. */
final class FlatEvents {
  private static final Serializer<ConferenceEvent> VALUES =
      AvroSerde.of(ConferenceEvent.class, ContractPack.committed()).serializer();

  private FlatEvents() {}

  private static String hash(String of) {
    byte[] bytes = of.getBytes(StandardCharsets.UTF_8);
    return UUID.nameUUIDFromBytes(bytes).toString().replace("-", "");
  }

  static ProducerRecord<byte[], byte[]> record(int number) {
    String topic = Topics.EVENTS.name();
    ConferenceEvent event = event(number);
    byte[] key = event.getEventId().getBytes(StandardCharsets.UTF_8);
    return new ProducerRecord<>(topic, key, VALUES.serialize(topic, event));
  }

  private static ConferenceEvent event(int number) {
    return ConferenceEvent.newBuilder()
        .setEventId(hash("event" + number))
        .setRevision(1)
        .setRulesVersion("1")
        .setAnchorArticleId(hash("a" + number) + hash("b" + number))
        .setTitle("Đại hội đại biểu Đảng bộ xã số " + number + " lần thứ XI thành công tốt đẹp")
        .setType(ConferenceType.CONGRESS)
        .setLevel(Level.COMMUNE)
        .setProvince(new Province("25", "Phú Thọ"))
        .setPlace(new Place("huyện Tam Nông", "xã Vạn Xuân số " + number % 977, null))
        .setOrganiser("Đảng bộ xã Vạn Xuân số " + number % 977)
        .setStartDate("20%02d-%02d-%02d".formatted(number % 25, 1 + number % 12, 1 + number % 28))
        .setTerm("2020-2025")
        .setCongressOrdinal(11)
        .setAttendees(new Count(120 + number % 400, Qualifier.NEARLY))
        .setDocuments(List.of())
        .setPersons(List.of())
        .setSupports(List.of())
        .setSources(List.of())
        .setSourceCount(1)
        .setIndependentSources(1)
        .setCoverage(List.of())
        .setConfidence(66)
        .build();
  }
}
