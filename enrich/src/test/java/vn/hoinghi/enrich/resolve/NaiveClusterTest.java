package vn.hoinghi.enrich.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import vn.hoinghi.avro.ConferenceEvent;
import vn.hoinghi.avro.EventSource;
import vn.hoinghi.enrich.generator.GeneratedNews;

/**
 * The same question asked a second time, as plainly as it can be: every report is compared with
 * every other that has a key in common, without window, component or memory, and groups grow as the
 * rules say. What the resolver leaves out for speed must not be missed.
 */
class NaiveClusterTest {
  @Test
  void theResolverFindsWhatComparingEveryPairFinds() {
    int joined = 0;
    for (long seed = 1; seed <= 12; seed++) {
      var members = new ArrayList<Member>();
      new GeneratedNews(seed, 150, 10).forEachRemaining(report -> members.add(report.member()));
      Set<Set<String>> naive = clusters(members);
      assertThat(events(members)).as("seed %d", seed).isEqualTo(naive);
      joined += members.size() - naive.size();
    }
    assertThat(joined).isGreaterThan(500);
  }

  @Test
  void nearlyEveryPairThatMatchesHasAKeyInCommon() {
    int matching = 0;
    int unseen = 0;
    for (long seed = 1; seed <= 12; seed++) {
      var facts = new ArrayList<Facts>();
      new GeneratedNews(seed, 150, 10).forEachRemaining(r -> facts.add(Facts.of(r.member())));
      for (Facts a : facts) {
        for (Facts b : facts) {
          if (a != b && verdict(a, b).matches()) {
            matching++;
            unseen += shareAKey(a, b) ? 0 : 1;
          }
        }
      }
    }
    assertThat(matching).isGreaterThan(2_000);
    assertThat(unseen).as("of %d pairs", matching).isLessThan(matching * 2 / 100);
  }

  private static Verdict verdict(Facts a, Facts b) {
    boolean inOrder = a.member.articleId().compareTo(b.member.articleId()) < 0;
    return inOrder ? Comparison.of(a, b) : Comparison.of(b, a);
  }

  private static boolean shareAKey(Facts a, Facts b) {
    LongStream mine = LongStream.of(a.buckets());
    return mine.anyMatch(key -> LongStream.of(b.buckets()).anyMatch(theirs -> theirs == key));
  }

  private static Set<Set<String>> events(List<Member> members) {
    return Resolver.resolve(members).stream()
        .map(ConferenceEvent::getSources)
        .map(NaiveClusterTest::articles)
        .collect(Collectors.toSet());
  }

  private static Set<String> articles(List<EventSource> sources) {
    return sources.stream()
        .map(EventSource::getArticleId)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private record Link(Facts a, Facts b, int score) {}

  private static Set<Set<String>> clusters(List<Member> members) {
    List<Facts> facts =
        members.stream().sorted(Comparator.comparing(Member::articleId)).map(Facts::of).toList();
    var links = new ArrayList<Link>();
    for (int i = 0; i < facts.size(); i++) {
      for (int j = i + 1; j < facts.size(); j++) {
        Verdict verdict = Comparison.of(facts.get(i), facts.get(j));
        if (verdict.matches() && shareAKey(facts.get(i), facts.get(j))) {
          links.add(new Link(facts.get(i), facts.get(j), verdict.score()));
        }
      }
    }
    // Stable: links of equal strength stay in the order of their articles.
    links.sort(Comparator.comparingInt(Link::score).reversed());
    List<Set<Facts>> groups = new ArrayList<>();
    facts.forEach(f -> groups.add(new HashSet<>(Set.of(f))));
    for (Link link : links) {
      Set<Facts> mine = groupOf(link.a(), groups);
      Set<Facts> theirs = groupOf(link.b(), groups);
      if (mine != theirs && agree(mine, theirs)) {
        mine.addAll(theirs);
        groups.remove(theirs);
      }
    }
    return groups.stream()
        .map(g -> g.stream().map(f -> f.member.articleId()).collect(Collectors.toSet()))
        .collect(Collectors.toSet());
  }

  private static Set<Facts> groupOf(Facts one, List<Set<Facts>> groups) {
    return groups.stream().filter(g -> g.contains(one)).findFirst().orElseThrow();
  }

  /** Nobody strongly against, and on the whole more for than against, among the first twelve. */
  private static boolean agree(Set<Facts> mine, Set<Facts> theirs) {
    long sum = 0;
    for (Facts a : speakers(mine)) {
      for (Facts b : speakers(theirs)) {
        Verdict verdict = verdict(a, b);
        if (verdict.apart() != null || verdict.score() < -500) {
          return false;
        }
        sum += verdict.score();
      }
    }
    return sum >= 0;
  }

  private static List<Facts> speakers(Set<Facts> group) {
    return group.stream()
        .sorted(Comparator.comparing((Facts f) -> f.member.articleId()))
        .limit(12)
        .toList();
  }
}
