package vn.hoinghi.enrich;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import vn.hoinghi.avro.ChangeKind;
import vn.hoinghi.avro.ConferenceEvent;
import vn.hoinghi.avro.EventChange;
import vn.hoinghi.enrich.resolve.Member;
import vn.hoinghi.schemas.ContentIds;

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
    var settling = new Settling(now, left, cause, sink);
    settling.before();
    now.values().forEach(settling::live);
    settling.dead();
    settling.assign();
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

  private EventState state(String eventId) {
    return EventState.fromBytes(events.get(Codec.key(eventId)));
  }

  private final class Settling {
    private final SortedMap<String, Group> now;
    private final Member left;
    private final Cause cause;
    private final Sink sink;

    /** Article to event, before and now. */
    private final Map<String, String> eventBefore = new HashMap<>();

    private final Map<String, String> eventNow = new HashMap<>();
    private final SortedSet<String> idsBefore = new TreeSet<>();

    /** Dead ids of this neighbourhood's articles, and where each leads now. */
    private final SortedMap<String, String> redirects = new TreeMap<>();

    Settling(SortedMap<String, Group> now, Member left, Cause cause, Sink sink) {
      this.now = now;
      this.left = left;
      this.cause = cause;
      this.sink = sink;
    }

    void before() {
      now.forEach((id, group) -> group.members().forEach(m -> eventNow.put(m.articleId(), id)));
      var articles = new TreeSet<String>(eventNow.keySet());
      if (left != null) {
        articles.add(left.articleId());
      }
      for (String article : articles) {
        byte[] before = assignments.get(Codec.key(article));
        if (before != null) {
          eventBefore.put(article, Codec.hex(before, 0, before.length));
          idsBefore.add(eventBefore.get(article));
        }
      }
      for (String article : articles) {
        String ownId = ContentIds.eventId(shard(), article);
        EventState own = now.containsKey(ownId) ? null : state(ownId);
        if (own != null) {
          redirects.put(ownId, target(ownId, own, article));
        }
      }
      for (String id : idsBefore) {
        if (!now.containsKey(id) && !redirects.containsKey(id)) {
          EventState state = state(id);
          redirects.put(id, target(id, state, state.anchorArticleId()));
        }
      }
    }

    private String shard() {
      return left != null ? left.shard() : now.get(now.firstKey()).members().get(0).shard();
    }

    /** The event of the anchor article; once that is gone, of the first of those that were left. */
    private String target(String id, EventState state, String anchor) {
      if (eventNow.containsKey(anchor)) {
        return eventNow.get(anchor);
      }
      return now.values().stream()
          .flatMap(g -> g.members().stream())
          .filter(m -> id.equals(eventBefore.get(m.articleId())))
          .min(Member.CANONICAL)
          .map(m -> eventNow.get(m.articleId()))
          .orElse(state.redirect());
    }

    void live(Group group) {
      ConferenceEvent event = group.event();
      EventState known = state(event.getEventId());
      boolean alive = known != null && known.live();
      FieldPrints prints = FieldPrints.of(event);
      List<String> fields = alive ? known.changed(prints) : List.of();
      if (alive && fields.isEmpty()) {
        return;
      }
      event.setRevision(known == null ? 1 : known.revision() + 1);
      events.put(
          Codec.key(event.getEventId()),
          EventState.live(event.getRevision(), event, prints).toBytes());
      sink.live(event, leadingTo(event.getEventId()));
      if (alive) {
        change(event.getEventId(), event.getRevision(), ChangeKind.UPDATED, null, fields);
      } else {
        born(group);
      }
    }

    private List<String> leadingTo(String eventId) {
      var ids = new ArrayList<String>();
      redirects.forEach(
          (id, to) -> {
            if (eventId.equals(to)) {
              ids.add(id);
            }
          });
      return ids;
    }

    /** New, or split off an event that lives on, or off one whose anchor went elsewhere. */
    private void born(Group group) {
      String id = group.event().getEventId();
      String parent =
          group.members().stream()
              .map(m -> eventBefore.get(m.articleId()))
              .filter(Objects::nonNull)
              .filter(before -> now.containsKey(before) || !id.equals(redirects.get(before)))
              .findFirst()
              .orElse(null);
      ChangeKind kind = parent == null ? ChangeKind.CREATED : ChangeKind.SPLIT;
      change(id, group.event().getRevision(), kind, parent, List.of());
    }

    void dead() {
      redirects.forEach(
          (id, to) -> {
            EventState known = state(id);
            if (known.live() || !Objects.equals(known.redirect(), to)) {
              EventState dead = known.dead(to);
              events.put(Codec.key(id), dead.toBytes());
              sink.dead(id, dead.revision(), to);
              died(id, known, dead);
            }
          });
    }

    private void died(String id, EventState known, EventState dead) {
      if (!known.live()) {
        change(id, dead.revision(), ChangeKind.UPDATED, dead.redirect(), List.of("redirect"));
      } else if (dead.redirect() == null) {
        change(id, dead.revision(), ChangeKind.RETRACTED, null, List.of());
      } else {
        boolean lived = idsBefore.contains(dead.redirect());
        ChangeKind kind = lived ? ChangeKind.MERGED : ChangeKind.REKEYED;
        change(id, dead.revision(), kind, dead.redirect(), List.of());
      }
    }

    void assign() {
      eventNow.forEach(
          (article, event) -> {
            if (!event.equals(eventBefore.get(article))) {
              assignments.put(Codec.key(article), Codec.key(event).get());
            }
          });
      if (left != null && !eventNow.containsKey(left.articleId())) {
        assignments.delete(Codec.key(left.articleId()));
      }
    }

    private void change(
        String id, long revision, ChangeKind kind, String other, List<String> fields) {
      sink.change(
          EventChange.newBuilder()
              .setEventId(id)
              .setRevision(revision)
              .setKind(kind)
              .setOtherEventId(other)
              .setCauseArticleId(cause.articleId())
              .setCauseCorrectionId(cause.correctionId())
              .setFields(fields)
              .setRulesVersion(rulesVersion())
              .build());
    }

    private String rulesVersion() {
      return left != null
          ? left.rulesVersion()
          : now.get(now.firstKey()).members().get(0).rulesVersion();
    }
  }
}
