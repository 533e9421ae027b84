package vn.hoinghi.ingest.health;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.hoinghi.avro.ArticleFact;
import vn.hoinghi.avro.FieldMemory;
import vn.hoinghi.avro.FillMemory;
import vn.hoinghi.avro.HealthStatus;

/**
 * Whether the outlet's articles are still understood: a new layout leaves pages without text or
 * time, and nobody is told. The newest articles are looked at one by one, those before them are
 * what is usual. An article counts once among the newest, and one from before them not at all, so
 * repeated and late records change nothing.
 */
final class Fill {
  private static final int RECENT = 24;
  private static final Comparator<ArticleFact> ORDER =
      Comparator.comparing(ArticleFact::getAt).thenComparing(ArticleFact::getArticleId);

  private final List<ArticleFact> recent;
  private final List<FieldWatch> fields = new ArrayList<>();

  Fill(FillMemory memory) {
    recent = new ArrayList<>(memory.getRecent());
    memory.setRecent(recent);
    var known = new ArrayList<>(memory.getFields());
    memory.setFields(known);
    for (String field : ArticleFacts.FIELDS) {
      if (known.stream().noneMatch(each -> each.getField().equals(field))) {
        known.add(FieldMemory.newBuilder().setField(field).build());
      }
    }
    known.forEach(each -> fields.add(FieldWatch.of(each)));
  }

  /** Hears of an article; tells whether it was news. */
  boolean take(ArticleFacts facts) {
    ArticleFact fact =
        ArticleFact.newBuilder()
            .setAt(facts.at())
            .setArticleId(facts.articleId())
            .setFound(facts.found().stream().sorted().toList())
            .build();
    boolean late = recent.size() == RECENT && ORDER.compare(fact, recent.get(0)) < 0;
    if (late || recent.stream().anyMatch(r -> r.getArticleId().equals(fact.getArticleId()))) {
      return false;
    }
    boolean newest = recent.isEmpty() || ORDER.compare(fact, recent.get(recent.size() - 1)) > 0;
    recent.add(fact);
    recent.sort(ORDER);
    if (recent.size() > RECENT) {
      ArticleFact past = recent.remove(0);
      fields.forEach(f -> f.learn(past.getAt(), past.getFound().contains(f.field())));
    }
    if (newest) {
      fields.forEach(f -> f.take(fact.getAt(), fact.getFound().contains(f.field())));
    }
    return true;
  }

  Optional<Verdict> verdict() {
    return fields.stream().noneMatch(FieldWatch::gone)
        ? Optional.empty()
        : Optional.of(new Verdict(HealthStatus.DRIFTED, this::gone));
  }

  private String gone() {
    return fields.stream()
        .filter(FieldWatch::gone)
        .map(this::words)
        .collect(Collectors.joining("; "));
  }

  private String words(FieldWatch field) {
    long found = recent.stream().filter(r -> r.getFound().contains(field.field())).count();
    return "%s in %d of the last %d articles, usually in %s"
        .formatted(field.field(), found, recent.size(), Words.percent(field.usual()));
  }

  Map<String, Double> usual() {
    var shares = new TreeMap<String, Double>();
    for (FieldWatch field : fields) {
      if (field.known()) {
        shares.put(field.field(), field.usual());
      }
    }
    return shares;
  }

  Map<String, Double> recent() {
    var shares = new TreeMap<String, Double>();
    if (!recent.isEmpty()) {
      for (FieldWatch field : fields) {
        long found = recent.stream().filter(r -> r.getFound().contains(field.field())).count();
        shares.put(field.field(), (double) found / recent.size());
      }
    }
    return shares;
  }
}
