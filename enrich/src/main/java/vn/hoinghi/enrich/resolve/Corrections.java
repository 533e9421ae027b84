package vn.hoinghi.enrich.resolve;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import vn.hoinghi.avro.Correction;
import vn.hoinghi.avro.CorrectionKind;
import vn.hoinghi.schemas.ContentIds;

/**
 * What people say against the rules: a set that comes out the same in whatever order its records
 * come, and however often. Of several records under one id one stands: the one that takes it back,
 * or else the latest. People write few of them, so all are kept in memory.
 */
public final class Corrections {
  /** Of two that contradict each other, the first counts. */
  static final Comparator<Correction> LATEST_FIRST =
      Comparator.comparing(Correction::getAt).thenComparing(Correction::getCorrectionId).reversed();

  /** Which of two records under one id stands: the greater. */
  private static final Comparator<Correction> STANDING =
      Comparator.<Correction, Boolean>comparing(c -> c.getUndone() != null)
          .thenComparing(Correction::getAt)
          .thenComparing(ContentIds::correctionHash);

  private final Map<String, Correction> standing = new HashMap<>();
  private final Map<String, NavigableSet<Correction>> inForce = new HashMap<>();

  /** The set that these records make. */
  public static Corrections of(Collection<Correction> records) {
    var corrections = new Corrections();
    for (Correction record : records) {
      if (corrections.counts(record)) {
        corrections.remove(record.getCorrectionId());
        corrections.add(record);
      }
    }
    return corrections;
  }

  /** Whether a record changes what stands under its id. */
  public boolean counts(Correction record) {
    Correction known = standing.get(record.getCorrectionId());
    return known == null || STANDING.compare(record, known) > 0;
  }

  /**
   * What stood under an id does so no more.
   *
   * @return the articles whose events that may change
   */
  public List<String> remove(String correctionId) {
    Correction known = standing.remove(correctionId);
    if (known == null || known.getUndone() != null) {
      return List.of();
    }
    for (String article : known.getArticleIds()) {
      NavigableSet<Correction> naming = inForce.get(article);
      naming.remove(known);
      if (naming.isEmpty()) {
        inForce.remove(article);
      }
    }
    return known.getArticleIds();
  }

  /**
   * This record stands under its id, where nothing stood.
   *
   * @return the articles whose events that may change
   */
  public List<String> add(Correction record) {
    standing.put(record.getCorrectionId(), record);
    if (record.getUndone() != null) {
      return List.of();
    }
    for (String article : record.getArticleIds()) {
      inForce.computeIfAbsent(article, a -> new TreeSet<>(LATEST_FIRST)).add(record);
    }
    return record.getArticleIds();
  }

  boolean isEmpty() {
    return inForce.isEmpty();
  }

  /** Corrections in force that name an article, the latest first. */
  Collection<Correction> naming(String articleId) {
    return inForce.getOrDefault(articleId, Collections.emptyNavigableSet());
  }

  /** Whether the article must stand in no event. */
  public boolean retracts(String articleId) {
    return !inForce.isEmpty() && naming(articleId).stream().anyMatch(of(CorrectionKind.RETRACT));
  }

  /** Articles that someone says to report the same conference, whether or not that is overruled. */
  List<String> linkedTo(String articleId) {
    if (inForce.isEmpty()) {
      return List.of();
    }
    var linked = new ArrayList<String>();
    naming(articleId).stream()
        .filter(of(CorrectionKind.MUST_LINK))
        .forEach(c -> linked.addAll(c.getArticleIds()));
    return linked;
  }

  /**
   * Ids of corrections of which at least a part does not count because a later one says otherwise,
   * as it is once all articles that they name are there.
   */
  public Set<String> overruled() {
    List<String> articles = inForce.keySet().stream().sorted().toList();
    var overruled = new HashSet<>(Links.among(articles, this).overruled());
    for (String article : articles) {
      var fields = new HashSet<String>();
      naming(article).stream()
          .filter(of(CorrectionKind.OVERRIDE))
          .filter(c -> !fields.add(c.getField()))
          .forEach(c -> overruled.add(c.getCorrectionId()));
    }
    return overruled;
  }

  static Predicate<Correction> of(CorrectionKind kind) {
    return c -> c.getKind() == kind;
  }
}
