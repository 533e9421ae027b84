package vn.hoinghi.standalone.explain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.hoinghi.avro.ConferenceEvent;
import vn.hoinghi.enrich.resolve.Explanations;
import vn.hoinghi.enrich.resolve.Member;
import vn.hoinghi.enrich.resolve.MemoryIndex;
import vn.hoinghi.enrich.resolve.Retold;

/** The articles of some events as these retell them, with what is not known of them. */
final class RetoldArticles {
  private static final Map<String, String> SAID =
      Map.of("chair", "who was in the chair", "yearInferredFrom", "whether its year is written");

  private final Map<String, Retold> articles = new LinkedHashMap<>();

  /**
   * @param events of one shard
   */
  RetoldArticles(List<ConferenceEvent> events) {
    for (ConferenceEvent event : events) {
      Retold.of(event).forEach(r -> articles.putIfAbsent(r.member().articleId(), r));
    }
  }

  /** The account book of these articles alone. */
  Explanations explanations() {
    var index = new MemoryIndex();
    articles.values().forEach(r -> index.add(r.member()));
    return Explanations.of(index);
  }

  /** Whether a line of the comparison of two of them weighs a guess at what one says. */
  boolean guesses(String field, String left, String right) {
    return !articles.get(left).knows(field) || !articles.get(right).knows(field);
  }

  List<String> ids() {
    return List.copyOf(articles.keySet());
  }

  /** What is not known of these articles, one line each; the text of none is. */
  List<String> unknown(List<String> ids) {
    Map<String, List<Member>> by = new TreeMap<>();
    for (String id : ids) {
      Retold retold = articles.get(id);
      for (String field : retold.unknown()) {
        by.computeIfAbsent(field, f -> new ArrayList<>()).add(retold.member());
      }
    }
    var lines = new ArrayList<String>();
    lines.add("the texts, and how alike they are");
    by.forEach((field, of) -> lines.add(line(field, of, ids.size())));
    return List.copyOf(lines);
  }

  private static String line(String field, List<Member> of, int all) {
    String what = SAID.getOrDefault(field, field);
    return of.size() > 1 && of.size() == all
        ? what + ", by article"
        : of.size() == 1
            ? what + " in " + ExplainWords.name(of.get(0))
            : what + " in " + of.size() + " articles";
  }
}
