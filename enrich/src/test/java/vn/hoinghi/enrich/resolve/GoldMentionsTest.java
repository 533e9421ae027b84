package vn.hoinghi.enrich.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.hoinghi.avro.ConferenceEvent;
import vn.hoinghi.avro.EventSource;

/**
 * What the resolver does where nothing was misread: the labels of the labelled sets ({@code
 * LABELLED_SETS=DIR}) go in as mentions, and the events that come out are held against the labelled
 * ones. What is measured is left in {@code target/scorecards/labels.SET.json}.
 */
class GoldMentionsTest {
  private static final Path FIGURES = Path.of("..", "target", "scorecards");

  @ParameterizedTest
  @CsvSource({"corpus, 0.99", "real, 0.99", "seeds, 0.99"})
  void labelsGoInAndTheLabelledEventsComeOut(String set, double bar) throws IOException {
    String sets = System.getenv("LABELLED_SETS");
    assumeTrue(sets != null && Files.isDirectory(Path.of(sets, set)), "no labelled set " + set);
    List<LabelledSet.Labelled> reports = LabelledSet.of(Path.of(sets, set));

    Map<String, String> events = eventOfEach(reports);

    var belong = new ArrayList<String>();
    var together = new ArrayList<String>();
    for (LabelledSet.Labelled report : reports) {
      belong.add(report.cluster());
      together.add(events.get(report.member().articleId()));
    }
    BCubed bCubed = BCubed.of(numbered(belong), numbered(together));
    write(set, reports.size(), bCubed);
    assertThat(bCubed.f1()).as("B-cubed F1 of %s: %s", set, bCubed).isGreaterThanOrEqualTo(bar);
  }

  private static Map<String, String> eventOfEach(List<LabelledSet.Labelled> reports) {
    var events = new HashMap<String, String>();
    List<Member> members = reports.stream().map(LabelledSet.Labelled::member).toList();
    for (ConferenceEvent event : Resolver.resolve(members)) {
      for (EventSource source : event.getSources()) {
        events.put(source.getArticleId(), event.getEventId());
      }
    }
    return events;
  }

  private static List<Integer> numbered(List<String> labels) {
    var numbers = new HashMap<String, Integer>();
    return labels.stream().map(l -> numbers.computeIfAbsent(l, x -> numbers.size())).toList();
  }

  private static void write(String set, int reports, BCubed bCubed) throws IOException {
    ObjectNode figures = new ObjectMapper().createObjectNode();
    figures
        .put("n", reports)
        .put("p", bCubed.precision())
        .put("r", bCubed.recall())
        .put("f1", bCubed.f1());
    Files.createDirectories(FIGURES);
    Files.writeString(FIGURES.resolve("labels." + set + ".json"), figures.toPrettyString());
  }
}
