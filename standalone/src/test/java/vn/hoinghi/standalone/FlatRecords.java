package vn.hoinghi.standalone;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
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

/**
 * Records of events whose lists are empty, so that one row says all of them. Of a hundred, so many
 * are later revisions of live events and so many are their deaths; all others are new.
 */
final class FlatRecords {
  private static final Serializer<ConferenceEvent> VALUES =
      AvroSerde.of(ConferenceEvent.class, ContractPack.committed()).serializer();

  private final int updates;
  private final int deaths;
  private final Random chance = new Random(1);
  private final List<int[]> live = new ArrayList<>();
  private int born;

  FlatRecords(int updates, int deaths) {
    this.updates = updates;
    this.deaths = deaths;
  }

  /** How many events live after all records given so far. */
  int live() {
    return live.size();
  }

  List<ProducerRecord<byte[], byte[]>> next(int count) {
    var records = new ArrayList<ProducerRecord<byte[], byte[]>>(count);
    for (int i = 0; i < count; i++) {
      records.add(next());
    }
    return records;
  }

  private ProducerRecord<byte[], byte[]> next() {
    int kind = chance.nextInt(100);
    if (kind >= updates + deaths || live.isEmpty()) {
      live.add(new int[] {born++, 1});
      return record(id(born - 1), born - 1, 1);
    }
    int which = chance.nextInt(live.size());
    int[] event = live.get(which);
    event[1]++;
    if (kind < updates) {
      return record(id(event[0]), event[0], event[1]);
    }
    int[] last = live.remove(live.size() - 1);
    if (last != event) {
      live.set(which, last);
    }
    var death = new ProducerRecord<byte[], byte[]>(Topics.EVENTS.name(), bytes(id(event[0])), null);
    death.headers().add("hoinghi-revision", bytes(Integer.toString(event[1])));
    return death;
  }

  /** The last record of each partition. */
  List<ProducerRecord<byte[], byte[]>> ends() {
    var ends = new ArrayList<ProducerRecord<byte[], byte[]>>();
    for (int p = 0; p < Topics.EVENTS.partitions(); p++) {
      var end = record("end" + p, p, 1);
      ends.add(new ProducerRecord<>(end.topic(), p, end.key(), end.value()));
    }
    return ends;
  }

  private static ProducerRecord<byte[], byte[]> record(String id, int number, long revision) {
    String topic = Topics.EVENTS.name();
    return new ProducerRecord<>(
        topic, bytes(id), VALUES.serialize(topic, event(id, number, revision)));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String id(int number) {
    return hash("event" + number);
  }

  private static String hash(String of) {
    return UUID.nameUUIDFromBytes(bytes(of)).toString().replace("-", "");
  }

  private static ConferenceEvent event(String id, int number, long revision) {
    String commune = "xã Vạn Xuân số " + number % 977;
    return ConferenceEvent.newBuilder()
        .setEventId(id)
        .setRevision(revision)
        .setRulesVersion("1")
        .setAnchorArticleId(hash("a" + number) + hash("b" + number))
        .setTitle("Đại hội đại biểu Đảng bộ xã số " + number + " lần thứ XI, bản " + revision)
        .setType(ConferenceType.CONGRESS)
        .setLevel(Level.COMMUNE)
        .setProvince(new Province("25", "Phú Thọ"))
        .setPlace(new Place("huyện Tam Nông", commune, null))
        .setOrganiser("Đảng bộ " + commune)
        .setStartDate("20%02d-%02d-%02d".formatted(number % 25, 1 + number % 12, 1 + number % 28))
        .setTerm("2020-2025")
        .setCongressOrdinal(11)
        .setAttendees(new Count(120 + number % 400, Qualifier.NEARLY))
        .setDocuments(List.of())
        .setPersons(List.of())
        .setSupports(List.of())
        .setSources(List.of())
        .setSourceCount((int) revision)
        .setIndependentSources(1)
        .setCoverage(List.of())
        .setConfidence(66)
        .build();
  }
}
