package vn.hoinghi.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.hoinghi.avro.RawArticle;

/** A record that cannot be used ends as a dead letter with its reason, and the next one is read. */
class DeadLetterTest {
  private static final String URL = "https://bao.example/1";
  private static final long NOON = Pages.NOON.toEpochMilli();
  private final Bench bench = new Bench();

  @AfterEach
  void theNextRecordIsReadAsIfNothingHadBeen() {
    bench.send(Pages.report("https://bao.example/next", 1, "Hội nghị", EnrichTopologyTest::study));
    assertThat(bench.live).hasSize(1);
    assertThat(bench.count("dead_letter")).isEqualTo(bench.deadLetters.size()).isEqualTo(1);
    bench.close();
  }

  @ParameterizedTest
  @CsvSource({
    "!deep, PARSE_DEPTH",
    "!memory, PARSE_BUDGET",
    "!cast, PARSE_INTERNAL",
    "!assert, PARSE_INTERNAL",
    "!null, PARSE_INTERNAL",
    "!slow, PARSE_BUDGET",
    "!long, RECORD_TOO_LARGE"
  })
  @Tag("H05")
  @Tag("S08")
  @Tag("S09")
  @Tag("S10")
  void whateverReadingThrowsBecomesAReason(String word, String reason) {
    bench.send(Pages.raw(URL, 0, 0, Pages.word(word)));
    theReasonIs(reason);
  }

  @Test
  @Tag("S05")
  void aRecordWithoutAKey() {
    bench.send(null, Bench.bytes(page()), new RecordHeaders(), NOON);
    theReasonIs("KEY_NULL");
    assertThat(bench.deadLetters.get(0).key()).isNull();
  }

  @Test
  @Tag("S05")
  void aNullValueIsNoWithdrawal() {
    bench.send(key(page()), null, new RecordHeaders(), NOON);
    theReasonIs("VALUE_NULL");
    assertThat(bench.deadLetters.get(0).value()).isNull();
  }

  @Test
  @Tag("S05")
  void aKeyOfAnotherArticle() {
    bench.send("f".repeat(64).getBytes(StandardCharsets.UTF_8), Bench.bytes(page()), none(), NOON);
    theReasonIs("KEY_MISMATCH");
  }

  @Test
  @Tag("S01")
  void bytesThatAreNoRecord() {
    byte[] bytes = {0, 0, 0, 0, 1, -1, -1, -1, -1, 15};
    bench.send(key(page()), bytes, none(), NOON);
    assertThat(reason()).startsWith("AVRO_");
    assertThat(bench.deadLetters.get(0).value()).isEqualTo(bytes);
  }

  @Test
  @Tag("S01")
  void aSchemaThatNobodyKnows() {
    byte[] bytes = Bench.bytes(page());
    bytes[1] = 0x7f;
    bench.send(key(page()), bytes, none(), NOON);
    theReasonIs("AVRO_UNKNOWN_SCHEMA");
  }

  @Test
  @Tag("S01")
  void aRecordThatIsCutOff() {
    byte[] bytes = Bench.bytes(page());
    bench.send(key(page()), Arrays.copyOf(bytes, bytes.length / 2), none(), NOON);
    theReasonIs("AVRO_MALFORMED");
  }

  @ParameterizedTest
  @Tag("S07")
  @CsvSource({
    "1969-12-31T23:59:59Z, 2026-11-15T12:00:00Z, TS_INVALID",
    "1970-01-01T00:00:00Z, 2026-11-15T12:00:00Z, TS_INVALID",
    "2026-11-15T12:00:00Z, 1970-01-01T00:00:00Z, TS_INVALID",
    "+292278994-08-17T07:12:55Z, 2026-11-15T12:00:00Z, TS_INVALID",
    "2026-11-15T12:00:00Z, +292278994-08-17T07:12:55Z, TS_INVALID",
    "2036-11-15T12:00:00Z, 2026-11-15T12:00:00Z, TS_FUTURE",
    "2026-11-16T12:00:01Z, 2026-11-15T12:00:00Z, TS_FUTURE"
  })
  void aTimeThatCannotBeOrLiesBehindItsOwnArrival(Instant fetched, Instant ingested, String why) {
    RawArticle page = page();
    page.setFetchedAt(fetched);
    page.setIngestedAt(ingested);
    bench.send(page);
    theReasonIs(why);
  }

  @Test
  @Tag("S07")
  void aRecordFromTheEndOfTime() {
    bench.send(page(), Long.MAX_VALUE);
    theReasonIs("TS_INVALID");
  }

  @Test
  @Tag("S10")
  void anAddressThatIsLongerThanAnyCrawlerTakes() {
    String address = "https://bao.example/" + "a".repeat(3_000_000);
    bench.send(Pages.report(address, 0, "Hội nghị", EnrichTopologyTest::study));
    theReasonIs("URL_INVALID");
  }

  @Test
  @Tag("S10")
  void anOutletThatIsNoName() {
    RawArticle page = page();
    page.setOutlet("b".repeat(3_000_000));
    bench.send(page);
    theReasonIs("AVRO_LIMIT");
  }

  @Test
  @Tag("S06")
  void tenThousandHeadersAreNotCarriedOn() {
    var headers = none();
    for (int i = 0; i < 10_000; i++) {
      headers.add(i % 2 == 0 ? "x-dlq-reason" : "__streams.errors.message", new byte[100]);
      headers.add("trace-" + i, new byte[20]);
    }
    bench.send(key(page()), null, headers, NOON);
    theReasonIs("VALUE_NULL");
    assertThat(bench.deadLetters.get(0).headers().toArray()).hasSizeLessThan(100);
    assertThat(bench.deadLetters.get(0).headers().headers("__streams.errors.message")).isEmpty();
  }

  @Test
  @Tag("S06")
  void itTellsWhereItCameFromAndNothingForgedOrUnprintable() {
    var headers = none();
    headers.add("x-dlq-reason", "FORGED".getBytes(StandardCharsets.UTF_8));
    headers.add("x-trace", "kept".getBytes(StandardCharsets.UTF_8));
    headers.add("bomb", new byte[1024 * 1024]);
    RawArticle page = Pages.raw(URL, 0, 0, Pages.word("!assert"));
    bench.send(key(page), Bench.bytes(page), headers, NOON);
    theReasonIs("PARSE_INTERNAL");
    var letter = bench.deadLetters.get(0);
    assertThat(letter.value()).isEqualTo(Bench.bytes(page));
    assertThat(letter.headers().headers("x-dlq-reason")).hasSize(1);
    assertThat(letter.headers().headers("bomb")).isEmpty();
    assertThat(Bench.header(letter, "x-trace")).isEqualTo("kept");
    assertThat(Bench.header(letter, "x-dlq-module")).isEqualTo("enrich");
    assertThat(Bench.header(letter, "x-dlq-offset")).isEqualTo("0");
    assertThat(Bench.header(letter, "x-dlq-first-seen")).isEqualTo("2026-11-15T12:00:00Z");
    assertThat(Bench.header(letter, "x-dlq-input-id")).matches("[0-9a-f]{64}@hoinghi.*-0-0");
    assertThat(Bench.header(letter, "x-dlq-message"))
        .contains("\\u000d\\u000aFORGED LINE \\u202e")
        .doesNotContain("\n");
  }

  private void theReasonIs(String reason) {
    assertThat(reason()).isEqualTo(reason);
  }

  private String reason() {
    return Bench.header(bench.deadLetters.get(0), "x-dlq-reason");
  }

  private static RawArticle page() {
    return Pages.report(URL, 0, "Hội nghị", EnrichTopologyTest::study);
  }

  private static byte[] key(RawArticle page) {
    return page.getArticleId().getBytes(StandardCharsets.UTF_8);
  }

  private static RecordHeaders none() {
    return new RecordHeaders();
  }
}
