package vn.hoinghi.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/**
 * The cases of google/robotstxt, the reference for robots.txt, against ours. They are C++ and stay
 * outside of this repository: {@code ROBOTSTXT=DIR} names a checkout. What its tests state is read
 * out of them: strings that are named, and whether an agent may ask for an address under them.
 * Strings that a test builds by computing are left out, and counted; what is measured is left in
 * {@code target/scorecards/robots.json}.
 */
@EnabledIfEnvironmentVariable(named = "ROBOTSTXT", matches = ".+")
class RobotsSuiteTest {
  private static final String LITERAL = "\"(?:\\\\.|[^\"\\\\])*+\"";
  private static final String LITERALS = LITERAL + "(?:\\s*+" + LITERAL + ")*+";
  private static final String VALUE = "(\\w++|" + LITERALS + ")";
  private static final Pattern STATEMENT =
      Pattern.compile(
          "TEST\\(\\w+, (?<test>\\w+)\\)"
              + "|(?:string|string_view) (?<name>\\w+)\\s*+=\\s*+(?<value>"
              + LITERALS
              + ");"
              + "|StrAppend\\(&(?<computed>\\w+)"
              + "|EXPECT_(?<expected>TRUE|FALSE)\\(\\s*+IsUserAgentAllowed\\(\\s*+"
              + VALUE
              + ",\\s*+"
              + VALUE
              + ",\\s*+"
              + VALUE
              + "\\)\\);");
  private static final Pattern CASE = Pattern.compile("IsUserAgentAllowed\\((?!const)");

  /**
   * Where ours decides otherwise, and why. The first tests an agent of two words, which ours cannot
   * have. The second asks for addresses that are not escaped, or escaped where they need not be;
   * ours brings addresses and rules to one form before it compares them (RFC 9309 §2.2.2).
   */
  private static final Set<String> EXPLAINED =
      Set.of("GoogleOnly_AcceptUserAgentUpToFirstSpace", "ID_Encoding");

  private static final Path FIGURES = Path.of("..", "target", "scorecards", "robots.json");

  private record Case(String test, String robots, String agent, String url, boolean allowed) {}

  private final Map<String, String> named = new HashMap<>();
  private final List<Case> cases = new ArrayList<>();
  private String test;

  @Test
  void theCasesOfTheReferenceAreDecidedAlike() throws IOException {
    String source = Files.readString(Path.of(System.getenv("ROBOTSTXT"), "robots_test.cc"));
    Matcher statement = STATEMENT.matcher(source);
    while (statement.find()) {
      read(statement);
    }
    // without an agent or an address nothing can be asked
    List<Case> asked =
        cases.stream().filter(c -> !c.agent().isEmpty() && !c.url().isEmpty()).toList();
    List<Case> otherwise = asked.stream().filter(c -> allows(c) != c.allowed()).toList();
    long written = CASE.matcher(source).results().count();
    record(written, asked.size(), otherwise);

    assertThat(asked).hasSizeGreaterThan(130);
    assertThat(otherwise).extracting(Case::test).isSubsetOf(EXPLAINED);
  }

  private static void record(long written, int asked, List<Case> otherwise) throws IOException {
    var mapper = new ObjectMapper();
    var figures = mapper.createObjectNode();
    figures.put("written", written).put("asked", asked).put("alike", asked - otherwise.size());
    var list = figures.putArray("otherwise");
    otherwise.forEach(c -> list.add(c.test() + ": " + c.agent() + " " + c.url()));
    Files.createDirectories(FIGURES.getParent());
    Files.writeString(FIGURES, mapper.writerWithDefaultPrettyPrinter().writeValueAsString(figures));
  }

  private void read(Matcher statement) {
    if (statement.group("test") != null) {
      test = statement.group("test");
      named.clear();
    } else if (statement.group("name") != null) {
      named.put(statement.group("name"), text(statement.group("value")));
    } else if (statement.group("computed") != null) {
      named.remove(statement.group("computed"));
    } else {
      int first = statement.groupCount() - 2;
      String robots = value(statement.group(first));
      String agent = value(statement.group(first + 1));
      String url = value(statement.group(first + 2));
      if (robots != null && agent != null && url != null) {
        cases.add(new Case(test, robots, agent, url, statement.group("expected").equals("TRUE")));
      }
    }
  }

  private String value(String written) {
    return written.startsWith("\"") ? text(written) : named.get(written);
  }

  /** A C++ string literal, or several in a row, as the text they stand for. */
  private static String text(String literals) {
    var bytes = new java.io.ByteArrayOutputStream();
    Matcher literal = Pattern.compile(LITERAL).matcher(literals);
    while (literal.find()) {
      String quoted = literal.group();
      Matcher piece =
          Pattern.compile("\\\\x([0-9A-Fa-f]{2})|\\\\(.)|([^\\\\]+)")
              .matcher(quoted.substring(1, quoted.length() - 1));
      while (piece.find()) {
        bytes.writeBytes(piece(piece));
      }
    }
    return bytes.toString(UTF_8);
  }

  private static byte[] piece(MatchResult piece) {
    if (piece.group(1) != null) {
      return new byte[] {(byte) Integer.parseInt(piece.group(1), 16)};
    }
    if (piece.group(2) != null) {
      return Map.of("n", "\n", "r", "\r", "t", "\t")
          .getOrDefault(piece.group(2), piece.group(2))
          .getBytes(UTF_8);
    }
    return piece.group(3).getBytes(UTF_8);
  }

  private static boolean allows(Case asked) {
    try {
      var url = CanonicalUrl.addressOf(asked.url());
      byte[] body = asked.robots().getBytes(UTF_8);
      var answer = new Fetched(url, 0, 200, Map.of(), body, body.length, 0, null, null);
      return RobotsRules.of(answer, url, asked.agent(), Instant.EPOCH).allows(url);
    } catch (Refused e) {
      throw new AssertionError(asked.url(), e);
    }
  }
}
