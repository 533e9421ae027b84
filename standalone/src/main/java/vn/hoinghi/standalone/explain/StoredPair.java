package vn.hoinghi.standalone.explain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.hoinghi.avro.ConferenceEvent;
import vn.hoinghi.enrich.resolve.PairAccount;
import vn.hoinghi.enrich.resolve.Weighed;
import vn.hoinghi.standalone.terminal.Paint;

/**
 * Two articles of the tables side by side. Whether they are one event is what the tables say; what
 * speaks for it is reckoned from what they tell, and where that comes to something else, this is
 * said and no reason is made up.
 *
 * @param account with the decision of the tables
 * @param reckoned whether they come together by what the tables tell
 * @param reprint whether the tables say that one carries the other's text
 * @param guessed fields of which the tables do not tell, or not all, what both say
 * @param missing what they do not tell
 */
record StoredPair(
    PairAccount account,
    boolean reckoned,
    boolean reprint,
    Set<String> guessed,
    List<String> missing) {

  /** Of two different articles of one shard. */
  static StoredPair of(StoredArticle left, StoredArticle right) {
    List<ConferenceEvent> events =
        Stream.of(left.event(), right.event()).distinct().collect(Collectors.toList());
    var articles = new RetoldArticles(events);
    PairAccount told =
        articles.explanations().pair(left.articleId(), right.articleId()).orElseThrow();
    boolean together = left.event().getEventId().equals(right.event().getEventId());
    boolean agrees = told.together() == together;
    var missing = new ArrayList<>(articles.unknown(List.of(left.articleId(), right.articleId())));
    missing.add("what people said of the two");
    return new StoredPair(
        new PairAccount(
            told.left(),
            told.right(),
            left.event().getEventId(),
            right.event().getEventId(),
            told.indexes(),
            told.compared(),
            told.weights(),
            told.score(),
            told.threshold(),
            told.apart(),
            told.because(),
            List.of(),
            agrees ? told.chain() : List.of()),
        told.together(),
        right.articleId().equals(left.reprintOf()) || left.articleId().equals(right.reprintOf()),
        told.weights().stream()
            .map(Weighed::field)
            .filter(f -> articles.guesses(f, left.articleId(), right.articleId()))
            .collect(Collectors.toSet()),
        List.copyOf(missing));
  }

  List<String> lines(Paint paint) {
    var lines =
        new ArrayList<>(
            new PairText(account, StoredWords.because(this), met(), guessed::contains, paint)
                .lines());
    lines.addAll(StoredWords.missing(missing));
    return List.copyOf(lines);
  }

  private String met() {
    return account.indexes().isEmpty()
        ? "no index but perhaps that of the text"
        : account.indexes().stream()
            .map(ExplainWords::index)
            .distinct()
            .collect(Collectors.joining("; "));
  }

  /** As from the topic; what depends on articles that are not here is null. */
  ObjectNode json() {
    ObjectNode json = ExplainJson.of(account, StoredWords.because(this));
    json.putNull("compared");
    for (JsonNode index : json.withArray("indexes")) {
      ((ObjectNode) index).putNull("within");
    }
    for (JsonNode weight : json.withArray("weights")) {
      ((ObjectNode) weight).put("guessed", guessed.contains(weight.path("field").asText()));
    }
    json.put("reprint", reprint);
    return StoredWords.basis(json, missing).put("togetherByTheseWeights", reckoned);
  }
}
