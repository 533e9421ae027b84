package vn.hoinghi.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.hoinghi.schemas.Reason;

/**
 * The catalogue's pages, row by row: each is read on a small stack within its budget of CPU time
 * and ends in the outcome that the row names, and what comes out is fit for every store.
 */
class CataloguePagesTest {
  private static final Duration BUDGET = Duration.ofSeconds(2);
  private static final int SMALL_STACK = 512 * 1024;
  private static final int CAP = 8 * 1024 * 1024;
  private static final String SENTENCE =
      "Sáng nay, huyện Đông Lĩnh tổ chức hội nghị tổng kết công tác năm với hơn một trăm đại biểu.";
  private static final String STORY =
      "<h1>Đông Lĩnh tổng kết công tác năm</h1><p>" + SENTENCE + "</p>";
  private static final PageReader READER = PageReader.standard();

  /** A row's page and the reasons it may end in; READ stands for being read. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Row(String name, byte[] page, List<String> outcomes) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Row row(String name, String page, String... outcomes) {
    return new Row(name, page.getBytes(StandardCharsets.UTF_8), List.of(outcomes));
  }

  private static Row row(String name, byte[] page, String... outcomes) {
    return new Row(name, page, List.of(outcomes));
  }

  static Stream<Row> rows() {
    return Stream.of(shapes(), swallowed(), bytes(), lengths(), declarations())
        .flatMap(List::stream);
  }

  private static List<Row> shapes() {
    String tags = "<b><i><a><table>".repeat(40_000);
    return List.of(
        row("H01 100,000 boxes", "<div>".repeat(100_000) + STORY, "READ", "PARSE_DEPTH"),
        row("H01 1,000,000 boxes", "<div>".repeat(1_000_000) + STORY, "PARSE_BUDGET"),
        row("H01 boxes deeper than the limit, nothing else", "<div>".repeat(600), "PARSE_DEPTH"),
        row("H02 misnested formatting", STORY + tags, "READ", "PARSE_BUDGET"),
        row("H03 an attribute of almost the cap", attribute(CAP - 4_096), "READ"),
        row("H03 an attribute beyond the cap", attribute(CAP), "PARSE_BUDGET"),
        row("H03 50,000 attributes", attributes(50_000), "READ"),
        row(
            "H03 a million classes",
            "<div class='x" + " y".repeat(1_000_000) + "'>" + STORY,
            "READ"),
        row("H03 a title of tags", "<title>" + "<p".repeat(400_000) + "</title>", "PARSE_BUDGET"),
        row("H03 a title of fewer", "<title>" + "<p".repeat(90_000) + "</title>" + STORY, "READ"),
        row("H05 quotes", "<p " + "\"'".repeat(8_192) + ">" + STORY, "READ", "TEXT_EMPTY"),
        row("H05 nested quotations", "<blockquote>".repeat(9_000) + STORY, "READ", "PARSE_DEPTH"));
  }

  private static String attributes(int count) {
    StringBuilder tag = new StringBuilder("<div");
    for (int i = 0; i < count; i++) {
      tag.append(" a").append(i).append("=1");
    }
    return tag + ">" + STORY + "</div>";
  }

  private static String attribute(int length) {
    return "<div data-x='" + "x".repeat(length) + "'>" + STORY + "</div>";
  }

  private static List<Row> swallowed() {
    return List.of(
        row("H04 open script", "<body><script>" + STORY, "TEXT_EMPTY"),
        row("H04 open textarea", "<body><textarea>" + STORY, "TEXT_EMPTY"),
        row("H04 open comment", "<body><!--" + STORY, "TEXT_EMPTY"),
        row("H04 open noscript", "<body><noscript>" + STORY, "TEXT_EMPTY"),
        row("H04 nested templates", "<body>" + "<template>".repeat(300) + STORY, "TEXT_EMPTY"),
        row("H04 open CDATA", "<body><![CDATA[" + STORY, "READ", "TEXT_EMPTY"),
        row("H04 plaintext", "<body><plaintext>" + STORY, "READ"),
        row("H04 style within svg", "<body><svg><style>" + STORY, "READ", "TEXT_EMPTY"),
        row("H04 open title", "<title>Đông Lĩnh" + STORY, "READ", "TEXT_EMPTY"));
  }

  private static List<Row> bytes() {
    byte[] overlong = around(new byte[] {(byte) 0xc0, (byte) 0xaf, (byte) 0xe0, (byte) 0x80});
    byte[] half = around(new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80});
    byte[] beyond = around(new byte[] {(byte) 0xf4, (byte) 0x90, (byte) 0x80, (byte) 0x80});
    return List.of(
        row("H07 overlong UTF-8", overlong, "READ"),
        row("H07 half a surrogate pair", half, "READ"),
        row("H07 beyond the last character", beyond, "READ"),
        row("H07 utf-7 declared", "<meta charset=utf-7>" + STORY, "READ"),
        row("H07 x-user-defined declared", "<meta charset=x-user-defined>" + STORY, "READ"),
        row(
            "H07 a charset that never closes",
            "<meta charset='utf-8 " + STORY + "'>",
            "TEXT_EMPTY"),
        row("H08 controls", STORY + "<p>\u0001\u0000\u0085\ufeff\ufffe tổng kết\u2028</p>", "READ"),
        row("H08 tag characters", STORY + "<p>\udb40\udc41\udb40\udc42 tổng kết</p>", "READ"),
        row("H08 nothing but controls", new byte[10_000], "TEXT_INVALID"));
  }

  private static byte[] around(byte[] bad) {
    byte[] story = (STORY + "<p>Đoạn cuối ").getBytes(StandardCharsets.UTF_8);
    byte[] page = Arrays.copyOf(story, story.length + bad.length);
    System.arraycopy(bad, 0, page, story.length, bad.length);
    return page;
  }

  private static List<Row> lengths() {
    String zalgo = "e" + "\u0301".repeat(1_000);
    return List.of(
        row("H10 marks", STORY + "<p>" + zalgo.repeat(100) + "</p>", "READ"),
        row("H10 a word of a megabyte", STORY + "<p>" + "a".repeat(1 << 20) + "</p>", "READ"),
        row("H10 a line of 10 MB", STORY + "<p>" + "ngày ".repeat(2_000_000), "PARSE_BUDGET"),
        row("H10 a line of 7 MB", STORY + "<p>" + "ngay ".repeat(1_400_000), "READ"),
        row("H10 dates that never end", STORY + "<p>" + "ngày 1/".repeat(100_000), "READ"),
        row("H10 text without blanks", STORY + "<p>" + "会議報告".repeat(100_000), "READ"));
  }

  private static List<Row> declarations() {
    String deep = "[".repeat(10_000) + "]".repeat(10_000);
    String date = "\"datePublished\":\"2021-03-04\"";
    String graph =
        "{\"@graph\":[{\"@id\":\"#a\",\"mainEntity\":{\"@id\":\"#a\"}},{\"@id\":\"#a\"}]}";
    return List.of(
        row("H12 depth 10,000", json(deep), "READ"),
        row("H12 50 MB", json("[" + "1,".repeat(25 << 20) + "1]"), "PARSE_BUDGET"),
        row("H12 5 MB", json("[" + "1,".repeat(5 << 19) + "1]"), "READ"),
        row("H12 the same key twice", json("{\"@type\":\"Article\"," + date + "," + date), "READ"),
        row("H12 numbers out of range", json("{\"@type\":\"Article\",\"n\":1e999999}"), "READ"),
        row("H12 __proto__", json("{\"__proto__\":{\"@type\":\"Article\"," + date + "}}"), "READ"),
        row("H12 a graph that holds itself", json(graph), "READ"),
        row("H13 an address that differs", elsewhere("https://khac.example/tin"), "READ"),
        row("H13 a private address", elsewhere("http://127.0.0.1:5432/"), "READ"),
        row("H13 no address at all", elsewhere("javascript:alert(1)"), "READ"));
  }

  private static String json(String json) {
    return "<script type='application/ld+json'>" + json + "</script>" + STORY;
  }

  private static String elsewhere(String url) {
    String meta = "<meta property='og:url' content='%s'><link rel='canonical' href='%s'>";
    return meta.replace("%s", url) + STORY;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  @Tag("H01")
  @Tag("H02")
  @Tag("H03")
  @Tag("H04")
  @Tag("H05")
  @Tag("H07")
  @Tag("H08")
  @Tag("H10")
  @Tag("H12")
  @Tag("H13")
  void aHostilePageEndsInItsOutcomeWithinItsBudget(Row row) throws Exception {
    Outcome outcome = onSmallStack(row.page());
    if (outcome.cpu().compareTo(BUDGET) > 0) {
      outcome = onSmallStack(row.page()); // the first also paid for the compiler's warming up
    }

    assertThat(outcome.name()).isIn(row.outcomes());
    assertThat(outcome.cpu()).isLessThan(BUDGET);
    if (outcome.page() != null) {
      assertFit(outcome.page());
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("declarations")
  @Tag("H12")
  @Tag("H13")
  void whatIsDeclaredBadlyChangesNothing(Row row) throws Exception {
    Page plain = onSmallStack(STORY.getBytes(StandardCharsets.UTF_8)).page();
    Page page = onSmallStack(row.page()).page();
    assertThat(page).isIn(plain, null);
  }

  private static void assertFit(Page page) {
    String text = page.text() + page.title();
    assertThat(text).contains("tổng kết công tác năm").doesNotContain("\u0000", "\ufffe", "\ufeff");
    assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(text)).as("no half pair").isTrue();
    assertThat(text.codePoints().filter(c -> c >= 0xe0000 && c <= 0xe0fff)).isEmpty();
  }

  /** What became of a page, and what it cost. */
  private record Outcome(Page page, Reason reason, Duration cpu) {
    String name() {
      return reason == null ? "READ" : reason.name();
    }
  }

  private static Outcome onSmallStack(byte[] body) throws Exception {
    FutureTask<Outcome> task = new FutureTask<>(() -> read(body));
    new Thread(null, task, "small-stack", SMALL_STACK).start();
    return task.get();
  }

  private static Outcome read(byte[] body) {
    Capture capture =
        new Capture(body, "text/html", null, null, Instant.parse("2026-11-22T00:00:00Z"), null);
    try {
      return new Outcome(READER.read(capture), null, cpu());
    } catch (UnreadablePageException e) {
      return new Outcome(null, e.reason(), cpu());
    }
  }

  private static Duration cpu() {
    return Duration.ofNanos(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
  }
}
