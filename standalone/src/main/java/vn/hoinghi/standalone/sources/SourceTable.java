package vn.hoinghi.standalone.sources;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import vn.hoinghi.avro.HealthStatus;
import vn.hoinghi.avro.SourceHealth;
import vn.hoinghi.schemas.Reason;
import vn.hoinghi.standalone.terminal.Harmless;
import vn.hoinghi.standalone.terminal.Paint;

/** Outlets as a table for people, the worst first; below a row that is not well, why. */
final class SourceTable {
  private static final String ROW = "%-8s  %-16s  %-28s  %-16s  %6s  %6s  %8s  %5s  %5s  %6s  %s";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.ofHours(7));
  private static final int REASONS = 3;

  /** The worst first. */
  private static final List<HealthStatus> BY_SEVERITY =
      List.of(
          HealthStatus.DEAD,
          HealthStatus.BLOCKED,
          HealthStatus.MOVED,
          HealthStatus.QUIET,
          HealthStatus.DRIFTED,
          HealthStatus.OTHER,
          HealthStatus.LEARNING,
          HealthStatus.HEALTHY);

  static final Comparator<SourceHealth> WORST_FIRST =
      Comparator.comparing((SourceHealth s) -> BY_SEVERITY.indexOf(s.getStatus()))
          .thenComparing(SourceHealth::getHost);

  private SourceTable() {}

  static List<String> lines(List<SourceHealth> sources, Paint paint) {
    var lines = new ArrayList<String>();
    lines.add(
        paint.aside(
            ROW.formatted(
                "status",
                "since",
                "outlet",
                "last article",
                "a day",
                "24 h",
                "all",
                "text",
                "conf.",
                "robots",
                "refused or failed in 24 h")));
    for (SourceHealth source : sources) {
      lines.add(row(source, paint));
      if (source.getStatus() != HealthStatus.HEALTHY) {
        lines.add(paint.aside("          " + Harmless.line(source.getBecause())));
      }
    }
    lines.add(sum(sources));
    return lines;
  }

  private static String row(SourceHealth s, Paint paint) {
    String line =
        ROW.formatted(
            s.getStatus(),
            time(s.getSince()),
            Harmless.line(s.getHost()),
            s.getLastArticleAt() == null ? "never" : time(s.getLastArticleAt()),
            number(s.getArticlesPerDay()),
            s.getFetched(),
            s.getFetchedTotal(),
            share(s, "text"),
            share(s, "conference"),
            s.getRefused().getOrDefault(Reason.ROBOTS_DISALLOWED.name(), 0L),
            reasons(s.getRefused()));
    return switch (s.getStatus()) {
      case HEALTHY -> line.replaceFirst("^HEALTHY", paint.speaksFor("HEALTHY"));
      case LEARNING, OTHER -> line;
      case DEAD, BLOCKED, MOVED, QUIET, DRIFTED ->
          line.replaceFirst("^[A-Z]+", paint.against(s.getStatus().name()));
    };
  }

  /** Of late; blank where none of its articles was read yet. */
  private static String share(SourceHealth s, String field) {
    Double share = s.getRecentFill().get(field);
    return share == null ? "" : String.format(Locale.ROOT, "%.0f %%", share * 100);
  }

  private static String number(double perDay) {
    return String.format(Locale.ROOT, perDay < 10 ? "%.1f" : "%.0f", perDay);
  }

  private static String reasons(Map<String, Long> refused) {
    return refused.entrySet().stream()
        .sorted(
            Map.Entry.<String, Long>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(REASONS)
        .map(e -> Harmless.line(e.getKey()) + " " + e.getValue())
        .collect(Collectors.joining(", "));
  }

  private static String sum(List<SourceHealth> sources) {
    var counts = new EnumMap<HealthStatus, Integer>(HealthStatus.class);
    sources.forEach(s -> counts.merge(s.getStatus(), 1, Integer::sum));
    String each =
        BY_SEVERITY.stream()
            .filter(counts::containsKey)
            .map(status -> counts.get(status) + " " + status.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", "));
    return "%d outlet%s: %s (times of Vietnam)"
        .formatted(sources.size(), sources.size() == 1 ? "" : "s", each);
  }

  static String time(Instant at) {
    return TIME.format(at);
  }
}
