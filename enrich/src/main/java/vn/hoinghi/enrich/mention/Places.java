package vn.hoinghi.enrich.mention;

import java.util.List;
import vn.hoinghi.avro.Place;
import vn.hoinghi.enrich.text.Rule;
import vn.hoinghi.enrich.text.Search;

/** Where a gathering was held, below the province: hall, commune, district, as written. */
final class Places {
  private static final Rule COMMUNE = named("xã|phường|thị trấn|đặc khu");
  private static final Rule DISTRICT = named("huyện|quận|thị xã");
  private static final Rule VENUE_END =
      Rule.of(
          "[,.;()\\n]|(?<!\\p{L})(?:về|ban|tỉnh ủy|huyện ủy|đảng|đã|tổ chức|diễn ra|dưới|do|với|để|được"
              + "|nhằm|hôm|ngày|sáng|chiều|tối|từ|trong)(?!\\p{L})");

  /** "Hội trường Tỉnh ủy": whose the house is. */
  private static final Rule OWNER =
      Rule.of(" (?:tỉnh ủy|thành ủy|huyện ủy|thị ủy|quận ủy|đảng ủy|trung ương đảng)(?!\\p{L})");

  /** Words whose second half only looks like a kind: "thị xã", "Thông tấn xã", "hợp tác xã". */
  private static final List<String> HALVES = List.of("thị ", "tấn ", "tác ", "công ");

  private final Script script;
  private final Findings findings;

  Places(Script script, Findings findings) {
    this.script = script;
    this.findings = findings;
  }

  private static Rule named(String kinds) {
    return Rule.of("(?<!\\p{L})(?:" + kinds + ") (?=\\p{L}|\\d)");
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
  private String written(Rule pattern, Span sentence, String rule) {
    Search matcher = script.search(pattern, sentence);
    while (matcher.find()) {
      int end = nameEnd(matcher.end(), sentence.end());
      String before = script.folded().substring(Math.max(0, matcher.start() - 5), matcher.start());
      if (end > matcher.end() && HALVES.stream().noneMatch(before::endsWith)) {
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
        Search owner = script.search(OWNER, new Span(hit.end(), sentence.end()));
        int named = owner.lookingAt() ? owner.end() : hit.end();
        Search end = script.search(VENUE_END, new Span(named, sentence.end()));
        boolean more = end.find();
        while (more && script.folded().startsWith("tp.", end.start() - 2)) {
          more = end.find();
        }
        int to = more ? end.start() : sentence.end();
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
