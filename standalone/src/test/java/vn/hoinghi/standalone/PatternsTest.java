package vn.hoinghi.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A regular expression may be right on every page and take minutes on a page made for it. So every
 * pattern of every module, those that classes keep and those written in place, is let loose on long
 * texts made of the very characters it speaks of, and the looks it takes at them are counted: ten
 * times the text may take ten times the looks, and a little more where a run of ten ends.
 */
class PatternsTest {
  private static final int SHORT = 300;
  private static final int LONG = 10 * SHORT;
  private static final int BOUND = 20;

  private static final List<String> UNITS =
      List.of(
          "a", "A", "1", " ", "\n", "-", ".", ",", "/", ":", "\"", "'", "(", ")", "<", "&", "%",
          "=", "@", "á", "ộ", "a ", "Aa ", "A ", "a.", "a-", "a, ", "1 ", "1.", "1/", "1-", "1, ",
          "a1", "a\n", " \n", "a=1&", "%41", "a@a.", "x:", "//");

  /** What is written where it is used, and whether it must match the whole. */
  private static final Pattern IN_PLACE =
      Pattern.compile(
          "\\.(matches|replaceAll|replaceFirst|split)\\(\\s*\"((?:[^\"\\\\]|\\\\.)*)\"");

  /** Patterns that slow down with the square of a text which is short by construction. */
  private static final Map<String, String> BOUNDED =
      Map.of(
          "ContentType.TYPE", "matches a header that was cut short",
          "Organisers.TAIL", "sees 300 characters before a verb",
          "BodyName.TAIL", "sees 300 characters before a verb");

  private record Rule(String where, Pattern pattern, boolean whole) {}

  @Test
  @Tag("H06")
  void timeGrowsWithTheTextAndNoFaster() throws Exception {
    List<Rule> rules = rules();
    assertThat(rules).hasSizeGreaterThan(100);
    assertThat(
            rules.stream()
                .filter(rule -> !BOUNDED.containsKey(rule.where()))
                .map(PatternsTest::slowness)
                .filter(Objects::nonNull))
        .isEmpty();
  }

  @Test
  void aPatternThatBacktracksIsFound() {
    assertThat(slowness(new Rule("nested", Pattern.compile("(a+)+b"), true))).isNotNull();
    assertThat(slowness(new Rule("deep", Pattern.compile("(?:a|b)*c"), true))).isNotNull();
    assertThat(slowness(new Rule("quadratic", Pattern.compile("\\s+$"), false))).isNotNull();
    assertThat(slowness(new Rule("whole", Pattern.compile("\\s+$"), true))).isNull();
    assertThat(slowness(new Rule("linear", Pattern.compile("\\d\\s|[a-z]"), false))).isNull();
  }

  /** On which text it is slow, or null. */
  private static String slowness(Rule rule) {
    Set<String> units = new LinkedHashSet<>(UNITS);
    rule.pattern()
        .pattern()
        .codePoints()
        .distinct()
        .limit(30)
        .mapToObj(Character::toString)
        .forEach(units::add);
    return units.stream()
        .filter(unit -> isSlow(rule, unit))
        .map(unit -> rule.where() + " " + rule.pattern() + " on '" + unit + "'")
        .findFirst()
        .orElse(null);
  }

  private static boolean isSlow(Rule rule, String unit) {
    long few = looks(rule, text(unit, SHORT), 1_000L * SHORT);
    return few < 0 || looks(rule, text(unit, LONG), BOUND * (few + SHORT)) < 0;
  }

  private static String text(String unit, int length) {
    return unit.repeat(length / unit.length()) + "!";
  }

  /** How often a character is looked at, or -1 where the patience is not enough. */
  private static long looks(Rule rule, String text, long patience) {
    var watched = new Watched(text, patience);
    Matcher matcher = rule.pattern().matcher(watched);
    try {
      boolean found = rule.whole() ? matcher.matches() : matcher.find();
      while (found && !rule.whole()) {
        found = matcher.find();
      }
      return patience - watched.left;
    } catch (OutOfPatience | StackOverflowError e) {
      return -1;
    }
  }

  private static List<Rule> rules() throws Exception {
    var rules = new ArrayList<Rule>();
    for (Path module : modules()) {
      Path sources = module.resolve("src/main/java");
      Path classes = module.resolve("target/classes");
      for (Path file : files(classes, ".class")) {
        String name = classes.relativize(file).toString().replace(".class", "");
        Path source = sources.resolve(name.replaceAll("\\$.*", "") + ".java");
        if (Files.exists(source)) {
          kept(Class.forName(name.replace('/', '.')), Files.readString(source), rules);
        }
      }
      for (Path file : files(sources, ".java")) {
        inPlace(file.getFileName().toString(), Files.readString(file), rules);
      }
    }
    return rules;
  }

  private static void kept(Class<?> type, String source, List<Rule> rules)
      throws IllegalAccessException {
    for (Field field : type.getDeclaredFields()) {
      if (Modifier.isStatic(field.getModifiers()) && field.trySetAccessible()) {
        String name = field.getName();
        boolean whole = isForTheWhole(name, source);
        collect(type.getSimpleName() + "." + name, field.get(null), whole, rules);
      }
    }
  }

  /** Whether all the source does with a pattern is to match it against something whole. */
  private static boolean isForTheWhole(String name, String source) {
    String matcher = "\\b" + name + "\\s*\\.matcher\\([^;]{1,120}?\\)";
    boolean atOnce =
        Pattern.compile(matcher + "\\s*\\.(matches|lookingAt)\\(").matcher(source).find();
    Matcher kept = Pattern.compile("Matcher (\\w+) =\\s*" + matcher + ";").matcher(source);
    boolean later = kept.find() && source.contains(kept.group(1) + ".matches()");
    return (atOnce || later) && !source.contains(".find()");
  }

  private static void collect(String where, Object value, boolean whole, List<Rule> rules) {
    if (value instanceof Pattern pattern) {
      rules.add(new Rule(where, pattern, whole));
    } else if (value instanceof Collection<?> many) {
      many.forEach(one -> collect(where, one, whole, rules));
    } else if (value instanceof Map<?, ?> map) {
      map.values().forEach(one -> collect(where, one, whole, rules));
    }
  }

  private static void inPlace(String file, String source, List<Rule> rules) {
    Matcher written = IN_PLACE.matcher(source);
    while (written.find()) {
      String regex = written.group(2).translateEscapes();
      boolean whole = written.group(1).equals("matches");
      rules.add(new Rule(file, Pattern.compile(regex), whole));
    }
  }

  private static List<Path> modules() throws IOException {
    try (Stream<Path> modules = Files.list(Path.of(".."))) {
      return modules.filter(m -> Files.isDirectory(m.resolve("target/classes"))).sorted().toList();
    }
  }

  private static List<Path> files(Path root, String ending) throws IOException {
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    }
  }

  private static final class OutOfPatience extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** A text that may be looked at only so often. */
  private static final class Watched implements CharSequence {
    private final String text;
    private long left;

    Watched(String text, long patience) {
      this.text = text;
      this.left = patience;
    }

    @Override
    public char charAt(int index) {
      if (--left < 0) {
        throw new OutOfPatience();
      }
      return text.charAt(index);
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.subSequence(start, end);
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
