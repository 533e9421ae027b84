package vn.hoinghi.standalone.explain;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.hoinghi.service.ConfigException;
import vn.hoinghi.sink.StoredEvents;
import vn.hoinghi.standalone.terminal.Harmless;
import vn.hoinghi.standalone.terminal.Paint;

/** Answers by the tables alone. */
record StoredAnswers(StoredEvents tables) {

  /**
   * @param asked one name or two
   * @throws ConfigException where both are one article
   */
  Answer to(List<String> asked) throws SQLException {
    var found = new ArrayList<StoredArticle>();
    for (String name : asked) {
      Optional<StoredArticle> article = StoredArticle.of(name, tables);
      if (article.isEmpty()) {
        return Answer.none(StoredArticle.missing(name, tables));
      }
      found.add(article.get());
    }
    List<String> led = found.stream().filter(StoredArticle::ledOn).map(StoredArticle::led).toList();
    return found.size() == 1 ? one(found.get(0), led) : two(found.get(0), found.get(1), led);
  }

  private static Answer one(StoredArticle article, List<String> led) {
    StoredEvent event = StoredEvent.of(article.event());
    return Answer.of(event.json(), event.lines(Paint.ofOutput()), led);
  }

  private static Answer two(StoredArticle left, StoredArticle right, List<String> led) {
    if (left.articleId().equals(right.articleId())) {
      throw new ConfigException("both are one article: " + Harmless.line(left.name()));
    }
    if (!left.event().getShard().equals(right.event().getShard())) {
      return Answer.none(ExplainWords.OTHER_SHARDS);
    }
    StoredPair pair = StoredPair.of(left, right);
    return Answer.of(pair.json(), pair.lines(Paint.ofOutput()), led);
  }
}
