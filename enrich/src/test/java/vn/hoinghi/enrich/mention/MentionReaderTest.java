package vn.hoinghi.enrich.mention;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.hoinghi.avro.Evidence;
import vn.hoinghi.schemas.ContractJson;

class MentionReaderTest {

  static List<WrittenCases.Case> conferences() {
    return Stream.concat(
            both("conferences.txt", true).stream(),
            Stream.concat(
                WrittenCases.of("when.txt").stream(),
                WrittenCases.of("told-otherwise.txt").stream()))
        .toList();
  }

  static List<WrittenCases.Case> others() {
    return both("no-conference.txt", false);
  }

  /** With those of the cases kept aside that report a gathering, or that report none. */
  private static List<WrittenCases.Case> both(String file, boolean reports) {
    Stream<WrittenCases.Case> aside =
        WrittenCases.of("kept-aside.txt").stream()
            .filter(example -> example.expected().contains("=") == reports);
    return Stream.concat(WrittenCases.of(file).stream(), aside).toList();
  }

  static Stream<WrittenCases.Case> all() {
    return Stream.concat(conferences().stream(), others().stream());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("others")
  void anArticleThatReportsNoGatheringGivesTheReason(WrittenCases.Case example) {
    Reading reading = MentionReader.standard().read(example.article());

    assertThat(reading.mention()).as(reading.because()).isNull();
    if (!example.expected().equals("ANY")) {
      assertThat(reading.reason().name()).as(reading.because()).isEqualTo(example.expected());
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("conferences")
  void aReportGivesTheFieldsItStates(WrittenCases.Case example) {
    Reading reading = MentionReader.standard().read(example.article());

    assertThat(reading.mention()).as(reading.because()).isNotNull();
    JsonNode json = ContractJson.mention(reading.mention());
    for (String pair : example.expected().split("; *", -1)) {
      String[] field = pair.split("=", 2);
      assertThat(value(json, field[0])).as(field[0]).isEqualTo(field[1]);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("all")
  void everyValueStandsInTheTextWhereItsEvidenceSays(WrittenCases.Case example) {
    Reading reading = MentionReader.standard().read(example.article());

    if (reading.mention() != null) {
      String text = example.article().text();
      for (Evidence evidence : reading.mention().getEvidence()) {
        int start = text.offsetByCodePoints(0, evidence.getStart());
        int end = text.offsetByCodePoints(0, evidence.getEnd());
        assertThat(text.substring(start, end)).contains(evidence.getValue());
        assertThat(evidence.getRule()).isNotBlank();
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("conferences")
  void noFieldIsGivenWithoutEvidence(WrittenCases.Case example) {
    Reading reading = MentionReader.standard().read(example.article());

    JsonNode json = ContractJson.mention(reading.mention());
    Set<String> told =
        reading.mention().getEvidence().stream().map(Evidence::getField).collect(toSet());
    json.properties().stream()
        .filter(field -> !field.getKey().equals("evidence"))
        .filter(field -> !field.getKey().endsWith("Qualifier"))
        .filter(field -> isGiven(field.getValue()))
        .forEach(field -> assertThat(told).contains(field.getKey()));
  }

  private static boolean isGiven(JsonNode value) {
    return value.isContainerNode() ? !value.isEmpty() : !value.isNull();
  }

  private static String value(JsonNode json, String field) {
    JsonNode value = json.path(field);
    if (field.equals("province")) {
      value = value.path("name");
    }
    if (field.equals("documents")) {
      return value.isEmpty() ? "-" : value.path(0).path("number").asText("-");
    }
    return value.isNull() || value.isMissingNode() ? "-" : value.asText();
  }
}
