package vn.hoinghi.standalone.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.hoinghi.avro.Evidence;

class ReadingHtmlTest {
  private static final String HOSTILE =
      "</title></style><script src=//x.example></script>\" ' & {{x}}";

  @Test
  void fieldAndRuleShowUnderThePointer() {
    var date = new Evidence("startDate", "20/4/2021", 5, 14, "day-of-gathering");
    Document page = page(Readings.conference("Lớp", "Ngày 20/4/2021", List.of(date)));

    var mark = page.selectFirst("div.text mark");
    assertThat(mark.text()).isEqualTo("20/4/2021");
    assertThat(mark.className()).isEqualTo("when");
    assertThat(mark.attr("title")).isEqualTo("startDate (day-of-gathering)");
    assertThat(page.select("td").eachText())
        .containsSequence("startDate", "2021-04-20", "day-of-gathering")
        .containsSequence("SPEAKER", "Lò Văn Hặc");
  }

  @Test
  void theLegendNamesTheFieldsOfEachColour() {
    Document page = page(Readings.conference("Lớp", "Ngày 20/4/2021", List.of()));

    assertThat(page.select("p.legend span").eachText())
        .contains("when startDate, endDate, dayPart, yearInferredFrom", "persons persons");
    assertThat(page.selectFirst("meta[name=viewport]").attr("content"))
        .contains("width=device-width");
  }

  @Test
  @Tag("H11")
  void whatAPageSaysStaysText() {
    Document page = page(Readings.preview(HOSTILE, HOSTILE, HOSTILE));

    assertThat(page.title()).isEqualTo(HOSTILE);
    assertThat(page.selectFirst("h1").text()).isEqualTo(HOSTILE);
    assertThat(page.selectFirst("div.text").wholeText()).isEqualTo(HOSTILE);
    assertThat(page.selectFirst("p.because").text()).isEqualTo("because: " + HOSTILE);
    assertThat(page.select("script, a, img, link, iframe, [src], [href], [style], [onclick]"))
        .isEmpty();
  }

  @Test
  @Tag("H11")
  void thePolicyAdmitsTheStyleSheetOfThePageAndNothingElse() throws Exception {
    Document page = page(Readings.preview("Lớp", "Lớp", "cue"));

    byte[] style = page.selectFirst("style").data().getBytes(StandardCharsets.UTF_8);
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(style);
    assertThat(page.selectFirst("meta[http-equiv=Content-Security-Policy]").attr("content"))
        .isEqualTo(
            "default-src 'none'; style-src 'sha256-%s'; base-uri 'none'; form-action 'none'"
                .formatted(Base64.getEncoder().encodeToString(hash)));
    assertThat(new String(style, StandardCharsets.UTF_8)).doesNotContain("url(", "@import");
  }

  private static Document page(ReadingFacts facts) {
    return Jsoup.parse(new ReadingHtml(facts).page());
  }
}
