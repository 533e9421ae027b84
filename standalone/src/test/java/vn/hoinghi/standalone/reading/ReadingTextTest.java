package vn.hoinghi.standalone.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.hoinghi.avro.Evidence;
import vn.hoinghi.standalone.terminal.Paint;

class ReadingTextTest {
  private static final String TEXT = "Tập huấn\nNgày 20/4/2021, huyện ủy mở lớp.";

  @Test
  void bracketsNameTheField() {
    var date = new Evidence("startDate", "20/4/2021", 14, 23, "day-of-gathering");
    var shown = Readings.conference("Tập huấn", TEXT, List.of(date));

    assertThat(new ReadingText(shown, Markers.PLAIN).markedText())
        .isEqualTo("Tập huấn\nNgày [startDate: 20/4/2021], huyện ủy mở lớp.");
  }

  @Test
  void aSpanWithinAnotherStandsWithinItsBrackets() {
    assertThat(marked(span("startDate", 14, 23), span("yearInferredFrom", 19, 23)))
        .contains("Ngày [startDate: 20/4/[yearInferredFrom: 2021]], huyện");
    assertThat(marked(span("startDate", 14, 23), span("yearInferredFrom", 14, 23)))
        .contains("Ngày [startDate+yearInferredFrom: 20/4/2021], huyện");
  }

  @Test
  void ofSpansThatCrossTheInnerOneIsOpenedAgain() {
    assertThat(marked(span("startDate", 9, 23), span("organiser", 14, 33)))
        .contains("[startDate: Ngày ][organiser: [startDate: 20/4/2021], huyện ủy]");
  }

  @Test
  void overlappingSpansOfOneFieldAreOne() {
    assertThat(marked(span("persons", 9, 17), span("persons", 14, 23)))
        .contains("[persons: Ngày 20/4/2021], huyện");
  }

  private static Evidence span(String field, int start, int end) {
    return new Evidence(field, "", start, end, "rule");
  }

  private static String marked(Evidence... evidence) {
    var shown = Readings.conference("Tập huấn", TEXT, List.of(evidence));
    return new ReadingText(shown, Markers.PLAIN).markedText();
  }

  @Test
  void theRecordStandsWithItsRulesAndThePersonsWithTheirTitles() {
    var date = new Evidence("startDate", "20/4/2021", 14, 23, "day-of-gathering");
    var shown = Readings.conference("Tập huấn", TEXT, List.of(date));

    assertThat(new ReadingText(shown, Markers.PLAIN).lines())
        .contains("outlet     tin.example (Báo Tin, Lai Châu)")
        .contains("published  2021-04-20T08:00:00+07:00, read from meta")
        .contains("origin     TTXVN")
        .contains("CONFERENCE")
        .contains("startDate  2021-04-20     day-of-gathering")
        .contains("province   Lai Châu (12)  -")
        .contains("attendees  over 1,120     -")
        .contains("SPEAKER  Lò Văn Hặc  Phó Bí thư Huyện ủy; Chủ tịch UBND huyện");
  }

  @Test
  void whatIsNoConferenceSaysWhy() {
    var shown = Readings.preview("Sắp tập huấn", "Sắp tập huấn", "cue 'sắp'");

    assertThat(new ReadingText(shown, Markers.COLOURS).lines())
        .contains(
            "NOT A CONFERENCE: PREVIEW, the gathering has not begun: an announcement, a plan, an"
                + " invitation")
        .contains("because: cue 'sắp'")
        .noneMatch(line -> line.contains("\u001b"));
  }

  @Test
  @Tag("H09")
  void nothingThatAPageSaysReachesTheTerminalAsACommand() {
    var shown =
        Readings.preview(
            "\u001b]0;đổi tên\u0007", "\u001b[2J\u009b1mchữ\u202engược\r", "\u001b[8m");

    String all = String.join("\n", new ReadingText(shown, Markers.PLAIN).lines());

    assertThat(all.codePoints().filter(c -> c != '\n'))
        .noneMatch(c -> Character.isISOControl(c) || c == 0x202e);
  }

  @Test
  @Tag("H09")
  void wordsFromTheRightStayInTheirCell() {
    var shown = Readings.preview("a", "a", "\u05d0\u05d1 1");

    assertThat(new ReadingText(shown, Markers.PLAIN).lines())
        .contains("because: \u2068\u05d0\u05d1 1\u2069")
        .noneMatch(line -> line.startsWith("\u2068"));
  }

  @Test
  void coloursAreForTerminalsOfThoseWhoWantThem() {
    assertThat(Markers.in(Paint.of(true, null))).isEqualTo(Markers.COLOURS);
    assertThat(Markers.in(Paint.of(true, ""))).isEqualTo(Markers.COLOURS);
    assertThat(Markers.in(Paint.of(true, "1"))).isEqualTo(Markers.PLAIN);
    assertThat(Markers.in(Paint.of(false, null))).isEqualTo(Markers.PLAIN);
  }
}
