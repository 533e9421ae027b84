package vn.hoinghi.standalone.explain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import vn.hoinghi.avro.Article;
import vn.hoinghi.enrich.resolve.Corrections;
import vn.hoinghi.enrich.resolve.Explanations;
import vn.hoinghi.enrich.resolve.Member;
import vn.hoinghi.enrich.resolve.MemoryIndex;
import vn.hoinghi.ingest.OnePage;
import vn.hoinghi.schemas.ContentIds;

/**
 * The articles that someone may ask about, wherever they come from, and the many names by which
 * people call them: an address, an article id, the id of a manifest, the id of an event.
 */
final class KnownArticles {
  private static final Pattern EVENT_ID = Pattern.compile("[0-9a-f]{32}");
  private static final Pattern ARTICLE_ID = Pattern.compile("[0-9a-f]{64}");

  private final Function<String, Optional<Article>> articles;
  private Corrections corrections = new Corrections();
  private final Map<String, MemoryIndex> shards = new TreeMap<>();
  private final Map<String, String> shardOf = new HashMap<>();
  private final Map<String, String> named = new HashMap<>();

  /** Event ids by the article that they are made of. */
  private final Map<String, String> anchors = new HashMap<>();

  /**
   * @param articles the newest revision of each, also of those that report no conference
   */
  KnownArticles(Function<String, Optional<Article>> articles) {
    this.articles = articles;
  }

  /** What people said; to be told before the first article. */
  KnownArticles corrected(Corrections said) {
    corrections = said;
    return this;
  }

  /** Takes an article that reports a conference, unless a person said that it does not. */
  void add(Member member) {
    if (corrections.retracts(member.articleId())) {
      return;
    }
    shards.computeIfAbsent(member.shard(), s -> new MemoryIndex()).add(member);
    shardOf.put(member.articleId(), member.shard());
    anchors.put(ContentIds.eventId(member.shard(), member.articleId()), member.articleId());
  }

  /** One more name of an article. */
  void name(String name, String articleId) {
    named.put(name, articleId);
  }

  static boolean isEventId(String asked) {
    return EVENT_ID.matcher(asked).matches();
  }

  /**
   * The article meant by an address, an id or a name; of an event the article that its id is made
   * of. Empty where an event id is made of no article that is known.
   */
  Optional<String> articleId(String asked) {
    if (isEventId(asked)) {
      return Optional.ofNullable(anchors.get(asked));
    }
    for (String name : List.of(asked, asked.replaceFirst("\\.[A-Za-z]+$", ""))) {
      if (named.containsKey(name)) {
        return Optional.of(named.get(name));
      }
    }
    boolean id = ARTICLE_ID.matcher(asked).matches();
    return Optional.of(id ? asked : ContentIds.articleId(OnePage.canonical(asked)));
  }

  boolean retracted(String articleId) {
    return corrections.retracts(articleId);
  }

  Optional<Article> article(String articleId) {
    return articles.apply(articleId);
  }

  /** The account book of the shard in which an article is compared; empty where it is in none. */
  Optional<Explanations> around(String articleId) {
    return Optional.ofNullable(shardOf.get(articleId))
        .map(shards::get)
        .map(index -> Explanations.of(index, corrections));
  }
}
