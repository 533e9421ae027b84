package vn.hoinghi.enrich;

import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import vn.hoinghi.avro.ConferenceEvent;
import vn.hoinghi.avro.EventChange;
import vn.hoinghi.enrich.resolve.Member;

/**
 * Ids outlive events. The ledger compares the events that a neighbourhood has now with those it had
 * before, and says what follows for every id concerned: a new revision, a tombstone, a redirect to
 * the event that now holds the id's anchor article. Nothing is said about an event that stayed as
 * it was.
 */
final class EventLedger {
  static final String EVENTS = "resolve-events";
  static final String ASSIGNMENTS = "resolve-assignments";

  /** Where the results go. */
  interface Sink {
    /** A live event with the dead ids that lead to it. */
    void live(ConferenceEvent event, List<String> redirectsHere);

    void dead(String eventId, long revision, String redirect);

    void change(EventChange change);
  }

  private final RecentValues events;
  private final RecentValues assignments;

  EventLedger(ProcessorContext<?, ?> context) {
    this.events = new RecentValues(context.getStateStore(EVENTS));
    this.assignments = new RecentValues(context.getStateStore(ASSIGNMENTS));
  }

  /**
   * Settles one neighbourhood.
   *
   * @param now its events that may have changed, with their members in canonical order
   * @param left the article that left or changed, as it was before; null where none did
   */
  void settle(SortedMap<String, Group> now, Member left, Cause cause, Sink sink) {
    new Settlement(this, now, left, cause, sink).settle();
  }

  /** What made events change: an article, which may have left, or a person's correction. */
  record Cause(String articleId, String correctionId) {
    String id() {
      return articleId == null ? correctionId : articleId;
    }
  }

  /** An event and who is in it. */
  record Group(ConferenceEvent event, List<Member> members) {}

  /** Whether the article is in an event, as every member is between two records. */
  boolean holds(String articleId) {
    return assignments.get(Codec.key(articleId)) != null;
  }

  /**
   * Whether exactly these articles are one event already. Where none of them changed, nothing about
   * it can have: neither its fields nor where the dead ids of its articles lead.
   */
  boolean holds(List<String> articles) {
    byte[] event = assignments.get(Codec.key(articles.get(0)));
    if (event == null) {
      return false;
    }
    EventState known = EventState.fromBytes(events.get(Bytes.wrap(event)));
    if (!known.live() || known.sources() != articles.size()) {
      return false;
    }
    return articles.stream().allMatch(a -> Arrays.equals(event, assignments.get(Codec.key(a))));
  }

  /** What is known of an event id, or null. */
  EventState state(String eventId) {
    return EventState.fromBytes(events.get(Codec.key(eventId)));
  }

  void keep(String eventId, EventState state) {
    events.put(Codec.key(eventId), state.toBytes());
  }

  /** The event in which the article is, or null. */
  String eventOf(String articleId) {
    byte[] event = assignments.get(Codec.key(articleId));
    return event == null ? null : Codec.hex(event, 0, event.length);
  }

  /**
   * @param eventId null where the article is in none any more
   */
  void assign(String articleId, String eventId) {
    if (eventId == null) {
      assignments.delete(Codec.key(articleId));
    } else {
      assignments.put(Codec.key(articleId), Codec.key(eventId).get());
    }
  }
}
