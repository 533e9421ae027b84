package vn.hoinghi.standalone.topics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.hoinghi.avro.ConferenceEvent;
import vn.hoinghi.avro.EventSource;

/**
 * Which event an article stands in. An event names its first 200 sources and tells how many there
 * are in all, so members beyond can only be counted.
 */
public final class Memberships {
  private final Map<String, String> eventOf = new HashMap<>();
  private final List<String> inTwo = new ArrayList<>();
  private long unnamed;

  /** Takes in one live event. */
  public void add(ConferenceEvent event) {
    for (EventSource source : event.getSources()) {
      if (eventOf.put(source.getArticleId(), event.getEventId()) != null) {
        inTwo.add(source.getArticleId());
      }
    }
    unnamed += event.getSourceCount() - event.getSources().size();
  }

  public Optional<String> eventOf(String articleId) {
    return Optional.ofNullable(eventOf.get(articleId));
  }

  /** Articles that two events claim; there should be none. */
  public List<String> inTwo() {
    return List.copyOf(inTwo);
  }

  /** How many members events have beyond those they name. */
  public long unnamed() {
    return unnamed;
  }
}
