package vn.hoinghi.standalone.reading;

import com.samskivert.mustache.Mustache;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import vn.hoinghi.avro.Evidence;
import vn.hoinghi.schemas.Sha256;

/**
 * A reading as a page of its own, to be sent around or printed. Its words are a stranger's: all are
 * escaped, there is no script, no link and nothing to load, and the page's own policy (CSP level 2)
 * admits its one style sheet by hash and nothing else.
 */
record ReadingHtml(ReadingFacts facts) {
  String page() {
    String style = resource("reading.css");
    Map<String, Object> values = new HashMap<>();
    values.put("style", style);
    values.put("styleHash", "sha256-" + sha256(style));
    values.put("title", facts.title());
    values.put("about", facts.about());
    values.put("verdict", facts.verdict());
    values.put("because", Objects.requireNonNullElse(facts.because(), ""));
    values.put("stretches", facts.text().stream().map(ReadingHtml::stretch).toList());
    values.put("conference", facts.conference());
    values.put(
        "facets",
        Arrays.stream(Facet.values())
            .filter(f -> f != Facet.MORE)
            .map(ReadingHtml::legend)
            .toList());
    values.put("rows", facts.record());
    values.put("persons", facts.persons());
    values.put("anyPersons", !facts.persons().isEmpty());
    return Mustache.compiler()
        .emptyStringIsFalse(true)
        .compile(resource("reading.html"))
        .execute(values);
  }

  private static Map<String, String> legend(Facet facet) {
    return Map.of("label", facet.label(), "fields", String.join(", ", facet.fields()));
  }

  private static Map<String, Object> stretch(Stretch stretch) {
    return stretch.marked()
        ? Map.of(
            "text",
            stretch.text(),
            "marked",
            true,
            "facet",
            stretch.facet().label(),
            "told",
            told(stretch.over()))
        : Map.of("text", stretch.text(), "marked", false);
  }

  private static String told(List<Evidence> over) {
    return over.stream()
        .map(e -> e.getField() + " (" + e.getRule() + ")")
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private static String resource(String name) {
    try (InputStream in = ReadingHtml.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(name + " is part of the program", e);
    }
  }

  private static String sha256(String text) {
    return Base64.getEncoder().encodeToString(Sha256.of(text.getBytes(StandardCharsets.UTF_8)));
  }
}
