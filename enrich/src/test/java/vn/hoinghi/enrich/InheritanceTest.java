package vn.hoinghi.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import vn.hoinghi.avro.ChangeKind;
import vn.hoinghi.avro.ConferenceEvent;
import vn.hoinghi.avro.ConferenceType;
import vn.hoinghi.avro.EventChange;
import vn.hoinghi.enrich.Inheritance.Step;
import vn.hoinghi.enrich.Inheritance.Told;
import vn.hoinghi.schemas.AvroSerde;
import vn.hoinghi.schemas.ContractPack;
import vn.hoinghi.schemas.DeadIds;
import vn.hoinghi.schemas.Topics;

/** The public is told what is not as it was, and the heir goes on where the public stands. */
class InheritanceTest {
  private static final String ONE = "00".repeat(16);
  private static final String TWO = "11".repeat(16);

  private final Inheritance inheritance =
      new Inheritance(ContractPack.committed(), "enrich-spring", "rules-2", 1_700_000_000_000L);

  @Test
  void whatReadsTheSameIsNotToldAgain() {
    Told before = new Told(7, event("rules-1", "Hội nghị", 7), null);
    Step step = inheritance.lives(before, event("rules-2", "Hội nghị", 2), null, List.of());
    assertThat(step.change()).isNull();
    assertThat(step.records()).singleElement().satisfies(InheritanceTest::isOfLedger);
    EventState known = ledger(step);
    assertThat(known.revision()).isEqualTo(7);
    assertThat(known.live()).isTrue();
    // when it is written next, the version of its rules is what changes too
    assertThat(known.changed(FieldPrints.of(event("rules-2", "Hội nghị", 0))))
        .containsExactly("rulesVersion");
  }

  @Test
  void aChangeCountsOnFromWhatThePublicKnows() {
    Told before = new Told(7, event("rules-1", "Hội nghị", 7), null);
    Step step = inheritance.lives(before, event("rules-2", "Đại hội", 2), null, List.of(TWO));
    assertThat(step.change()).isEqualTo(ChangeKind.UPDATED);
    EventChange change = change(step);
    assertThat(change.getRevision()).isEqualTo(8);
    assertThat(change.getFields()).containsExactly("rulesVersion", "title");
    assertThat(change.getCauseArticleId()).isNull();
    assertThat(ledger(step).revision()).isEqualTo(8);
    ProducerRecord<byte[], byte[]> event = of(step, Topics.EVENTS.name());
    assertThat(header(event, EventHeaders.REDIRECTED_FROM)).isEqualTo(TWO);
    assertThat(event.headers().lastHeader(EventHeaders.CAUSE)).isNull();
    assertThat(
            AvroSerde.of(ConferenceEvent.class, ContractPack.committed())
                .deserializer()
                .deserialize(event.topic(), event.value())
                .getRevision())
        .isEqualTo(8);
  }

  @Test
  void anIdThatReturnsOrIsNewIsBornOnce() {
    Step born = inheritance.lives(null, event("rules-2", "Hội nghị", 4), null, List.of());
    assertThat(born.change()).isEqualTo(ChangeKind.CREATED);
    assertThat(change(born).getRevision()).isEqualTo(1);
    Step back =
        inheritance.lives(new Told(3, null, TWO), event("rules-2", "Hội nghị", 1), TWO, List.of());
    assertThat(back.change()).isEqualTo(ChangeKind.SPLIT);
    assertThat(change(back).getRevision()).isEqualTo(4);
    assertThat(change(back).getOtherEventId()).isEqualTo(TWO);
  }

  @Test
  void anIdThatEndsLeadsToWhereItsArticlesAre() {
    Told alive = new Told(3, event("rules-1", "Hội nghị", 3), null);
    assertThat(inheritance.dead(ONE, alive, null, false).change()).isEqualTo(ChangeKind.RETRACTED);
    assertThat(inheritance.dead(ONE, alive, TWO, false).change()).isEqualTo(ChangeKind.REKEYED);
    Step merged = inheritance.dead(ONE, alive, TWO, true);
    assertThat(merged.change()).isEqualTo(ChangeKind.MERGED);
    assertThat(DeadIds.after(change(merged))).isTrue();
    ProducerRecord<byte[], byte[]> end = of(merged, Topics.EVENTS.name());
    assertThat(end.value()).isNull();
    assertThat(header(end, EventHeaders.REVISION)).isEqualTo("4");
    assertThat(header(end, EventHeaders.REDIRECT)).isEqualTo(TWO);
    assertThat(ledger(merged).live()).isFalse();
    assertThat(ledger(merged).redirect()).isEqualTo(TWO);
  }

  @Test
  void ofADeadIdOnlyANewWayIsTold() {
    Told dead = new Told(9, null, TWO);
    Step same = inheritance.dead(ONE, dead, TWO, true);
    assertThat(same.change()).isNull();
    assertThat(ledger(same).revision()).isEqualTo(9);
    Step led = inheritance.dead(ONE, dead, null, false);
    assertThat(led.change()).isEqualTo(ChangeKind.UPDATED);
    assertThat(change(led).getRevision()).isEqualTo(10);
    assertThat(DeadIds.after(change(led))).isTrue();
  }

  private static ConferenceEvent event(String rules, String title, long revision) {
    return ConferenceEvent.newBuilder()
        .setEventId(ONE)
        .setRevision(revision)
        .setRulesVersion(rules)
        .setAnchorArticleId("aa".repeat(32))
        .setTitle(title)
        .setType(ConferenceType.STUDY)
        .setSourceCount(1)
        .setIndependentSources(1)
        .build();
  }

  private static ProducerRecord<byte[], byte[]> of(Step step, String topic) {
    return step.records().stream().filter(r -> r.topic().equals(topic)).findFirst().orElseThrow();
  }

  private static void isOfLedger(ProducerRecord<byte[], byte[]> record) {
    assertThat(record.topic()).isEqualTo("enrich-spring-resolve-events-changelog");
    assertThat(record.key()).hasSize(16);
  }

  private static EventState ledger(Step step) {
    return EventState.fromBytes(of(step, Inheritance.ledger("enrich-spring")).value());
  }

  private static EventChange change(Step step) {
    ProducerRecord<byte[], byte[]> record = of(step, Topics.EVENT_CHANGES.name());
    return AvroSerde.of(EventChange.class, ContractPack.committed())
        .deserializer()
        .deserialize(record.topic(), record.value());
  }

  private static String header(ProducerRecord<byte[], byte[]> record, String name) {
    return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }
}
