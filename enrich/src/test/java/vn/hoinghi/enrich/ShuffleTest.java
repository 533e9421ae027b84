package vn.hoinghi.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.hoinghi.avro.ChangeKind;
import vn.hoinghi.avro.ConferenceEvent;
import vn.hoinghi.avro.ConferenceMention;
import vn.hoinghi.avro.Correction;
import vn.hoinghi.avro.RawArticle;
import vn.hoinghi.enrich.generator.GeneratedNews;
import vn.hoinghi.schemas.ContentIds;

/**
 * The promise that everything else leans on: the same records in any order, some of them twice,
 * give the same events to the byte.
 */
class ShuffleTest {
  private static final int PERMUTATIONS = Integer.getInteger("shuffle.permutations", 50);
  private static final int WORLDS = 5;

  /** For each of three kinds of news. */
  private static final int EACH = (PERMUTATIONS + 2) / 3;

  @Test
  @Tag("S25")
  @Tag("S26")
  @Tag("S27")
  @Tag("S28")
  void generatedNewsGivesTheSameWhateverComesFirstAndWhateverTheClocksSay() {
    var kinds = new EnumMap<ChangeKind, Integer>(ChangeKind.class);
    for (int seed = 0; seed < EACH; seed++) {
      List<RawArticle> world = GeneratedWorld.of(seed % WORLDS, 40);
      List<Correction> corrections =
          seed % 2 == 0 ? List.of() : Corrected.of(seed % WORLDS, world, 20);
      String expected = Bench.canonical(Oracle.events(world, corrections));
      var clock = new Random(seed);
      try (var bench = new Bench()) {
        for (SpecificRecord record : shuffled(together(world, corrections), seed)) {
          if (record instanceof RawArticle article) {
            // Broker and machine may believe in any time between 1970 and far ahead.
            bench.send(article, clock.nextLong(2 * Pages.NOON.toEpochMilli()));
          } else {
            bench.send((Correction) record);
          }
          bench.later(Duration.ofMinutes(clock.nextInt(600)));
        }
        assertThat(bench.canonical()).as("seed %d", seed).isEqualTo(expected);
        deadIdsLeadToTheirAnchor(bench, seed);
        bench.changes.forEach(change -> kinds.merge(change.getKind(), 1, Integer::sum));
      }
    }
    assertThat(kinds).as("kinds of change that were seen").containsOnlyKeys(ChangeKind.values());
  }

  @Test
  @Tag("S26")
  @Tag("S27")
  void anyOrderOfTheRecordsGivesWhatThePlainFunctionGives() {
    for (int seed = 0; seed < EACH; seed++) {
      List<RawArticle> world = World.of(seed % WORLDS, 14);
      String expected = Bench.canonical(Oracle.events(world));
      try (var bench = new Bench()) {
        // When the records come in an order of their own, every tenth of them twice
        bench.send(shuffled(world, seed));
        // Then ids and canonical parts are those of the oracle
        assertThat(bench.canonical()).as("seed %d", seed).isEqualTo(expected);
        deadIdsLeadToTheirAnchor(bench, seed);
      }
    }
  }

  @Test
  @Tag("S27")
  void correctionsAmongTheArticlesInAnyOrderGiveWhatThePlainFunctionGives() {
    for (int seed = 0; seed < EACH; seed++) {
      List<RawArticle> world = World.of(seed % WORLDS, 14);
      List<Correction> corrections = Corrected.of(seed % WORLDS, world, 30);
      String expected = Bench.canonical(Oracle.events(world, corrections));
      try (var bench = new Bench()) {
        // When people's words come before, between and after the articles they speak of
        bench.send(shuffled(together(world, corrections), seed));
        assertThat(bench.canonical()).as("seed %d", seed).isEqualTo(expected);
        assertThat(bench.deadCorrections).isEmpty();
        deadIdsLeadToTheirAnchor(bench, seed);
        // When all of them are taken back
        corrections.forEach(c -> bench.send(Corrected.undone(c)));
        // Then it is as if nobody had said anything
        assertThat(bench.canonical())
            .as("undone, seed %d", seed)
            .isEqualTo(Bench.canonical(Oracle.events(world)));
      }
    }
  }

  @Test
  void correctionsOfACrowdedDayGiveTheSameInAnyOrder() {
    List<RawArticle> world = World.crowded(1, 30);
    List<Correction> corrections = Corrected.of(1, world, 40);
    String expected = Bench.canonical(Oracle.events(world, corrections));
    for (int seed = 0; seed < 2; seed++) {
      try (var bench = new Bench()) {
        bench.send(shuffled(together(world, corrections), seed));
        assertThat(bench.canonical()).as("seed %d", seed).isEqualTo(expected);
      }
    }
  }

  private static List<SpecificRecord> together(
      List<RawArticle> world, List<Correction> corrections) {
    var together = new ArrayList<SpecificRecord>(world);
    together.addAll(corrections);
    return together;
  }

  @Test
  void aCrowdedDayGivesTheSameInAnyOrderThoughNotAllAreCompared() {
    List<RawArticle> world = World.crowded(1, 30);
    assertThat(Oracle.members(world)).hasSizeGreaterThan(50);
    String expected = Bench.canonical(Oracle.events(world));
    for (int seed = 0; seed < 2; seed++) {
      try (var bench = new Bench()) {
        bench.send(shuffled(world, seed));
        assertThat(bench.canonical()).as("seed %d", seed).isEqualTo(expected);
      }
    }
  }

  @Test
  void theWorldsAreWorthShuffling() {
    int several = 0;
    int reprints = 0;
    for (int seed = 0; seed < WORLDS; seed++) {
      for (ConferenceEvent event : Oracle.events(World.of(seed, 14))) {
        several += event.getSourceCount() > 1 ? 1 : 0;
        reprints += event.getSourceCount() - event.getIndependentSources();
      }
    }
    assertThat(several).isGreaterThan(20);
    assertThat(reprints).isGreaterThan(5);
  }

  @Test
  void theGeneratedWorldsHoldWhatIsHardToTellApart() {
    int undated = 0;
    int yearless = 0;
    int twins = 0;
    int again = 0;
    for (int seed = 0; seed < WORLDS; seed++) {
      var days = new HashMap<String, Integer>();
      for (GeneratedNews.Report report : GeneratedWorld.reports(seed, 40)) {
        ConferenceMention told = report.member().mention();
        undated += told.getStartDate() == null ? 1 : 0;
        yearless += told.getStartDate() != null && told.getStartDate().startsWith("X") ? 1 : 0;
        String day = told.getStartDate() + told.getProvince() + told.getType();
        Integer other = days.putIfAbsent(day, report.conference());
        twins += other != null && other != report.conference() ? 1 : 0;
      }
      again += GeneratedWorld.of(seed, 40).size() - 40;
    }
    assertThat(undated).isPositive();
    assertThat(yearless).isPositive();
    assertThat(twins).isPositive();
    assertThat(again).isGreaterThan(40);
  }

  /** Where the anchor article of a dead id is in an event, the id leads there. */
  private static void deadIdsLeadToTheirAnchor(Bench bench, int seed) {
    for (ConferenceEvent event : bench.live.values()) {
      event
          .getSources()
          .forEach(
              source -> {
                String id = ContentIds.eventId(event.getShard(), source.getArticleId());
                if (bench.redirects.containsKey(id)) {
                  assertThat(bench.redirects.get(id))
                      .as("redirect of %s, seed %d", id, seed)
                      .isEqualTo(event.getEventId());
                }
              });
    }
  }

  static <T> List<T> shuffled(List<T> world, long seed) {
    var random = new Random(seed);
    var records = new ArrayList<T>(world);
    for (int i = 0; i < world.size() / 10; i++) {
      records.add(world.get(random.nextInt(world.size())));
    }
    Collections.shuffle(records, random);
    return records;
  }
}
