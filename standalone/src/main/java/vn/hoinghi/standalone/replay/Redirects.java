package vn.hoinghi.standalone.replay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import vn.hoinghi.enrich.Inheritance;
import vn.hoinghi.standalone.topics.TopicReader;

/**
 * Where ids lead that the public knows and under which the heir holds no event: to the event that
 * has their first article now; once that reports nothing any more, to the event of the first of
 * their articles that does, or to where they led before.
 */
final class Redirects {
  private final PublicIds known;
  private final Set<String> living;

  /** Event by the id that its article would give, and by article. */
  private final Map<String, String> byAnchor = new HashMap<>();

  private final Map<String, String> byArticle = new HashMap<>();
  private final Map<String, String> targets = new TreeMap<>();
  private final Map<String, List<String>> leading = new HashMap<>();

  private Redirects(PublicIds known, Set<String> living) {
    this.known = known;
    this.living = living;
  }

  /**
   * @param living ids of the events that the heir holds
   */
  static Redirects read(TopicReader topics, String heir, PublicIds known, Set<String> living) {
    var redirects = new Redirects(known, living);
    redirects.read(topics, Inheritance.assignments(heir));
    redirects.settle();
    return redirects;
  }

  private void read(TopicReader topics, String assignments) {
    var wanted = new HashSet<String>();
    known.live().keys().stream()
        .filter(id -> !living.contains(id))
        .forEach(id -> wanted.addAll(known.articles(id)));
    HexFormat hex = HexFormat.of();
    topics.all(
        assignments,
        record -> {
          String article = hex.formatHex(record.key());
          String event = record.value() == null ? null : hex.formatHex(record.value());
          for (String own : Inheritance.eventIds(article)) {
            if (known.knows(own) && !living.contains(own)) {
              byAnchor.put(own, event);
            }
          }
          if (wanted.contains(article)) {
            byArticle.put(article, event);
          }
        });
  }

  private void settle() {
    for (String id : known.all()) {
      if (!living.contains(id)) {
        String to = target(id, new HashSet<>());
        targets.put(id, to);
        if (to != null) {
          leading.computeIfAbsent(to, t -> new ArrayList<>()).add(id);
        }
      }
    }
  }

  private String target(String id, Set<String> passed) {
    if (id == null || living.contains(id) || !known.knows(id)) {
      return id;
    }
    if (!passed.add(id)) {
      return null;
    }
    String anchored = byAnchor.get(id);
    if (anchored != null) {
      return anchored;
    }
    for (String article : known.articles(id)) {
      String event = byArticle.get(article);
      if (event != null) {
        return event;
      }
    }
    return target(known.redirect(id), passed);
  }

  /** Each id that the heir does not hold, in order, with where it leads; null where nowhere. */
  Map<String, String> all() {
    return targets;
  }

  /** Dead ids that lead to an event. */
  List<String> leadingTo(String eventId) {
    return leading.getOrDefault(eventId, List.of());
  }
}
