package vn.hoinghi.enrich.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A rule finds what its pattern finds, and no rule of the project can run away. */
class RuleTest {
  private static final String[] PACKAGES = {"mention", "person", "place", "outlet"};

  @ParameterizedTest
  @ValueSource(
      strings = {
        "năm (\\d{4})",
        "(?<!\\p{L})lần (?:thứ )?(?<n>[ivx]{1,3}|\\d{1,2})(?![\\p{L}\\d])",
        "a?b?c?",
        "(?:ab|a)*+c",
        "[^\\n]x",
        "\\(\\p{Lu}[.&-]\\)",
        "x{2}|y{1,}|$",
        "(?s).b",
        "^a|b$",
        "(?=năm)n|ă"
      })
  void aRuleFindsWhatItsPatternFinds(String regex) {
    Random random = new Random(regex.hashCode());
    Rule rule = Rule.of(regex);
    for (int i = 0; i < 500; i++) {
      String text = text(random);
      int from = random.nextInt(text.length() + 1);
      int to = from + random.nextInt(text.length() - from + 1);

      assertThat(found(rule, text, from, to))
          .as("%s in '%s' %d-%d", regex, text, from, to)
          .isEqualTo(found(Pattern.compile(regex), text, from, to));
    }
  }

  private static String text(Random random) {
    String[] pieces = {
      "năm 2020",
      "lần thứ ",
      "x",
      "y",
      "ii",
      "a",
      "b",
      "c",
      "(A.)",
      " ",
      "\n",
      "\uD83C\uDF89",
      "ш",
      "12",
      "ă"
    };
    StringBuilder text = new StringBuilder();
    for (int n = random.nextInt(8); n >= 0; n--) {
      text.append(pieces[random.nextInt(pieces.length)]);
    }
    return text.toString();
  }

  private static List<List<Integer>> found(Rule rule, String text, int from, int to) {
    List<List<Integer>> all = new ArrayList<>();
    for (Search search = rule.in(new Prose(text), from, to); search.find(); ) {
      all.add(List.of(search.start(), search.end()));
    }
    return all;
  }

  private static List<List<Integer>> found(Pattern pattern, String text, int from, int to) {
    List<List<Integer>> all = new ArrayList<>();
    Matcher matcher =
        pattern.matcher(text).region(from, to).useTransparentBounds(true).useAnchoringBounds(false);
    while (matcher.find()) {
      all.add(List.of(matcher.start(), matcher.end()));
    }
    return all;
  }

  @ParameterizedTest
  @ValueSource(strings = {"(a)\\1", "(?i)a", "(?>a)", "a\\Qb"})
  void whatIsNotUnderstoodIsRefused(String regex) {
    assertThatThrownBy(() -> Rule.of(regex)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ba+",
        "b(?:a{1,9}){1,9}",
        "(?:a|b?){0,9}c",
        "\\d{1,30}\\d{0,30}x",
        "b.*+",
        " {2,}"
      })
  void whatCanRunAwayIsTold(String regex) {
    assertThat(Runaway.faults(regex)).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ba{1,40}", "b(?:a|b?){0,9}+c", "\\d{1,30} \\d{1,30}", "(?:a{2}){1,9}", "a{1,9}b"})
  void whatCannotIsNot(String regex) {
    assertThat(Runaway.faults(regex)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"mention", "person", "place", "outlet"})
  @Tag("H06")
  void noRuleOfTheProjectCanRunAway(String name) throws Exception {
    for (Map.Entry<String, String> rule :
        RulesOfTheProject.rules("vn.hoinghi.enrich." + name).entrySet()) {
      assertThat(Runaway.faults(rule.getValue()))
          .as("%s %s", rule.getKey(), rule.getValue())
          .isEmpty();
    }
  }

  /** Otherwise no test would see them. */
  @Test
  void expressionsAreRulesInStaticFieldsAndStandNowhereElse() throws Exception {
    Pattern elsewhere =
        Pattern.compile("import java\\.util\\.regex|\\.(matches|replaceAll|replaceFirst)\\(\\s*\"");
    for (String name : PACKAGES) {
      for (Path source : RulesOfTheProject.sources("vn.hoinghi.enrich." + name)) {
        assertThat(Files.readString(source)).as("%s", source).doesNotContainPattern(elsewhere);
      }
    }
  }
}
