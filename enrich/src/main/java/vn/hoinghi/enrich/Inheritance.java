package vn.hoinghi.enrich;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Serializer;
import vn.hoinghi.avro.ChangeKind;
import vn.hoinghi.avro.ConferenceEvent;
import vn.hoinghi.avro.EventChange;
import vn.hoinghi.schemas.AvroSerde;
import vn.hoinghi.schemas.ContentIds;
import vn.hoinghi.schemas.DeadIds;
import vn.hoinghi.schemas.SchemaIds;
import vn.hoinghi.schemas.Topics;

/**
 * What becomes of an event id where the results of one application take the place of another's. The
 * heir has counted revisions by itself and knows nothing of ids that only the other one ever gave:
 * so it is told, in its ledger, what the public was told last, and goes on from there. The public
 * is told what is not as it was; an event that differs in the version of its rules alone is.
 */
public final class Inheritance {
  private static final List<String> VERSION = List.of("rulesVersion");

  /**
   * What the public was told last of an id.
   *
   * @param event null where the id is dead
   * @param redirect where a dead id leads, or null
   */
  public record Told(long revision, ConferenceEvent event, String redirect) {
    public boolean live() {
      return event != null;
    }
  }

  /**
   * What has to be written, all of it or nothing.
   *
   * @param change what the public is told; null where it is told nothing
   * @param records for the public topics, and for the ledger of the heir
   */
  public record Step(ChangeKind change, List<ProducerRecord<byte[], byte[]>> records) {}

  private final Serializer<ConferenceEvent> events;
  private final Serializer<EventChange> changes;
  private final String ledger;
  private final String rulesVersion;
  private final long time;
  private final EventRecords headers;

  /**
   * @param heir the application that goes on
   * @param rulesVersion by which it reads
   * @param time of all records, milliseconds
   */
  public Inheritance(SchemaIds ids, String heir, String rulesVersion, long time) {
    this.events = AvroSerde.of(ConferenceEvent.class, ids).serializer();
    this.changes = AvroSerde.of(EventChange.class, ids).serializer();
    this.ledger = ledger(heir);
    this.rulesVersion = rulesVersion;
    this.time = time;
    this.headers = new EventRecords(null, time);
  }

  /** The topic behind the ledger of event ids. */
  public static String ledger(String application) {
    return application + "-" + EventLedger.EVENTS + "-changelog";
  }

  /** The topic that tells of each article in which event it is: ids as bytes. */
  public static String assignments(String application) {
    return application + "-" + EventLedger.ASSIGNMENTS + "-changelog";
  }

  /** Ids of events that begin with an article, one for each shard. */
  public static List<String> eventIds(String articleId) {
    return EnrichTopology.SHARDS.stream().map(s -> ContentIds.eventId(s, articleId)).toList();
  }

  /**
   * An event that the heir holds.
   *
   * @param before null where the public never heard of it
   * @param event the heir's; its revision is set
   * @param parent the event that most of it was in before and that goes on; null where there is
   *     none
   * @param redirectsHere dead ids that lead to it
   */
  public Step lives(Told before, ConferenceEvent event, String parent, List<String> redirectsHere) {
    boolean alive = before != null && before.live();
    FieldPrints prints = FieldPrints.of(event);
    List<String> fields = List.of();
    if (alive) {
      EventState known = EventState.live(0, event, FieldPrints.of(before.event()));
      fields = known.changed(prints);
      if (fields.isEmpty() || fields.equals(VERSION)) {
        EventState told = EventState.live(before.revision(), event, known.prints());
        return new Step(null, inLedger(event.getEventId(), told));
      }
    }
    event.setRevision(before == null ? 1 : before.revision() + 1);
    ChangeKind kind =
        alive ? ChangeKind.UPDATED : parent == null ? ChangeKind.CREATED : ChangeKind.SPLIT;
    var records = new ArrayList<ProducerRecord<byte[], byte[]>>();
    records.add(
        record(
            Topics.EVENTS.name(),
            event.getEventId(),
            events.serialize(Topics.EVENTS.name(), event),
            headers.live(event, redirectsHere)));
    records.add(
        change(event.getEventId(), event.getRevision(), kind, alive ? null : parent, fields));
    EventState told = EventState.live(event.getRevision(), event, prints);
    records.addAll(inLedger(event.getEventId(), told));
    return new Step(kind, records);
  }

  /**
   * An id that the public knows and under which the heir holds nothing.
   *
   * @param redirect where it leads now, or null
   * @param targetLived whether that was a live event in public before
   */
  public Step dead(String eventId, Told before, String redirect, boolean targetLived) {
    if (!before.live() && Objects.equals(before.redirect(), redirect)) {
      return new Step(null, inLedger(eventId, dead(before.revision(), redirect)));
    }
    long revision = before.revision() + 1;
    ChangeKind kind = ChangeKind.UPDATED;
    if (before.live()) {
      kind =
          redirect == null
              ? ChangeKind.RETRACTED
              : targetLived ? ChangeKind.MERGED : ChangeKind.REKEYED;
    }
    var records = new ArrayList<ProducerRecord<byte[], byte[]>>();
    records.add(
        record(Topics.EVENTS.name(), eventId, null, headers.dead(eventId, revision, redirect)));
    records.add(
        change(eventId, revision, kind, redirect, before.live() ? List.of() : DeadIds.REDIRECT));
    records.addAll(inLedger(eventId, dead(revision, redirect)));
    return new Step(kind, records);
  }

  /** Of a dead id the ledger needs no anchor: its article is asked about, not the id. */
  private static EventState dead(long revision, String redirect) {
    return new EventState(revision, false, null, redirect, 0, FieldPrints.NONE);
  }

  private ProducerRecord<byte[], byte[]> change(
      String id, long revision, ChangeKind kind, String other, List<String> fields) {
    var change =
        EventChange.newBuilder()
            .setEventId(id)
            .setRevision(revision)
            .setKind(kind)
            .setOtherEventId(other)
            .setFields(fields)
            .setRulesVersion(rulesVersion)
            .build();
    String topic = Topics.EVENT_CHANGES.name();
    return record(topic, id, changes.serialize(topic, change), headers.change(change));
  }

  private ProducerRecord<byte[], byte[]> record(
      String topic, String id, byte[] value, Headers headers) {
    byte[] key = id.getBytes(StandardCharsets.UTF_8);
    return new ProducerRecord<>(topic, null, time, key, value, headers);
  }

  /** In every shard's: an id says nothing of its shard, and none asks for an id of another. */
  private List<ProducerRecord<byte[], byte[]>> inLedger(String eventId, EventState state) {
    byte[] key = Codec.key(eventId).get();
    return IntStream.range(0, EnrichTopology.SHARDS.size())
        .mapToObj(p -> new ProducerRecord<>(ledger, p, key, state.toBytes()))
        .toList();
  }
}
