package vn.hoinghi.standalone.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import vn.hoinghi.avro.ConferenceEvent;
import vn.hoinghi.avro.EventSource;
import vn.hoinghi.schemas.ContractJson;
import vn.hoinghi.standalone.topics.LatestValues;

/**
 * What other rules change: event by event, field by field. An event that is gone is followed to
 * where its articles are now, for most that are gone have become part of another.
 */
final class ShadowDiff {
  /** What became of an event. */
  enum Kind {
    /** Live in the shadow alone. */
    ADDED,
    /** Live in public alone. */
    REMOVED,
    /** Live in both, and not alike. */
    CHANGED
  }

  /** A field that has another value; absent ones are null. */
  record Field(String name, JsonNode before, JsonNode after) {}

  /**
   * An event that is not the same.
   *
   * @param fields that changed; none of an event that is live on one side alone
   * @param others events of the other side that hold its articles
   */
  record Difference(
      Kind kind, String eventId, String title, List<Field> fields, Set<String> others) {}

  /** Says only by which rules it was read. */
  private static final Set<String> OUT = Set.of("rulesVersion");

  private final Map<Kind, Long> counts = new TreeMap<>();
  private final Map<String, Long> fields = new TreeMap<>();
  private long alike;

  /** One side: its live events, and which of them an article stands in. */
  record Side(LatestValues<ConferenceEvent> events, Map<String, String> eventOf) {
    static Side of(LatestValues<ConferenceEvent> events) {
      var eventOf = new HashMap<String, String>();
      for (String id : events.keys()) {
        for (EventSource source : events.get(id).orElseThrow().getSources()) {
          eventOf.put(source.getArticleId(), id);
        }
      }
      return new Side(events, eventOf);
    }
  }

  /** Tells every difference, in order of ids. */
  void compare(Side live, Side shadow, Consumer<Difference> told) {
    var ids = new TreeSet<>(live.events().keys());
    ids.addAll(shadow.events().keys());
    for (String id : ids) {
      ConferenceEvent before = live.events().get(id).orElse(null);
      ConferenceEvent after = shadow.events().get(id).orElse(null);
      Difference difference =
          before == null
              ? new Difference(
                  Kind.ADDED, id, after.getTitle(), List.of(), holders(after, live.eventOf()::get))
              : after == null
                  ? new Difference(
                      Kind.REMOVED,
                      id,
                      before.getTitle(),
                      List.of(),
                      holders(before, shadow.eventOf()::get))
                  : changed(id, before, after);
      if (difference == null) {
        alike++;
      } else {
        counts.merge(difference.kind(), 1L, Long::sum);
        difference.fields().forEach(field -> fields.merge(field.name(), 1L, Long::sum));
        told.accept(difference);
      }
    }
  }

  private static Set<String> holders(ConferenceEvent event, Function<String, String> eventOf) {
    var holders = new TreeSet<String>();
    event.getSources().stream()
        .map(source -> eventOf.apply(source.getArticleId()))
        .filter(Objects::nonNull)
        .forEach(holders::add);
    return holders;
  }

  private static Difference changed(String id, ConferenceEvent before, ConferenceEvent after) {
    ObjectNode left = ContractJson.canonical(before);
    ObjectNode right = ContractJson.canonical(after);
    var names = new TreeSet<String>();
    for (ObjectNode side : List.of(left, right)) {
      for (Iterator<String> each = side.fieldNames(); each.hasNext(); ) {
        names.add(each.next());
      }
    }
    names.removeAll(OUT);
    var fields = new ArrayList<Field>();
    for (String name : names) {
      if (!Objects.equals(left.get(name), right.get(name))) {
        fields.add(new Field(name, left.get(name), right.get(name)));
      }
    }
    return fields.isEmpty()
        ? null
        : new Difference(Kind.CHANGED, id, after.getTitle(), fields, Set.of());
  }

  /** Events that are the same on both sides. */
  long alike() {
    return alike;
  }

  /** Differences by kind. */
  Map<Kind, Long> counts() {
    return counts;
  }

  /** How often each field has another value. */
  Map<String, Long> fields() {
    return fields;
  }
}
