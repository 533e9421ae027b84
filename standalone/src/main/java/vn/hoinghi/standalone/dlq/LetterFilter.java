package vn.hoinghi.standalone.dlq;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Option;
import vn.hoinghi.schemas.Reason;
import vn.hoinghi.service.ConfigException;

/** Which letters a command is about. */
final class LetterFilter {
  @Option(
      names = "--topic",
      paramLabel = "TOPIC,...",
      split = ",",
      description = "Letters of these only: ${COMPLETION-CANDIDATES}.")
  private List<Box> topics = new ArrayList<>();

  @Option(
      names = "--reason",
      paramLabel = "CODE,...",
      split = ",",
      description = "With one of these reason codes.")
  private List<Reason> reasons = new ArrayList<>();

  @Option(names = "--outlet", paramLabel = "HOST", description = "About pages of this outlet.")
  private String outlet;

  @Option(
      names = "--since",
      paramLabel = "WHEN",
      description = "Laid aside since: a day, a time with zone, or an age such as 36h or 7d.")
  private String since;

  @Option(names = "--until", paramLabel = "WHEN", description = "Laid aside before.")
  private String until;

  /** The topics that are asked for. */
  List<Box> boxes() {
    return topics.isEmpty() ? Arrays.asList(Box.values()) : List.copyOf(topics);
  }

  /** The letters that are asked for, of those given. */
  List<Letter> of(List<Letter> letters, Instant now) {
    Instant from = since == null ? Instant.MIN : moment(since, now);
    Instant to = until == null ? Instant.MAX : moment(until, now);
    return letters.stream()
        .filter(
            l -> reasons.isEmpty() || reasons.stream().anyMatch(r -> r.name().equals(l.reason())))
        .filter(l -> outlet == null || outlet.equalsIgnoreCase(l.outlet()))
        .filter(l -> !l.at().isBefore(from) && l.at().isBefore(to))
        .toList();
  }

  /**
   * A moment as people write it; a day begins in Vietnam (+07:00).
   *
   * @throws ConfigException where it is none
   */
  static Instant moment(String words, Instant now) {
    String text = words.trim().toUpperCase(Locale.ROOT);
    try {
      if (text.matches("\\d{1,6}[SMH]")) {
        return now.minus(Duration.parse("PT" + text));
      }
      if (text.matches("\\d{1,6}D")) {
        return now.minus(Duration.parse("P" + text));
      }
      return text.contains("T")
          ? OffsetDateTime.parse(text).toInstant()
          : LocalDate.parse(text).atStartOfDay(ZoneOffset.ofHours(7)).toInstant();
    } catch (DateTimeException e) {
      throw new ConfigException(
          "%s is no day (2026-03-01), no time with zone (2026-03-01T08:00:00+07:00), no age (36h, 7d)"
              .formatted(words),
          e);
    }
  }
}
