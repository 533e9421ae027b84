package vn.hoinghi.standalone.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.hoinghi.avro.Evidence;
import vn.hoinghi.standalone.terminal.Harmless;

/** Whatever lies over whatever: without its marks, an article is the article. */
class MarksTest {
  private static final List<String> FIELDS =
      List.of("startDate", "yearInferredFrom", "persons", "organiser", "place", "unheardOf");
  private static final String PLAIN_LETTERS = "aăâ Đệ\n,.:+𝒳😀";
  private static final String ALL_LETTERS = PLAIN_LETTERS + "[]<>&\"'{}\u001b\u0007\r\u202e\u0000";

  static List<Long> seeds() {
    return IntStream.range(0, 300).mapToObj(Long::valueOf).toList();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void piecesAreTheText(long seed) {
    var random = new Random(seed);
    String text = text(random, ALL_LETTERS);
    List<Stretch> pieces = Stretch.of(text, evidence(random, text));

    assertThat(pieces.stream().map(Stretch::text).collect(Collectors.joining())).isEqualTo(text);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void everyCodePointIsMarkedWithExactlyTheFieldsOverIt(long seed) {
    var random = new Random(seed);
    String text = text(random, ALL_LETTERS);
    List<Evidence> evidence = evidence(random, text);

    int at = 0;
    for (Stretch piece : Stretch.of(text, evidence)) {
      int end = at + piece.text().codePointCount(0, piece.text().length());
      for (; at < end; at++) {
        int here = at;
        assertThat(piece.fields())
            .containsExactlyInAnyOrderElementsOf(
                evidence.stream()
                    .filter(e -> inside(e, text) && e.getStart() <= here && here < e.getEnd())
                    .map(Evidence::getField)
                    .collect(Collectors.toSet()));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void withoutItsBracketsThePlainFormIsTheText(long seed) {
    var random = new Random(seed);
    String text = text(random, PLAIN_LETTERS);
    var shown = Readings.conference("", text, evidence(random, text));

    String marked = new ReadingText(shown, Markers.PLAIN).markedText();

    assertThat(marked.replaceAll("\\[[A-Za-z+]+: |]", "")).isEqualTo(text);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void withoutItsColoursTheTerminalShowsTheText(long seed) {
    var random = new Random(seed);
    String text = text(random, ALL_LETTERS);
    var shown = Readings.conference("", text, evidence(random, text));

    String marked = new ReadingText(shown, Markers.COLOURS).markedText();

    assertThat(marked.replaceAll("\u001b\\[[0-9]+m", "")).isEqualTo(Harmless.text(text));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void withoutItsTagsThePageShowsTheText(long seed) {
    var random = new Random(seed);
    String text = text(random, ALL_LETTERS);
    var shown = Readings.conference("", text, evidence(random, text));

    var page = Jsoup.parse(new ReadingHtml(shown).page());

    assertThat(page.selectFirst("div.text").wholeText()).isEqualTo(Harmless.text(text));
    assertThat(page.select("div.text *").not("mark")).isEmpty();
  }

  private static boolean inside(Evidence e, String text) {
    return e.getStart() >= 0
        && e.getStart() < e.getEnd()
        && e.getEnd() <= text.codePointCount(0, text.length());
  }

  private static String text(Random random, String letters) {
    int[] points = letters.codePoints().toArray();
    return random
        .ints(random.nextInt(40), 0, points.length)
        .mapToObj(i -> Character.toString(points[i]))
        .collect(Collectors.joining());
  }

  /** Also spans that no text has: evidence may come from another version. */
  private static List<Evidence> evidence(Random random, String text) {
    int length = text.codePointCount(0, text.length());
    var evidence = new ArrayList<Evidence>();
    for (int i = random.nextInt(12); i > 0; i--) {
      int start = random.nextInt(length + 3) - 1;
      int end = start + random.nextInt(length + 3) - 1;
      String field = FIELDS.get(random.nextInt(FIELDS.size()));
      evidence.add(new Evidence(field, "", start, end, "rule-" + random.nextInt(3)));
    }
    return evidence;
  }
}
