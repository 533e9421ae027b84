package vn.hoinghi.enrich.mention;

import java.util.List;
import java.util.Map;
import vn.hoinghi.enrich.place.Gazetteer;
import vn.hoinghi.enrich.place.PlaceHit;
import vn.hoinghi.enrich.place.Words;
import vn.hoinghi.enrich.text.Prose;
import vn.hoinghi.enrich.text.Rule;
import vn.hoinghi.enrich.text.Search;

/** An article's text made ready for the rules: folded, cut into sentences, its phrases found. */
final class Script {
  private final String text;
  private final String folded;
  private final Prose prose;
  private final List<Span> sentences;
  private final Map<Lexicon, List<Hit>> hits;
  private final Span headline;
  private List<Day> days;
  private Words words;
  private List<PlaceHit> places;
  private final boolean plain;

  Script(String text, Lexicons lexicons) {
    this.text = text;
    this.folded = Abbreviated.blank(text, Folding.fold(text));
    int line = text.indexOf('\n');
    this.headline = new Span(0, line < 0 ? Math.min(text.length(), 300) : line);
    this.prose = new Prose(folded);
    this.plain = isPlain(text);
    this.sentences = Sentences.of(text, folded);
    this.hits = lexicons.find(prose);
    hits(Lexicon.TENSES).removeIf(hit -> isName(hit.start()));
    hits(Lexicon.BODIES)
        .removeIf(
            hit ->
                hit.is("NONE")
                    || (hit.is("CAPITAL") && !Character.isUpperCase(text.charAt(hit.start()))));
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** A capital inside a sentence begins a name: "Cần Thơ" is not "cần". */
  private boolean isName(int position) {
    boolean inside = position >= 2 && folded.charAt(position - 1) == ' ';
    return inside
        && Character.isUpperCase(text.charAt(position))
        && ".!?:\"".indexOf(folded.charAt(position - 2)) < 0;
  }

  String text() {
    return text;
  }

  String folded() {
    return folded;
  }

  /** The words as names of places and persons are made of, parted when first asked for. */
  Words words() {
    if (words == null) {
      words = Words.of(text);
    }
    return words;
  }

  /** The places named, looked for when first asked for; a script is read with one gazetteer. */
  List<PlaceHit> places(Gazetteer gazetteer) {
    if (places == null) {
      places = gazetteer.find(text, words());
    }
    return places;
  }

  Span whole() {
    return new Span(0, folded.length());
  }

  List<Span> sentences() {
    return sentences;
  }

  /** The headline is the first sentence that stands on the first line. */
  Span headline() {
    return headline;
  }

  List<Hit> hits(Lexicon lexicon) {
    return hits.get(lexicon);
  }

  /** Hits that lie within a span. */
  List<Hit> hits(Lexicon lexicon, int from, int to) {
    List<Hit> all = hits(lexicon);
    int first = lowerBound(all, from);
    int last = first;
    while (last < all.size() && all.get(last).end() <= to) {
      last++;
    }
    return first == last ? List.of() : all.subList(first, last);
  }

  List<Hit> hits(Lexicon lexicon, Span span) {
    return hits(lexicon, span.start(), span.end());
  }

  private static int lowerBound(List<Hit> all, int from) {
    int low = 0;
    int high = all.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (all.get(middle).start() < from) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** All days told of; looked for when first asked for. */
  List<Day> days() {
    if (days == null) {
      days = new Days(this).find();
    }
    return days;
  }

  List<Day> days(Span span) {
    List<Day> all = days();
    int first = 0;
    int high = all.size();
    while (first < high) {
      int middle = (first + high) >>> 1;
      if (all.get(middle).start() < span.start()) {
        first = middle + 1;
      } else {
        high = middle;
      }
    }
    int last = first;
    while (last < all.size() && all.get(last).end() <= span.end()) {
      last++;
    }
    return first == last ? List.of() : all.subList(first, last);
  }

  /** A search of the folded text within a span, looking around its edges. */
  Search search(Rule rule, Span span) {
    return rule.in(prose, span.start(), span.end());
  }

  /** A search of the end of a span, {@link Rule#endOf}. */
  Search endOf(Rule rule, Span span) {
    return rule.endOf(prose, span.start(), span.end());
  }

  /** Whether a span ends as a rule with {@code $} at its end says. */
  boolean endsWith(Rule rule, Span span) {
    return endOf(rule, span).find();
  }

  String written(int start, int end) {
    return text.substring(start, end);
  }

  /** A name as written, without the abbreviation in brackets that the folded text leaves blank. */
  String name(Span span) {
    StringBuilder name = new StringBuilder();
    for (int i = span.start(); i < span.end(); i++) {
      boolean blank = folded.charAt(i) == ' ';
      boolean again = blank && i > span.start() && folded.charAt(i - 1) == ' ';
      if (!again) {
        name.append(blank ? ' ' : text.charAt(i));
      }
    }
    return name.toString();
  }

  Span sentenceAt(int position) {
    int low = 0;
    int high = sentences.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (sentences.get(middle).start() <= position) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return sentences.get(low);
  }

  /** Place of the last such character in a stretch, or -1; looks at nothing before the stretch. */
  int lastIndexOf(char wanted, int from, int to) {
    for (int i = to - 1; i >= from; i--) {
      if (folded.charAt(i) == wanted) {
        return i;
      }
    }
    return -1;
  }

  /** Place of the first such words in a stretch, or -1; looks at nothing after the stretch. */
  int indexOf(String wanted, int from, int to) {
    int end = Math.min(to, folded.length()) - wanted.length();
    for (int i = from; i <= end; i++) {
      if (folded.startsWith(wanted, i)) {
        return i;
      }
    }
    return -1;
  }

  /** Code points before a character, the unit of evidence. */
  int codePoint(int position) {
    return plain ? position : text.codePointCount(0, position);
  }
}
