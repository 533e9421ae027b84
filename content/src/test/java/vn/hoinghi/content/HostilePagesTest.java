package vn.hoinghi.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.hoinghi.schemas.Reason;

/** Pages made to break a reader: each ends in a page or in a reason, soon, on a small stack. */
class HostilePagesTest {
  private static final Duration BUDGET = Duration.ofSeconds(20);
  private static final int SMALL_STACK = 512 * 1024;
  private static final String STORY =
      "<h1>Hội nghị tổng kết công tác năm</h1><p>Sáng nay, huyện tổ chức hội nghị tổng kết công"
          + " tác năm với hơn một trăm đại biểu tham dự tại hội trường.</p>";
  private final PageReader reader = PageReader.standard();

  @Test
  @Tag("H15")
  void nothingIsTextEmpty() {
    assertThat(read("").reason()).isEqualTo(Reason.TEXT_EMPTY);
    assertThat(read("<html><body> \u200b&nbsp; </body></html>").reason())
        .isEqualTo(Reason.TEXT_EMPTY);
    assertThat(read("  \n ".getBytes(StandardCharsets.UTF_8), "text/plain").reason())
        .isEqualTo(Reason.TEXT_EMPTY);
  }

  @Test
  @Tag("H08")
  void bytesThatAreNoTextAreInvalid() {
    byte[] noise = new byte[50_000];
    for (int i = 0; i < noise.length; i++) {
      noise[i] = (byte) (i * 31 + i / 7);
    }
    assertThat(read(noise, "text/html").reason()).isEqualTo(Reason.TEXT_INVALID);
    assertThat(read(new byte[1_000], "text/html").reason()).isEqualTo(Reason.TEXT_INVALID);
  }

  @Test
  @Tag("H10")
  void aThousandMarksOnOneLetterAreOrnament() {
    Page page =
        read(STORY + "<p>Đoạn văn cuối e" + "\u0301".repeat(1_000) + " kết thúc ở đây.</p>").page();
    assertThat(page.text()).contains("Đoạn văn cuối").doesNotContain("\u0301".repeat(5));
  }

  @Test
  @Tag("H08")
  void charactersThatNoStoreTakesAreGone() {
    String dirty = "Hội\u0000 nghị\u0007 \ufeff\u2028\ufffetổng kết\udb40\udc41 năm\u0085 nay.";
    Page page = read(STORY + "<p>" + dirty + "</p>").page();
    assertThat(page.text()).endsWith("Hội nghị tổng kết năm nay.");
  }

  @Test
  @Tag("H12")
  void jsonDeepAndLongIsAsIfAbsent() {
    String deep = "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000);
    String page = "<script type='application/ld+json'>" + deep + "</script>" + STORY;
    assertThat(read(page).page().publishedFrom()).isNull();
  }

  @Test
  void manyHeadingsAndSmallBoxesStayLinear() {
    String box =
        "<div><h3>Tin liên quan</h3><p>Một câu ngắn vừa đủ dài để được xem là văn.</p></div>";
    assertThat(read(STORY + box.repeat(20_000)).reason()).isIn(null, Reason.PARSE_BUDGET);
  }

  private record Outcome(Page page, Reason reason) {}

  private Outcome read(String html) {
    return read(html.getBytes(StandardCharsets.UTF_8), "text/html");
  }

  private Outcome read(byte[] body, String type) {
    FutureTask<Outcome> task = new FutureTask<>(() -> outcome(body, type));
    new Thread(null, task, "small-stack", SMALL_STACK).start();
    try {
      return task.get(BUDGET.toSeconds(), TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new AssertionError("no outcome", e);
    }
  }

  private Outcome outcome(byte[] body, String type) {
    Instant captured = Instant.parse("2026-11-22T00:00:00Z");
    try {
      return new Outcome(reader.read(new Capture(body, type, null, null, captured, null)), null);
    } catch (UnreadablePageException e) {
      return new Outcome(null, e.reason());
    }
  }
}
