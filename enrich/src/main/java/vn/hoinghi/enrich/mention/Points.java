package vn.hoinghi.enrich.mention;

import vn.hoinghi.avro.Count;
import vn.hoinghi.enrich.text.Rule;
import vn.hoinghi.enrich.text.Search;

/** How many points were connected: "kết nối tới 104 điểm cầu". Those "trong đó" are only some. */
final class Points {
  private static final Rule POINTS =
      Rule.of(
          "(?<![\\p{L}\\d.,/-])(?<n>\\d{1,3}(?:\\.\\d{3})+|\\d{1,5}) "
              + "(?:điểm cầu|đầu cầu|điểm kết nối|điểm trực tuyến|điểm tiếp sóng)(?!\\p{L})");

  private static final Rule PART = Rule.of("(?:trong đó|bao gồm|riêng)[^.;\\n]{0,12}$");
  private static final int BEFORE = 24;

  private final Script script;
  private final Findings findings;

  Points(Script script, Findings findings) {
    this.script = script;
    this.findings = findings;
  }

  /** Connected points, or null. */
  Count of() {
    Qualifiers qualifiers = new Qualifiers(script);
    Search matcher = script.search(POINTS, new Span(0, script.folded().length()));
    while (matcher.find()) {
      int value = Integer.parseInt(matcher.group("n").replace(".", ""));
      int from = qualifiers.start(matcher.start());
      String before = script.folded().substring(Math.max(0, from - BEFORE), from);
      if (value >= 2 && !PART.in(before).find()) {
        findings.add("venues", from, matcher.end(), "connected-points");
        return new Count(value, qualifiers.of(matcher.start()));
      }
    }
    return null;
  }
}
