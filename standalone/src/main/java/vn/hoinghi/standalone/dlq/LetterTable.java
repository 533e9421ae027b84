package vn.hoinghi.standalone.dlq;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Dead letters as tables for people. */
final class LetterTable {
  private static final String GROUP = "%-11s  %-22s  %-28s  %7s  %-20s  %-20s";
  private static final String ONE = "%-22s  %-20s  %-22s  %-28s  %s";
  private static final Comparator<Letter> BY_KIND =
      Comparator.comparing((Letter l) -> l.place().box())
          .thenComparing(Letter::reason)
          .thenComparing(Letter::outlet);

  private record Kind(Box box, String reason, String outlet) {}

  private LetterTable() {}

  /** A line for each topic, reason and outlet. */
  static List<String> groups(List<Letter> letters) {
    Map<Kind, List<Letter>> groups = new LinkedHashMap<>();
    letters.stream()
        .sorted(BY_KIND)
        .forEach(
            l ->
                groups
                    .computeIfAbsent(
                        new Kind(l.place().box(), l.reason(), l.outlet()), k -> new ArrayList<>())
                    .add(l));
    var lines = new ArrayList<String>();
    lines.add(
        GROUP.formatted("topic", "reason", "outlet", "letters", "first", "last").stripTrailing());
    groups.forEach(
        (kind, of) ->
            lines.add(
                GROUP
                    .formatted(
                        kind.box().words(),
                        kind.reason(),
                        kind.outlet(),
                        of.size(),
                        time(of.stream().map(Letter::at).min(Comparator.naturalOrder())),
                        time(of.stream().map(Letter::at).max(Comparator.naturalOrder())))
                    .stripTrailing()));
    return lines;
  }

  /** A line for each letter. */
  static List<String> each(List<Letter> letters) {
    var lines = new ArrayList<String>();
    lines.add(ONE.formatted("letter", "laid aside", "reason", "outlet", "message"));
    letters.forEach(
        l ->
            lines.add(
                ONE.formatted(
                        l.place(),
                        l.at().truncatedTo(ChronoUnit.SECONDS),
                        l.reason(),
                        l.outlet(),
                        l.message())
                    .stripTrailing()));
    return lines;
  }

  private static Instant time(java.util.Optional<Instant> at) {
    return at.orElseThrow().truncatedTo(ChronoUnit.SECONDS);
  }
}
