package vn.hoinghi.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import vn.hoinghi.avro.ConferenceEvent;
import vn.hoinghi.avro.Correction;
import vn.hoinghi.avro.RawArticle;
import vn.hoinghi.schemas.ContentIds;

/**
 * The promise that everything else leans on: the same records in any order, some of them twice,
 * give the same events to the byte.
 */
class ShuffleTest {
  private static final int PERMUTATIONS = Integer.getInteger("shuffle.permutations", 50);
  private static final int WORLDS = 5;

  @Test
  void anyOrderOfTheRecordsGivesWhatThePlainFunctionGives() {
    for (int seed = 0; seed < PERMUTATIONS; seed++) {
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
  void correctionsAmongTheArticlesInAnyOrderGiveWhatThePlainFunctionGives() {
    for (int seed = 0; seed < PERMUTATIONS; seed++) {
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
