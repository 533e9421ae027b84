package vn.hoinghi.enrich;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import vn.hoinghi.avro.ConferenceEvent;
import vn.hoinghi.avro.EventChange;
import vn.hoinghi.enrich.resolve.Facts;
import vn.hoinghi.enrich.resolve.Member;
import vn.hoinghi.enrich.resolve.Neighbourhood;
import vn.hoinghi.enrich.resolve.Resolver;

/**
 * The incremental cache of {@link Resolver#resolve}: one article changes, and only the members that
 * are connected to it, before or after the change, are resolved again. Members outside cannot be
 * concerned: whether two members are compared, and with what result, depends on these two and, in a
 * crowded bucket, on who stands between them; all of those are {@linkplain Neighbourhood#enters
 * touched}. So the stores always hold what the pure function gives for all members.
 */
final class ResolveProcessor implements Processor<byte[], Membership, byte[], Resolved> {
  private final EnrichTopology.Order order;
  private final Tally tally;
  private ProcessorContext<byte[], Resolved> context;
  private Neighbourhood.Memory memory;
  private StoredIndex index;
  private EventLedger ledger;

  ResolveProcessor(EnrichTopology.Order order, Tally tally) {
    this.order = order;
    this.tally = tally;
  }

  @Override
  public void init(ProcessorContext<byte[], Resolved> context) {
    this.context = context;
    // Kafka Streams revives a task whose transaction was aborted with the same processor: what was
    // remembered of that transaction never happened.
    this.memory = new Neighbourhood.Memory();
    this.index = order.index().apply(context);
    this.ledger = new EventLedger(context);
  }

  @Override
  public void process(Record<byte[], Membership> record) {
    Membership change = record.value();
    Member before = index.member(change.articleId());
    var neighbourhood = new Neighbourhood(index, memory);
    SortedSet<String> touched = apply(change, before, neighbourhood);
    if (touched.isEmpty() && before == null) {
      return;
    }
    var now = new TreeMap<String, EventLedger.Group>();
    for (List<Member> component : neighbourhood.components(touched)) {
      for (List<Member> group : Resolver.groups(component, neighbourhood, order.sources())) {
        if (!stoodBefore(group, change.articleId())) {
          ConferenceEvent event = order.assembly().apply(group);
          now.put(event.getEventId(), new EventLedger.Group(event, group));
        }
      }
    }
    ledger.settle(now, before, change.articleId(), new Forward(record, change.articleId()));
  }

  private boolean stoodBefore(List<Member> group, String changed) {
    var articles = new ArrayList<String>(group.size());
    for (Member member : group) {
      if (member.articleId().equals(changed)) {
        return false;
      }
      articles.add(member.articleId());
    }
    return ledger.holds(articles);
  }

  /** Those whose surroundings change, the article itself among them as long as it is a member. */
  private SortedSet<String> apply(Membership change, Member before, Neighbourhood neighbourhood) {
    var touched = new TreeSet<String>();
    if (change.kind() == Membership.Kind.EARLIER) {
      if (before != null) {
        index.replace(before.withFirstIngestedAt(change.firstIngestedAt()));
        neighbourhood.restated(change.articleId());
        touched.add(change.articleId());
      }
      return touched;
    }
    if (before != null) {
      touched.addAll(neighbourhood.leaves(change.articleId()));
      index.remove(Facts.of(before));
    }
    if (change.kind() == Membership.Kind.JOIN) {
      Facts facts = Facts.of(change.member());
      index.add(facts);
      touched.addAll(neighbourhood.enters(facts));
      touched.add(change.articleId());
    }
    return touched;
  }

  /** Headers by which a reader of the events topic alone can keep redirects and causes. */
  private final class Forward implements EventLedger.Sink {
    private final long time;
    private final String cause;

    Forward(Record<?, ?> record, String cause) {
      this.time = record.timestamp();
      this.cause = cause;
    }

    @Override
    public void live(ConferenceEvent event, List<String> redirectsHere) {
      Headers headers = new RecordHeaders();
      put(headers, EventHeaders.CAUSE, cause);
      if (!redirectsHere.isEmpty()) {
        put(headers, EventHeaders.REDIRECTED_FROM, String.join(",", redirectsHere));
      }
      forward(event.getEventId(), new Resolved.Now(event), headers);
    }

    @Override
    public void dead(String eventId, long revision, String redirect) {
      Headers headers = new RecordHeaders();
      put(headers, EventHeaders.CAUSE, cause);
      put(headers, EventHeaders.REVISION, Long.toString(revision));
      if (redirect != null) {
        put(headers, EventHeaders.REDIRECT, redirect);
      }
      forward(eventId, new Resolved.Now(null), headers);
    }

    @Override
    public void change(EventChange change) {
      tally.change(change.getKind());
      forward(change.getEventId(), new Resolved.Change(change), new RecordHeaders());
    }

    private void forward(String key, Resolved value, Headers headers) {
      byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
      context.forward(new Record<byte[], Resolved>(bytes, value, time, headers));
    }

    private void put(Headers headers, String name, String value) {
      headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
  }
}
