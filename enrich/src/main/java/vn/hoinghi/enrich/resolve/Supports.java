package vn.hoinghi.enrich.resolve;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import vn.hoinghi.avro.Evidence;
import vn.hoinghi.avro.Support;

/**
 * Who says what: for every value of every field the first few sources, with the place in their
 * text.
 */
final class Supports {
  static final int PER_VALUE = 5;
  static final int VALUES = 25;
  private static final String INFERRED = "inferred";

  private final List<Support> all = new ArrayList<>();
  private final Coverages coverages = new Coverages();

  List<Support> all() {
    return all;
  }

  Coverages coverages() {
    return coverages;
  }

  /** Records a field's votes and returns the chosen value; other values contradict it. */
  <T> T choose(String field, Votes<T> votes, Function<T, String> shown) {
    return choose(field, votes, shown, Objects::equals);
  }

  /**
   * Records a field's votes and returns the chosen value.
   *
   * @param agree whether another value says the same as the chosen one in other words
   */
  <T> T choose(String field, Votes<T> votes, Function<T, String> shown, BiPredicate<T, T> agree) {
    T chosen = votes.chosen();
    record(field, votes, shown, v -> Objects.equals(v, chosen), v -> agree.test(v, chosen));
    return chosen;
  }

  /**
   * Records a field's votes where the choice was made elsewhere.
   *
   * @param agrees whether a value says the same as the chosen one, if not in the same words
   */
  <T> void record(
      String field,
      Votes<T> votes,
      Function<T, String> shown,
      Predicate<T> chosen,
      Predicate<T> agrees) {
    coverages.single(field, votes, agrees);
    int values = 0;
    for (Map.Entry<T, List<Source>> voters : votes.voters().entrySet()) {
      if (values++ == VALUES && !chosen.test(voters.getKey())) {
        return;
      }
      String value = shown.apply(voters.getKey());
      boolean isChosen = chosen.test(voters.getKey());
      for (Source source : first(voters.getValue())) {
        all.add(support(field, value, isChosen, source, e -> true));
      }
    }
  }

  /** Records one item of a list field. */
  void item(String field, String value, List<Source> sources) {
    String folded = Fold.text(value);
    sources.forEach(s -> coverages.gives(s, field));
    for (Source source : first(sources)) {
      all.add(
          support(
              field,
              value,
              true,
              source,
              e -> {
                String written = Fold.text(e.getValue());
                return written.contains(folded) || (!written.isEmpty() && folded.contains(written));
              }));
    }
  }

  private static List<Source> first(List<Source> sources) {
    return sources.subList(0, Math.min(PER_VALUE, sources.size()));
  }

  private static Support support(
      String field, String value, boolean chosen, Source source, Predicate<Evidence> fits) {
    Evidence found = evidence(field, source, fits);
    return new Support(
        field,
        value,
        chosen,
        source.member().articleId(),
        found == null ? -1 : found.getStart(),
        found == null ? -1 : found.getEnd(),
        found == null ? INFERRED : found.getRule(),
        null,
        null);
  }

  /** What the article says of it, or null. */
  private static Evidence evidence(String field, Source source, Predicate<Evidence> fits) {
    for (Evidence evidence : source.mention().getEvidence()) {
      if (evidence.getField().equals(field) && fits.test(evidence)) {
        return evidence;
      }
    }
    return null;
  }
}
