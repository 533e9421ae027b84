package vn.hoinghi.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * The feeds that Python's feedparser is tested with, from a checkout of its repository that the
 * variable {@code FEEDPARSER} names: each is read to links or to a reason, soon; where its
 * expectation names an entry's address, that address is found. Leaves its figures in {@code
 * target/scorecards/feeds.json}.
 */
class FeedparserSuiteTest {
  private static final Pattern HEADER = Pattern.compile("(?m)^Header:\\s*([\\w-]+):\\s*(.*)$");
  private static final Pattern CHARSET = Pattern.compile("charset=[\"']?([\\w-]+)");
  private static final Pattern EXPECTED =
      Pattern.compile("entries\\[0\\](?:\\['link'\\]|\\.link) == u?['\"](http[^'\"]*)['\"]");
  private static final Pattern NONE =
      Pattern.compile("not entries\\[0\\]\\.has_key\\('link'\\)|'link' not in entries\\[0\\]");
  private static final Pattern ENTRY = Pattern.compile("(?i)<(\\w+:)?(item|entry)[\\s>]");

  private final Map<String, int[]> byFolder = new TreeMap<>();
  private final Map<String, Integer> refusals = new TreeMap<>();
  private final List<String> wrong = new ArrayList<>();
  private int expected;
  private int slowest;

  @Test
  void everyFeedOfTheSuiteEndsInItsLinksOrAReason() throws IOException {
    String place = System.getenv("FEEDPARSER");
    Assumptions.assumeTrue(place != null, "FEEDPARSER names no checkout of feedparser");
    try (Stream<Path> files = Files.walk(Path.of(place).resolve("tests"))) {
      for (Path file : files.filter(FeedparserSuiteTest::isFeed).sorted().toList()) {
        read(Path.of(place).resolve("tests").relativize(file).toString(), file);
      }
    }
    write();

    assertThat(byFolder).isNotEmpty();
    assertThat(wrong)
        .as("addresses expected and not found; Content-Location is no base since RFC 7231")
        .allMatch(name -> name.contains("content_location"));
    assertThat(slowest).isLessThan((int) Duration.ofSeconds(5).toMillis());
  }

  private void read(String name, Path file) throws IOException {
    byte[] body = Files.readAllBytes(file);
    String text = new String(body, StandardCharsets.ISO_8859_1);
    int[] counts = byFolder.computeIfAbsent(name.replaceFirst("/.*", ""), f -> new int[2]);
    counts[0]++;
    long start = System.nanoTime();
    List<String> links = null;
    try {
      links = found(body, text);
      counts[1]++;
    } catch (Refused e) {
      refusals.merge(e.reason().name(), 1, Integer::sum);
      System.out.println(name + " " + e.reason() + " " + e.getMessage());
    }
    slowest = Math.max(slowest, (int) ((System.nanoTime() - start) / 1_000_000));
    compare(name, text, links);
  }

  private static List<String> found(byte[] body, String text) throws Refused {
    CanonicalUrl url = CanonicalUrl.of("http://127.0.0.1:8097/feed");
    String charset = null;
    for (Matcher header = HEADER.matcher(text); header.find(); ) {
      Matcher declared = CHARSET.matcher(header.group(2));
      boolean type = header.group(1).equalsIgnoreCase("Content-type");
      charset = type && declared.find() ? declared.group(1) : charset;
    }
    return new FeedReader().read(body, url, charset).found().stream().map(Links.Link::url).toList();
  }

  private void compare(String name, String text, List<String> links) {
    Matcher wanted = EXPECTED.matcher(text);
    if (wanted.find() && ENTRY.matcher(text).find()) {
      expected++;
      if (links == null || !links.contains(wanted.group(1))) {
        wrong.add(name + ": " + wanted.group(1) + " not in " + links);
      }
    } else if (NONE.matcher(text).find()) {
      expected++;
      if (links != null && !links.isEmpty()) {
        wrong.add(name + ": no address, but " + links);
      }
    }
  }

  private void write() throws IOException {
    var figures = new LinkedHashMap<String, Object>();
    figures.put("folders", byFolder);
    figures.put("refusals", refusals);
    figures.put("expected", expected);
    figures.put("met", expected - wrong.size());
    Path out = Files.createDirectories(Path.of("../target/scorecards")).resolve("feeds.json");
    new ObjectMapper().writeValue(out.toFile(), figures);
    System.out.println(figures + " " + wrong);
  }

  private static boolean isFeed(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(".xml") || name.endsWith(".json");
  }
}
