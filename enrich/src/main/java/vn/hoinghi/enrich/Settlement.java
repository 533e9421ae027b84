package vn.hoinghi.enrich;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import vn.hoinghi.avro.ChangeKind;
import vn.hoinghi.avro.ConferenceEvent;
import vn.hoinghi.avro.EventChange;
import vn.hoinghi.enrich.resolve.Member;
import vn.hoinghi.schemas.ContentIds;
import vn.hoinghi.schemas.DeadIds;

/**
 * One neighbourhood's events as they were and as they are: who lives on, who is born, who died, and
 * where the ids of the dead lead.
 */
final class Settlement {
  private final EventLedger ledger;
  private final SortedMap<String, EventLedger.Group> now;
  private final Member left;
  private final EventLedger.Cause cause;
  private final EventLedger.Sink sink;

  /** Article to event, before and now. */
  private final Map<String, String> eventBefore = new HashMap<>();

  private final Map<String, String> eventNow = new HashMap<>();
  private final SortedSet<String> idsBefore = new TreeSet<>();

  /** Dead ids of this neighbourhood's articles, and where each leads now. */
  private final SortedMap<String, String> redirects = new TreeMap<>();

  Settlement(
      EventLedger ledger,
      SortedMap<String, EventLedger.Group> now,
      Member left,
      EventLedger.Cause cause,
      EventLedger.Sink sink) {
    this.ledger = ledger;
    this.now = now;
    this.left = left;
    this.cause = cause;
    this.sink = sink;
  }

  void settle() {
    before();
    now.values().forEach(this::live);
    dead();
    assign();
  }

  private void before() {
    now.forEach((id, group) -> group.members().forEach(m -> eventNow.put(m.articleId(), id)));
    var articles = new TreeSet<String>(eventNow.keySet());
    if (left != null) {
      articles.add(left.articleId());
    }
    for (String article : articles) {
      String before = ledger.eventOf(article);
      if (before != null) {
        eventBefore.put(article, before);
        idsBefore.add(before);
      }
    }
    for (String article : articles) {
      String ownId = ContentIds.eventId(shard(), article);
      EventState own = now.containsKey(ownId) ? null : ledger.state(ownId);
      if (own != null) {
        redirects.put(ownId, target(ownId, own, article));
      }
    }
    for (String id : idsBefore) {
      if (!now.containsKey(id) && !redirects.containsKey(id)) {
        EventState state = ledger.state(id);
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

  private void live(EventLedger.Group group) {
    ConferenceEvent event = group.event();
    EventState known = ledger.state(event.getEventId());
    boolean alive = known != null && known.live();
    FieldPrints prints = FieldPrints.of(event);
    List<String> fields = alive ? known.changed(prints) : List.of();
    if (alive && fields.isEmpty()) {
      return;
    }
    event.setRevision(known == null ? 1 : known.revision() + 1);
    ledger.keep(event.getEventId(), EventState.live(event.getRevision(), event, prints));
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
  private void born(EventLedger.Group group) {
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

  private void dead() {
    redirects.forEach(
        (id, to) -> {
          EventState known = ledger.state(id);
          if (known.live() || !Objects.equals(known.redirect(), to)) {
            EventState dead = known.dead(to);
            ledger.keep(id, dead);
            sink.dead(id, dead.revision(), to);
            died(id, known, dead);
          }
        });
  }

  private void died(String id, EventState known, EventState dead) {
    if (!known.live()) {
      change(id, dead.revision(), ChangeKind.UPDATED, dead.redirect(), DeadIds.REDIRECT);
    } else if (dead.redirect() == null) {
      change(id, dead.revision(), ChangeKind.RETRACTED, null, List.of());
    } else {
      boolean lived = idsBefore.contains(dead.redirect());
      ChangeKind kind = lived ? ChangeKind.MERGED : ChangeKind.REKEYED;
      change(id, dead.revision(), kind, dead.redirect(), List.of());
    }
  }

  private void assign() {
    eventNow.forEach(
        (article, event) -> {
          if (!event.equals(eventBefore.get(article))) {
            ledger.assign(article, event);
          }
        });
    if (left != null && !eventNow.containsKey(left.articleId())) {
      ledger.assign(left.articleId(), null);
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
