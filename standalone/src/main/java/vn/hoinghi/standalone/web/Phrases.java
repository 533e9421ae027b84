package vn.hoinghi.standalone.web;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.random.RandomGenerator;

/** The words that simulated outlets write with; a data file that ships with the program. */
record Phrases(
    List<String> places,
    List<String> hosts,
    List<String> bodies,
    List<String> topics,
    List<String> family,
    List<String> given,
    List<String> titles,
    List<String> leads,
    List<String> sentences) {
  private static final String FILE = "phrases.yaml";

  static Phrases load() {
    try (InputStream in = Phrases.class.getResourceAsStream(FILE)) {
      return new YAMLMapper().readValue(in, Phrases.class);
    } catch (IOException e) {
      throw new UncheckedIOException("the simulated web's own " + FILE + " is damaged", e);
    }
  }

  static String any(List<String> words, RandomGenerator random) {
    return words.get(random.nextInt(words.size()));
  }

  /** Adds a sentence with its blanks filled in. */
  void fill(
      StringBuilder to,
      String sentence,
      String place,
      String topic,
      LocalDate day,
      RandomGenerator random) {
    int from = 0;
    for (int open = sentence.indexOf('{'); open >= 0; open = sentence.indexOf('{', from)) {
      int close = sentence.indexOf('}', open);
      to.append(sentence, from, open);
      switch (sentence.substring(open + 1, close)) {
        case "place" -> to.append(place);
        case "topic" -> to.append(topic);
        case "body" -> to.append(any(bodies, random));
        case "person" -> to.append(any(family, random)).append(' ').append(any(given, random));
        case "number" -> to.append(20 + random.nextInt(900));
        case "day" -> to.append(day.getDayOfMonth()).append('/').append(day.getMonthValue());
        default -> throw new IllegalStateException(FILE + " has an unknown blank: " + sentence);
      }
      from = close + 1;
    }
    to.append(sentence, from, sentence.length());
  }
}
