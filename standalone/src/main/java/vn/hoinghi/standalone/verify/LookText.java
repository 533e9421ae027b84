package vn.hoinghi.standalone.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import vn.hoinghi.avro.FetchResult;
import vn.hoinghi.standalone.verify.Findings.Finding;
import vn.hoinghi.standalone.verify.Findings.Part;
import vn.hoinghi.standalone.verify.Verification.Look;

/** What a look has shown, for people: the sums, then what does not fit. */
final class LookText {
  private static final int SHOWN = 20;

  private LookText() {}

  static List<String> lines(Look look) {
    var lines = new ArrayList<String>();
    attempts(look.attempts(), lines);
    lines.addAll(look.captures().lines());
    number(lines, look.capturesWaiting(), "raw records wait for enrich");
    number(lines, look.events().live(), "live events");
    number(lines, look.events().alike(), "of them have the rows that their records ask for");
    number(
        lines, look.events().deadLetters(), "of them laid aside by the sink, see the dead letters");
    number(lines, look.unconfirmed(), "revisions are stored and wait to be confirmed on Kafka");
    if (look.eventsWaiting() > 0) {
      lines.add("         the sink is behind");
    }
    findings(look.findings(), lines);
    return lines;
  }

  private static void attempts(Map<FetchResult, Long> attempts, List<String> lines) {
    if (!attempts.isEmpty()) {
      long all = attempts.values().stream().mapToLong(Long::longValue).sum();
      number(lines, all, "attempts to fetch, of those that are kept  " + new TreeMap<>(attempts));
    }
  }

  private static void number(List<String> lines, long number, String words) {
    lines.add(String.format(Locale.ROOT, "%,8d %s", number, words));
  }

  private static void findings(Findings findings, List<String> lines) {
    if (findings.none()) {
      lines.add("everything adds up");
      return;
    }
    findings
        .counts()
        .forEach(
            (part, count) -> {
              List<Finding> first = of(part, findings);
              lines.add(
                  "%s: %,d do not fit%s"
                      .formatted(part.words(), count, count > SHOWN ? ", the first:" : ":"));
              first.stream()
                  .limit(SHOWN)
                  .forEach(f -> lines.add("       ! " + f.subject() + ": " + f.sentence()));
            });
  }

  private static List<Finding> of(Part part, Findings findings) {
    return findings.first().stream().filter(f -> f.part() == part).toList();
  }
}
