package vn.hoinghi.enrich.resolve;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.hoinghi.avro.ConferenceEvent;

/**
 * Which articles report the same conference, and what that conference was: a pure function of the
 * set of members and people's {@link Corrections}. It knows no order of arrival, clock or store;
 * the streaming side is its incremental cache and must always agree with it.
 */
public final class Resolver {
  private Resolver() {}

  /** All events of these members at revision 0, ordered by event id. */
  public static List<ConferenceEvent> resolve(Collection<Member> members) {
    return resolve(members, new Corrections());
  }

  /**
   * All events of these members at revision 0, ordered by event id.
   *
   * @param corrections of any shard; one that names an article that is no member waits for it
   */
  public static List<ConferenceEvent> resolve(Collection<Member> members, Corrections corrections) {
    Map<String, List<Member>> shards = new TreeMap<>();
    for (Member m : members) {
      if (!corrections.retracts(m.articleId())) {
        shards.computeIfAbsent(m.shard(), s -> new ArrayList<>()).add(m);
      }
    }
    var events = new ArrayList<ConferenceEvent>();
    for (List<Member> shard : shards.values()) {
      var index = new MemoryIndex();
      shard.forEach(index::add);
      var neighbourhood = new Neighbourhood(index, new Neighbourhood.Memory(), corrections);
      for (List<Member> component : neighbourhood.components(index.articleIds())) {
        events.addAll(events(component, neighbourhood, Member.CANONICAL));
      }
    }
    events.sort(Comparator.comparing(ConferenceEvent::getEventId));
    return events;
  }

  /** The events of one connected component. */
  public static List<ConferenceEvent> events(
      List<Member> component, Neighbourhood neighbourhood, Comparator<Member> order) {
    return groups(component, neighbourhood, order).stream()
        .map(group -> event(group, neighbourhood))
        .toList();
  }

  /** The members of each event of one connected component, in canonical order. */
  public static List<List<Member>> groups(
      List<Member> component, Neighbourhood neighbourhood, Comparator<Member> order) {
    return Agglomeration.of(component, neighbourhood).stream()
        .map(group -> group.stream().sorted(order).toList())
        .toList();
  }

  /** The event of members that were found to be one group, in canonical order. */
  public static ConferenceEvent event(List<Member> group, Neighbourhood neighbourhood) {
    ConferenceEvent event = EventAssembly.of(group);
    Overrides.of(group, neighbourhood.corrections()).apply(event);
    return event;
  }
}
