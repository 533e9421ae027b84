package vn.hoinghi.enrich.resolve;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import vn.hoinghi.avro.Correction;
import vn.hoinghi.avro.CorrectionKind;
import vn.hoinghi.schemas.ContentIds;

/**
 * A resolver that cannot say why is not believed. This one resolves the neighbourhood of the
 * articles asked about with the very classes that resolve the stream, listening to their steps, and
 * gives an account of what they did: nothing here decides anything.
 */
public final class Explanations {
  private final MemberIndex index;
  private final Neighbourhood neighbourhood;

  private Explanations(MemberIndex index, Corrections corrections) {
    this.index = index;
    this.neighbourhood = new Neighbourhood(index, new Neighbourhood.Memory(), corrections);
  }

  /** Accounts of what the members of one shard come to by the rules alone. */
  public static Explanations of(MemberIndex index) {
    return of(index, new Corrections());
  }

  /**
   * Accounts of what the members of one shard come to.
   *
   * @param index without retracted articles
   */
  public static Explanations of(MemberIndex index, Corrections corrections) {
    return new Explanations(index, corrections);
  }

  /** One neighbourhood, resolved, with all that was heard. */
  private final class Resolved implements Agglomeration.Steps {
    final List<Step> joins = new ArrayList<>();
    final List<Step> refused = new ArrayList<>();
    final Map<String, List<Member>> groupOf = new HashMap<>();

    Resolved(String articleId) {
      List<Member> component = neighbourhood.components(List.of(articleId)).get(0);
      for (List<Member> group : Agglomeration.of(component, neighbourhood, this)) {
        List<Member> sorted = group.stream().sorted(Member.CANONICAL).toList();
        sorted.forEach(m -> groupOf.put(m.articleId(), sorted));
      }
      for (Correction correction : namingAny(component)) {
        if (correction.getKind() == CorrectionKind.MUST_LINK) {
          linked(correction);
        }
      }
    }

    /** A link that was overruled joined nothing. */
    private void linked(Correction correction) {
      List<String> there =
          correction.getArticleIds().stream().filter(groupOf::containsKey).toList();
      for (String article : there.subList(Math.min(1, there.size()), there.size())) {
        List<Member> group = groupOf.get(article);
        if (groupOf.get(there.get(0)) == group) {
          joins.add(
              new Step(member(group, there.get(0)), member(group, article), 0, correction, null));
        }
      }
    }

    @Override
    public void joined(Member a, Member b, int score) {
      joins.add(new Step(a, b, score, null, null));
    }

    @Override
    public void refused(Member a, Member b, int score, Agglomeration.Objection objection) {
      refused.add(new Step(a, b, score, null, Step.Refusal.of(objection)));
    }

    boolean apart(Step step) {
      return groupOf.get(step.a().articleId()) != groupOf.get(step.b().articleId());
    }
  }

  private static Member member(List<Member> group, String articleId) {
    return group.stream().filter(m -> m.articleId().equals(articleId)).findFirst().orElseThrow();
  }

  private List<Correction> namingAny(List<Member> members) {
    var naming = new TreeSet<>(Corrections.LATEST_FIRST);
    members.forEach(m -> naming.addAll(neighbourhood.corrections().naming(m.articleId())));
    return List.copyOf(naming);
  }

  private List<Correction> namingBoth(String left, String right) {
    return neighbourhood.corrections().naming(left).stream()
        .filter(c -> c.getArticleIds().contains(right))
        .toList();
  }

  /** The event that holds an article; empty where no such article reports a conference. */
  public Optional<EventAccount> event(String articleId) {
    if (index.member(articleId) == null) {
      return Optional.empty();
    }
    var resolved = new Resolved(articleId);
    List<Member> group = resolved.groupOf.get(articleId);
    Predicate<Step> ours = s -> group.contains(s.a()) || group.contains(s.b());
    return Optional.of(
        new EventAccount(
            Resolver.event(group, neighbourhood),
            group,
            resolved.joins.stream().filter(ours).toList(),
            resolved.refused.stream().filter(ours).filter(resolved::apart).toList(),
            namingAny(group)));
  }

  /** Two different articles side by side; empty where either reports no conference. */
  public Optional<PairAccount> pair(String left, String right) {
    if (index.member(left) == null || index.member(right) == null) {
      return Optional.empty();
    }
    Facts mine = neighbourhood.facts(left);
    Facts theirs = neighbourhood.facts(right);
    var mineResolved = new Resolved(left);
    boolean near = mineResolved.groupOf.containsKey(right);
    String leftEvent = eventId(mineResolved.groupOf.get(left));
    String rightEvent = eventId((near ? mineResolved : new Resolved(right)).groupOf.get(right));
    boolean inOrder = left.compareTo(right) <= 0;
    var signals = new ArrayList<Signal>();
    Verdict verdict =
        inOrder
            ? Comparison.of(mine, theirs, signals::add)
            : Comparison.of(theirs, mine, signals::add);
    return Optional.of(
        new PairAccount(
            mine.member,
            theirs.member,
            leftEvent,
            rightEvent,
            shared(mine, theirs),
            neighbourhood.candidates(mine).contains(right),
            Shown.lines(mine, theirs, signals),
            verdict.score(),
            Verdict.MATCH,
            verdict.apart() == null ? null : verdict.apart().name(),
            verdict.apart() == null ? null : verdict.apart().sentence(),
            namingBoth(left, right),
            near ? chain(mineResolved, left, right) : List.of()));
  }

  private static String eventId(List<Member> group) {
    Member anchor = group.get(0);
    return ContentIds.eventId(anchor.shard(), anchor.articleId());
  }

  /** Through the joins where they are one, else through any matches. */
  private List<Step> chain(Resolved resolved, String left, String right) {
    boolean together = resolved.groupOf.get(left) == resolved.groupOf.get(right);
    var steps = new ArrayList<Step>(resolved.joins);
    if (!together) {
      steps.addAll(resolved.refused);
    }
    return path(steps, left, right);
  }

  /** The fewest steps from one article to another. */
  private static List<Step> path(List<Step> steps, String from, String to) {
    Map<String, Step> cameBy = new HashMap<>();
    var open = new ArrayDeque<String>(List.of(from));
    Set<String> seen = new HashSet<>(Set.of(from));
    while (!open.isEmpty() && !seen.contains(to)) {
      String here = open.remove();
      for (Step step : steps) {
        String there = other(step, here);
        if (there != null && seen.add(there)) {
          cameBy.put(there, step);
          open.add(there);
        }
      }
    }
    var path = new ArrayList<Step>();
    for (String at = to; cameBy.containsKey(at); at = other(cameBy.get(at), at)) {
      path.add(cameBy.get(at));
    }
    Collections.reverse(path);
    return List.copyOf(path);
  }

  private static String other(Step step, String articleId) {
    if (step.a().articleId().equals(articleId)) {
      return step.b().articleId();
    }
    return step.b().articleId().equals(articleId) ? step.a().articleId() : null;
  }

  private List<SharedIndex> shared(Facts mine, Facts theirs) {
    Map<Long, SharedIndex> named = new LinkedHashMap<>();
    var cells = new Cells(mine, index);
    String other = theirs.member.articleId();
    Buckets.of(
        mine,
        (bucket, name, where, what) ->
            named.put(bucket, new SharedIndex(name, where, what, cells.hold(bucket, other))));
    var others = new HashSet<Long>();
    Buckets.of(theirs, (bucket, name, where, what) -> others.add(bucket));
    named.keySet().retainAll(others);
    return List.copyOf(named.values());
  }
}
