package vn.hoinghi.enrich.resolve;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import vn.hoinghi.avro.Coverage;

/**
 * Which source gives which fact, and how far one may rely on it. Only origins count, since a
 * hundred reprints know no more than what they reprint; of each field is asked how likely one more
 * origin is to say the same: (agree + 1) / (agree + contradict + 2), the rule of succession
 * (Laplace 1774). In integers, so that it is the same on every machine.
 */
final class Coverages {
  /** Nothing is known: as likely as not. */
  private static final int UNKNOWN = confidence(0, 0);

  private final List<Coverage> all = new ArrayList<>();
  private final IdentityHashMap<Source, List<String>> fields = new IdentityHashMap<>();

  /** Notes who gives a field of which the event carries one value. */
  <T> void single(String field, Votes<T> votes, Predicate<T> agrees) {
    int sources = 0;
    int agree = 0;
    int contradict = 0;
    for (Map.Entry<T, List<Source>> voters : votes.voters().entrySet()) {
      int origins = Source.independent(voters.getValue());
      boolean same = agrees.test(voters.getKey());
      sources += voters.getValue().size();
      agree += same ? origins : 0;
      contradict += same ? 0 : origins;
      voters.getValue().forEach(s -> gives(s, field));
    }
    if (sources > 0) {
      all.add(new Coverage(field, sources, agree, contradict, confidence(agree, contradict)));
    }
  }

  /** Notes that a source gives something of a list. */
  void gives(Source source, String field) {
    List<String> given = fields.computeIfAbsent(source, s -> new ArrayList<>());
    if (!given.contains(field)) {
      given.add(field);
    }
  }

  /** Names of the fields that a source gives. */
  List<String> of(Source source) {
    return fields.getOrDefault(source, List.of());
  }

  List<Coverage> all() {
    return all;
  }

  /** Of what, who, where and when together, in per cent. */
  int ofTheEvent() {
    return ofTheEvent(all);
  }

  /** The same of fields that were looked at elsewhere. */
  static int ofTheEvent(List<Coverage> all) {
    String where = in(all, "province").isPresent() ? "province" : "level";
    List<String> core = List.of("type", "organiser", where, "startDate");
    int sum =
        core.stream().mapToInt(f -> in(all, f).map(Coverage::getConfidence).orElse(UNKNOWN)).sum();
    return sum / core.size();
  }

  private static Optional<Coverage> in(List<Coverage> all, String field) {
    return all.stream().filter(c -> c.getField().equals(field)).findFirst();
  }

  private static int confidence(int agree, int contradict) {
    return 100 * (agree + 1) / (agree + contradict + 2);
  }
}
