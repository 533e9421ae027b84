package vn.hoinghi.enrich.mention;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.hoinghi.avro.Place;

/** Where a gathering was held, below the province: hall, commune, district, as written. */
final class Places {
  private static final Pattern COMMUNE = named("xã|phường|thị trấn|đặc khu");
  private static final Pattern DISTRICT = named("huyện|quận|thị xã");
  private static final Pattern VENUE_END =
      Pattern.compile(
          "[,.;()\\n]|(?<!\\p{L})(?:ban|tỉnh ủy|huyện ủy|đảng|đã|tổ chức|diễn ra)(?!\\p{L})");

  private final Script script;
  private final Findings findings;

  Places(Script script, Findings findings) {
    this.script = script;
    this.findings = findings;
  }

  private static Pattern named(String kinds) {
    return Pattern.compile("(?<!\\p{L})(?:" + kinds + ") (?=\\p{L}|\\d)", Pattern.UNICODE_CASE);
  }

  Place of(Gathering gathering) {
    Span sentence = gathering.sentence();
    String commune = written(COMMUNE, sentence, "place-commune");
    String district = written(DISTRICT, sentence, "place-district");
    String venue = venue(sentence);
    if (commune == null && district == null && venue == null) {
      return null;
    }
    return new Place(district, commune, venue);
  }

  /** A kind word and the capitalised name after it. */
  private String written(Pattern pattern, Span sentence, String rule) {
    Matcher matcher = script.matcher(pattern, sentence);
    while (matcher.find()) {
      int end = nameEnd(matcher.end(), sentence.end());
      if (end > matcher.end()) {
        findings.add("place", matcher.start(), end, rule);
        return script.written(matcher.start(), end);
      }
    }
    return null;
  }

  private int nameEnd(int from, int limit) {
    String text = script.text();
    int end = from;
    int at = from;
    while (at < limit
        && (Character.isUpperCase(text.charAt(at)) || Character.isDigit(text.charAt(at)))) {
      while (at < limit && (Tokens.isWord(text.charAt(at)) || text.charAt(at) == '\'')) {
        at++;
      }
      end = at;
      if (at < limit && text.charAt(at) == ' ') {
        at++;
      }
    }
    return end;
  }

  private String venue(Span sentence) {
    for (Hit hit : script.hits(Lexicon.VENUES, sentence)) {
      int from = Math.max(sentence.start(), hit.start() - 4);
      String before = script.folded().substring(from, hit.start());
      if (before.endsWith("tại ") || before.endsWith("ở ")) {
        Matcher end = script.matcher(VENUE_END, new Span(hit.end(), sentence.end()));
        int to = end.find() ? end.start() : sentence.end();
        while (to > hit.end() && script.folded().charAt(to - 1) == ' ') {
          to--;
        }
        if (to - hit.start() <= 80) {
          findings.add("place", hit.start(), to, "place-venue");
          return script.written(hit.start(), to);
        }
      }
    }
    return null;
  }
}
