package vn.hoinghi.enrich;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import vn.hoinghi.avro.ConferenceEvent;
import vn.hoinghi.avro.Correction;
import vn.hoinghi.enrich.resolve.Facts;
import vn.hoinghi.enrich.resolve.Member;
import vn.hoinghi.enrich.resolve.Neighbourhood;
import vn.hoinghi.enrich.resolve.Resolver;

/**
 * The incremental cache of {@link Resolver#resolve}: one article or correction changes, and only
 * the members that are connected to it, before or after the change, are resolved again. Members
 * outside cannot be concerned: whether two members are compared, and with what result, depends on
 * these two and, in a crowded bucket, on how it falls into cells and, where people spoke, on
 * members that they named; all of those are {@linkplain Neighbourhood#enters touched}. So the
 * stores always hold what the pure function gives for all members.
 */
final class ResolveProcessor implements Processor<byte[], ShardNews, byte[], Resolved> {
  private final EnrichTopology.Order order;
  private final Tally tally;
  private ProcessorContext<byte[], Resolved> context;
  private Neighbourhood.Memory memory;
  private StoredIndex index;
  private StoredCorrections corrections;
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
    this.corrections = order.corrections().apply(context);
    this.ledger = new EventLedger(context);
  }

  @Override
  public void process(Record<byte[], ShardNews> record) {
    var step = new Step(record);
    if (record.value() instanceof ShardNews.Corrected corrected) {
      step.correct(corrected.correction());
    } else {
      step.change((Membership) record.value());
    }
  }

  /** One record's way through index and ledger. */
  private final class Step {
    private final Record<?, ?> record;
    private final Neighbourhood neighbourhood = new Neighbourhood(index, memory, corrections.all());

    Step(Record<?, ?> record) {
      this.record = record;
    }

    void change(Membership change) {
      if (corrections.holdOut(change)) {
        return;
      }
      Member before = ledger.holds(change.articleId()) ? index.member(change.articleId()) : null;
      SortedSet<String> touched = apply(change, before);
      settle(
          touched,
          before,
          Set.of(change.articleId()),
          new EventLedger.Cause(change.articleId(), null));
    }

    /** In two steps where something else stood under the id: it goes, and then this comes. */
    void correct(Correction correction) {
      if (corrections.counts(correction)) {
        var cause = new EventLedger.Cause(null, correction.getCorrectionId());
        corrected(corrections.remove(correction), cause);
        corrected(corrections.add(correction), cause);
      }
    }

    private void corrected(List<String> named, EventLedger.Cause cause) {
      var touched = new TreeSet<String>();
      Member left = null;
      for (String article : named) {
        Member member = index.member(article);
        boolean retracted = corrections.all().retracts(article);
        if (member != null && retracted) {
          left = member;
          touched.addAll(leave(member));
          corrections.holdOut(member);
        } else if (member != null) {
          touched.add(article);
        } else if (!retracted) {
          Member returning = corrections.release(article);
          touched.addAll(returning == null ? Set.of() : join(returning));
        }
      }
      settle(touched, left, Set.copyOf(named), cause);
    }

    /** Those whose surroundings change, the article itself among them as long as it is a member. */
    private SortedSet<String> apply(Membership change, Member before) {
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
        touched.addAll(leave(before));
      }
      if (change.kind() == Membership.Kind.JOIN) {
        touched.addAll(join(change.member()));
      }
      return touched;
    }

    private SortedSet<String> leave(Member member) {
      SortedSet<String> touched = neighbourhood.leaves(member.articleId());
      index.remove(Facts.of(member));
      return touched;
    }

    private SortedSet<String> join(Member member) {
      Facts facts = Facts.of(member);
      index.add(facts);
      SortedSet<String> touched = neighbourhood.enters(facts);
      if (neighbourhood.crowded()) {
        tally.crowded();
      }
      touched.add(member.articleId());
      return touched;
    }

    /**
     * @param left the article that left or changed, as it was before, or null
     * @param changed articles of which or about which something new was said
     */
    private void settle(
        SortedSet<String> touched, Member left, Set<String> changed, EventLedger.Cause cause) {
      if (touched.isEmpty() && left == null) {
        return;
      }
      var now = new TreeMap<String, EventLedger.Group>();
      for (List<Member> component : neighbourhood.components(touched)) {
        for (List<Member> group : Resolver.groups(component, neighbourhood, order.sources())) {
          if (!stoodBefore(group, changed)) {
            ConferenceEvent event = order.assembly().apply(group, neighbourhood);
            now.put(event.getEventId(), new EventLedger.Group(event, group));
          }
        }
      }
      ledger.settle(now, left, cause, new Outgoing(context, tally, record, cause.id()));
    }

    private boolean stoodBefore(List<Member> group, Set<String> changed) {
      var articles = new ArrayList<String>(group.size());
      for (Member member : group) {
        if (changed.contains(member.articleId())) {
          return false;
        }
        articles.add(member.articleId());
      }
      return ledger.holds(articles);
    }
  }
}
