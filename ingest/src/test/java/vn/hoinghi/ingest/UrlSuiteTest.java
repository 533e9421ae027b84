package vn.hoinghi.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/**
 * The web platform's own cases of how addresses are read ({@code url/resources/urltestdata.json} of
 * web-platform-tests), which stay outside of this repository: {@code URLTESTDATA=FILE} names them.
 * Ours must never take what browsers refuse, must come to the same canonical form from an address
 * as it is written and as browsers write it, and may refuse more, each time for a reason that is
 * named. What is measured is left in {@code target/scorecards/urls.json}.
 */
@EnabledIfEnvironmentVariable(named = "URLTESTDATA", matches = ".+")
class UrlSuiteTest {
  private static final Path FIGURES = Path.of("..", "target", "scorecards", "urls.json");
  private static final String WEB = "(?is)https?:.*";

  /** Why an address is refused that browsers take: what the refusal says, and what it is called. */
  private static final Map<String, String> REFUSALS = new LinkedHashMap<>();

  static {
    REFUSALS.put("userinfo", "names a user or a password, or hides the host behind a backslash");
    REFUSALS.put("number", "a host that is a number in another form than four decimal parts");
    REFUSALS.put("behind the scheme", "without // behind the scheme");
    REFUSALS.put("control", "control characters within");
    REFUSALS.put("escapes in the host", "escapes in the host");
    REFUSALS.put("host", "a host without a name, or of empty labels");
    REFUSALS.put("port", "port 0, or one with more than five digits");
    REFUSALS.put("address of 0", "no address at all, which is the page itself");
  }

  private int apart;
  private int alike;
  private final List<String> taken = new ArrayList<>();
  private final List<String> otherwise = new ArrayList<>();
  private final Map<String, Integer> refused = new TreeMap<>();

  @Test
  void whatBrowsersReadIsReadAlikeOrRefusedForAReason() throws IOException {
    var mapper = new ObjectMapper();
    for (JsonNode each : mapper.readTree(Path.of(System.getenv("URLTESTDATA")).toFile())) {
      if (each.isObject()) {
        judge(each);
      }
    }
    var figures = mapper.createObjectNode();
    int total = refused.values().stream().mapToInt(Integer::intValue).sum();
    int cases = alike + otherwise.size() + taken.size() + total;
    figures.put("cases", cases).put("apart", apart).put("alike", alike).put("taken", taken.size());
    otherwise.forEach(figures.putArray("otherwise")::add);
    figures.set("refused", mapper.valueToTree(refused));
    Files.createDirectories(FIGURES.getParent());
    Files.writeString(FIGURES, mapper.writerWithDefaultPrettyPrinter().writeValueAsString(figures));

    assertThat(taken).as("taken, though browsers refuse them").isEmpty();
    assertThat(refused.keySet()).isSubsetOf(REFUSALS.values());
    // an apostrophe may stand plain in a query, and keeps the form that it is written in
    assertThat(otherwise).allMatch(address -> address.contains("%27"));
    assertThat(alike).isGreaterThan(600);
  }

  private void judge(JsonNode each) {
    String base = each.path("base").asText("about:blank");
    String browsers = each.path("href").asText("");
    if (!base.matches(WEB) && !base.equals("about:blank")) {
      apart++; // no page of ours
      return;
    }
    try {
      CanonicalUrl ours = ours(each.get("input").asText(), base);
      if (!browsers.matches(WEB)) {
        taken.add(each.get("input").asText() + " as " + ours);
      } else if (ours.equals(CanonicalUrl.addressOf(browsers))) {
        alike++;
      } else {
        otherwise.add(browsers);
      }
    } catch (Refused e) {
      if (browsers.matches(WEB)) {
        refused.merge(kind(e.getMessage()), 1, Integer::sum);
      } else {
        alike++;
      }
    }
  }

  private static CanonicalUrl ours(String input, String base) throws Refused {
    return base.matches(WEB)
        ? CanonicalUrl.addressOf(Links.resolve(CanonicalUrl.addressOf(base), input))
        : CanonicalUrl.addressOf(input);
  }

  private static String kind(String message) {
    return REFUSALS.entrySet().stream()
        .filter(kind -> message.contains(kind.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(message);
  }
}
