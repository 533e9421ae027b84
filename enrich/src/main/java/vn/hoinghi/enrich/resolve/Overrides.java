package vn.hoinghi.enrich.resolve;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import vn.hoinghi.avro.ConferenceEvent;
import vn.hoinghi.avro.Correction;
import vn.hoinghi.avro.CorrectionKind;
import vn.hoinghi.avro.Coverage;
import vn.hoinghi.avro.Support;

/**
 * What people say about the fields of one event: of each field the latest word. It stands over
 * whatever the articles say, whose values stay readable beside it.
 */
final class Overrides {
  static final String RULE = "correction";

  /** Per cent. */
  private static final int SETTLED = 100;

  private final List<Member> group;
  private final Map<String, Correction> byField = new TreeMap<>();

  private Overrides(List<Member> group) {
    this.group = group;
  }

  /** The overrides that name one of these members. */
  static Overrides of(List<Member> group, Corrections corrections) {
    var overrides = new Overrides(group);
    if (!corrections.isEmpty()) {
      for (Member member : group) {
        corrections.naming(member.articleId()).stream()
            .filter(Corrections.of(CorrectionKind.OVERRIDE))
            .forEach(overrides::take);
      }
    }
    return overrides;
  }

  private void take(Correction correction) {
    byField.merge(
        correction.getField(),
        correction,
        (a, b) -> Corrections.LATEST_FIRST.compare(a, b) <= 0 ? a : b);
  }

  /** Sets the fields of the event that the articles have given. */
  void apply(ConferenceEvent event) {
    if (byField.isEmpty()) {
      return;
    }
    var supports = new ArrayList<Support>();
    for (String name : EventFields.names()) {
      Correction correction = byField.get(name);
      if (correction != null) {
        EventField<?> field = EventFields.of(name);
        field.set(event, correction.getValue());
        supports.add(support(correction, field.shown(correction.getValue())));
      }
    }
    for (Support support : event.getSupports()) {
      Correction correction = byField.get(support.getField());
      if (correction != null) {
        String value = EventFields.of(support.getField()).shown(correction.getValue());
        support.setChosen(support.getValue().equals(value));
      }
      supports.add(support);
    }
    event.setSupports(supports);
    cover(event);
    days(event);
  }

  /** Who agrees with a person, and who does not. Whatever they say, the person has settled it. */
  private void cover(ConferenceEvent event) {
    List<Source> sources = Source.of(group);
    var coverage = new ArrayList<Coverage>();
    for (Coverage known : event.getCoverage()) {
      if (!byField.containsKey(known.getField())) {
        coverage.add(known);
      }
    }
    for (Map.Entry<String, Correction> said : byField.entrySet()) {
      if (EventFields.of(said.getKey()).said() != null) {
        coverage.add(coverage(sources, said.getKey(), said.getValue().getValue()));
      }
    }
    event.setCoverage(coverage);
    event.setConfidence(Coverages.ofTheEvent(coverage));
  }

  private static Coverage coverage(List<Source> sources, String name, String value) {
    EventField<?> field = EventFields.of(name);
    String right = field.shown(value);
    var coverage = new Coverage(name, 0, 0, 0, SETTLED);
    for (Source source : sources) {
      String said = field.said(source.mention());
      if (said != null) {
        coverage.setSources(coverage.getSources() + 1);
        int origin = source.independent() ? 1 : 0;
        coverage.setAgree(coverage.getAgree() + (said.equals(right) ? origin : 0));
        coverage.setContradict(coverage.getContradict() + (said.equals(right) ? 0 : origin));
      }
    }
    return coverage;
  }

  /** A day that does not go with one that a person gave is let go. */
  private void days(ConferenceEvent event) {
    Correction start = byField.get("startDate");
    Correction end = byField.get("endDate");
    if (start != null) {
      event.setYearInferredFrom(null);
    }
    if ((start == null && end == null) || !reversed(event)) {
      return;
    }
    boolean endGoes =
        end == null || (start != null && Corrections.LATEST_FIRST.compare(start, end) < 0);
    String gone = endGoes ? "endDate" : "startDate";
    if (endGoes) {
      event.setEndDate(null);
    } else {
      event.setStartDate(null);
    }
    event.getSupports().stream()
        .filter(s -> s.getField().equals(gone))
        .forEach(s -> s.setChosen(false));
  }

  /** Compared as texts, as far as both say: EDTF sorts as it reads. */
  private static boolean reversed(ConferenceEvent event) {
    String start = Objects.requireNonNullElse(event.getStartDate(), "");
    String end = Objects.requireNonNullElse(event.getEndDate(), "");
    int common = Math.min(start.length(), end.length());
    return start.startsWith("XXXX") == end.startsWith("XXXX")
        && start.substring(0, common).compareTo(end.substring(0, common)) > 0;
  }

  private static Support support(Correction correction, String value) {
    return Support.newBuilder()
        .setField(correction.getField())
        .setValue(value)
        .setChosen(true)
        .setArticleId(correction.getArticleIds().get(0))
        .setRule(RULE)
        .setCorrectionId(correction.getCorrectionId())
        .setAuthor(correction.getAuthor())
        .build();
  }
}
