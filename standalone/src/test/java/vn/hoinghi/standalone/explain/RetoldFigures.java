package vn.hoinghi.standalone.explain;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import vn.hoinghi.avro.ConferenceEvent;
import vn.hoinghi.enrich.Newest;
import vn.hoinghi.enrich.ReadingDesk;
import vn.hoinghi.enrich.resolve.Explanations;
import vn.hoinghi.enrich.resolve.Member;
import vn.hoinghi.enrich.resolve.MemoryIndex;
import vn.hoinghi.enrich.resolve.PairAccount;
import vn.hoinghi.enrich.resolve.Resolver;
import vn.hoinghi.enrich.resolve.Retold;
import vn.hoinghi.enrich.resolve.Weighed;
import vn.hoinghi.ingest.OnePage;

/**
 * How much of the reasons survives in the tables: the pairs of a folder's articles, explained from
 * the articles and from the events alone. Arguments: folders with a manifest. Pairs of two events
 * are those of one province and first day.
 */
final class RetoldFigures {
  private final Map<String, Integer> counts = new TreeMap<>();
  private final Map<String, Retold> retold = new HashMap<>();

  private RetoldFigures() {}

  public static void main(String[] folders) {
    for (String folder : folders) {
      var figures = new RetoldFigures();
      figures.of(members(Path.of(folder)));
      System.out.println(folder);
      figures.counts.forEach((what, n) -> System.out.printf(Locale.ROOT, "  %6d %s%n", n, what));
    }
  }

  private static List<Member> members(Path folder) {
    try (var desk = ReadingDesk.of(null)) {
      var newest = new Newest(desk);
      OnePage.folder(
          folder,
          null,
          (id, page) -> {
            if (page.raw() != null) {
              newest.add(page.raw());
            }
          });
      var members = new ArrayList<Member>();
      newest.members(members::add);
      return members;
    }
  }

  private void of(List<Member> members) {
    List<ConferenceEvent> events = Resolver.resolve(members);
    Explanations all = Explanations.of(index(members));
    Map<String, List<List<Retold>>> places = new TreeMap<>();
    for (ConferenceEvent event : events) {
      List<Retold> told = Retold.of(event);
      told.forEach(r -> retold.put(r.member().articleId(), r));
      String place = event.getProvince() + " " + event.getStartDate();
      places.computeIfAbsent(place, p -> new ArrayList<>()).add(told);
      if (told.size() > 1) {
        Explanations own = Explanations.of(index(told.stream().map(Retold::member).toList()));
        int joined = own.event(told.get(0).member().articleId()).orElseThrow().members().size();
        count("events of several articles");
        count(
            "events of several articles, joined again by what they retell", joined == told.size());
        pairs("one event", all, own, told, told);
      }
    }
    for (List<List<Retold>> here : places.values()) {
      for (int i = 0; i < here.size(); i++) {
        for (int j = 0; j < i; j++) {
          var both = new ArrayList<>(here.get(i));
          both.addAll(here.get(j));
          Explanations own = Explanations.of(index(both.stream().map(Retold::member).toList()));
          pairs("two events", all, own, here.get(i), here.get(j));
        }
      }
    }
  }

  private static MemoryIndex index(List<Member> members) {
    var index = new MemoryIndex();
    members.forEach(index::add);
    return index;
  }

  private void pairs(
      String kind, Explanations all, Explanations own, List<Retold> left, List<Retold> right) {
    for (Retold a : left) {
      for (Retold b : right) {
        String mine = a.member().articleId();
        String theirs = b.member().articleId();
        if (mine.compareTo(theirs) < 0 || (left != right && !mine.equals(theirs))) {
          pair(
              kind,
              all.pair(mine, theirs).orElseThrow(),
              own.pair(mine, theirs).orElseThrow(),
              a.unknown().isEmpty() && b.unknown().isEmpty());
          count(
              kind + ": differs where no '?' stands",
              differing(all.pair(mine, theirs).orElseThrow(), own.pair(mine, theirs).orElseThrow())
                  .stream()
                  .anyMatch(f -> a.knows(f) && b.knows(f)));
        }
      }
    }
  }

  private void pair(String kind, PairAccount truth, PairAccount told, boolean whole) {
    count(kind + ": pairs");
    count(kind + ": nothing but the text is unknown", whole);
    List<String> differing = differing(truth, told);
    count(kind + ": all weights but the text's are the same", differing.isEmpty());
    differing.forEach(field -> count(kind + ": differs in " + field));
    count(kind + ": the same verdict", truth.matches() == told.matches());
    count(kind + ": the same rule", java.util.Objects.equals(truth.apart(), told.apart()));
    count(kind + ": the same decision", truth.together() == told.together());
  }

  private static List<String> differing(PairAccount truth, PairAccount told) {
    Map<String, Integer> sums = new TreeMap<>();
    for (Weighed w : truth.weights()) {
      sums.merge(w.field(), w.weight(), Integer::sum);
    }
    for (Weighed w : told.weights()) {
      sums.merge(w.field(), -w.weight(), Integer::sum);
    }
    sums.remove("text");
    sums.values().removeIf(n -> n == 0);
    return List.copyOf(sums.keySet());
  }

  private void count(String what) {
    counts.merge(what, 1, Integer::sum);
  }

  private void count(String what, boolean holds) {
    counts.merge(what, holds ? 1 : 0, Integer::sum);
  }
}
