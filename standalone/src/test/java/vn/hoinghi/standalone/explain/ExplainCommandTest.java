package vn.hoinghi.standalone.explain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.hoinghi.schemas.ContentIds;
import vn.hoinghi.standalone.Hoinghi;

/** Why pages of a folder are one event or several, without a broker. */
class ExplainCommandTest {
  private static final String PAGES =
      Path.of("src/test/resources/vn/hoinghi/standalone/batch").toString();
  private static final String FIRST =
      "https://baoquangtrimoi.example/chinh-tri/hoc-tap-nghi-quyet-18.html";
  private static final String AGAIN = "https://mientrung.example/tin/9500-dang-vien.html";
  private static final String ELSEWHERE = "https://phuyenngaynay.example/hoi-nghi-12.html";
  private static final String EVENT = ContentIds.eventId("vn", ContentIds.articleId(FIRST));

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void twoReportsOfOneConferenceAreLaidSideBySide() {
    assertThat(run(FIRST, AGAIN, "--in", PAGES)).isZero();
    assertThat(out.toString())
        .startsWith("ONE EVENT " + EVENT)
        .contains("because: they match: ")
        .containsPattern("province +Quảng Trị +Quảng Trị +province-same +\\d\\.\\d\\d")
        .containsPattern("sum +a match from 1\\.00 +\\d+\\.\\d\\d")
        .contains("met in:  place and day 2022-09-15")
        .contains("rules:   ");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void twoConferencesAreToldApartByTheRuleThatDecided() {
    assertThat(run(FIRST, ELSEWHERE, "--in", PAGES)).isZero();
    assertThat(out.toString())
        .startsWith("TWO EVENTS " + EVENT)
        .contains("no agreement outweighs OTHER_PROVINCE")
        .contains("no index; only articles that meet in one are compared");
  }

  @Test
  void anEventShowsItsArticlesAndItsValues() {
    assertThat(run(EVENT, "--in", PAGES)).isZero();
    assertThat(out.toString())
        .startsWith("EVENT " + EVENT)
        .contains("2 articles, 1 of them no reprint of another")
        .contains("reprints " + FIRST)
        .contains("joined, strongest match first")
        .containsPattern("startDate +2022-09-15 +2");
  }

  @Test
  void anIdThatLeadsElsewhereIsFollowed() {
    String old = ContentIds.eventId("vn", ContentIds.articleId(AGAIN));
    assertThat(run(old, "--in", PAGES)).isZero();
    assertThat(out.toString()).startsWith("EVENT " + EVENT);
    assertThat(err.toString()).contains(old + " is no event of its own any more");
  }

  @Test
  void aPageIsKnownByItsAddressItsIdAndItsFile() {
    for (String name : new String[] {AGAIN, "quang-tri-dang-lai", "quang-tri-dang-lai.html"}) {
      out.getBuffer().setLength(0);
      assertThat(run(name, "--in", PAGES)).as(name).isZero();
      assertThat(out.toString()).startsWith("EVENT " + EVENT);
    }
  }

  @Test
  void theNewestRevisionOfAPageIsTheOneThatIsExplained() throws Exception {
    assertThat(run("https://laichau.example/muong-te-tap-huan.html", "--json", "--in", PAGES))
        .isZero();
    JsonNode event = new ObjectMapper().readTree(out.toString()).path("event");
    assertThat(event.path("sourceCount").asInt()).isEqualTo(1);
    assertThat(event.at("/sources/0/fetchedAt").asText()).isEqualTo("2021-04-20T09:00:00Z");
    assertThat(event.at("/sources/0/firstIngestedAt").asText()).isEqualTo("2021-04-20T02:00:00Z");
  }

  @Test
  void asJsonTheWeightsAreHundredthsOfABit() throws Exception {
    assertThat(run(FIRST, AGAIN, "--in", PAGES, "--json")).isZero();
    assertThat(out.toString().strip().lines()).hasSize(1);
    JsonNode json = new ObjectMapper().readTree(out.toString());
    assertThat(json.path("together").asBoolean()).isTrue();
    int sum = 0;
    for (JsonNode weight : json.path("weights")) {
      sum += weight.path("weight").asInt();
    }
    assertThat(json.path("score").asInt()).isEqualTo(sum);
    assertThat(json.at("/left/url").asText()).isEqualTo(FIRST);
    assertThat(json.at("/right/eventId").asText()).isEqualTo(EVENT);
    assertThat(json.path("cannotLink").isNull()).isTrue();
    assertThat(json.path("chain")).hasSize(1);
  }

  @Test
  void whatReportsNoConferenceOrIsNotThereIsSaid() {
    assertThat(run("thoi-tiet", "--in", PAGES)).isEqualTo(1);
    assertThat(err.toString()).contains("reports no conference: NO_GATHERING");
    assertThat(run("https://o-dau.example/1", "--in", PAGES)).isEqualTo(1);
    assertThat(err.toString()).contains("no such article");
    assertThat(run("0".repeat(32), "--in", PAGES)).isEqualTo(1);
    assertThat(err.toString()).contains("no article that is known gives this event its id");
  }

  @Test
  void whatAPersonSaidCountsAndIsShown(@TempDir Path dir) throws Exception {
    Path file = dir.resolve("corrections.jsonl");
    Files.writeString(
        file,
        """
        {"kind":"CANNOT_LINK","articles":["quang-tri","%s"],"author":"An","reason":"two halls"}
        {"kind":"RETRACT","articles":["phu-yen"],"author":"Bình","reason":"a preview"}
        """
            .formatted(AGAIN));
    assertThat(run(FIRST, AGAIN, "--in", PAGES, "--corrections", file.toString())).isZero();
    assertThat(out.toString())
        .startsWith("TWO EVENTS")
        .contains("because: a person said so: CANNOT_LINK")
        .contains("An", "two halls");
    assertThat(run(ELSEWHERE, "--in", PAGES, "--corrections", file.toString())).isEqualTo(1);
    assertThat(err.toString()).contains("a person retracted it");
  }

  @Test
  void wrongUseIsToldApart() {
    assertThat(run(FIRST, FIRST, "--in", PAGES)).isEqualTo(2);
    assertThat(run("--in", PAGES)).isEqualTo(2);
    assertThat(run(FIRST, "--manifest", "m.jsonl")).isEqualTo(2);
    assertThat(run(FIRST, "--in", "khong-co")).isEqualTo(2);
  }

  private int run(String... words) {
    var all = new String[words.length + 1];
    all[0] = "explain";
    System.arraycopy(words, 0, all, 1, words.length);
    return Hoinghi.commandLine()
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(all);
  }
}
