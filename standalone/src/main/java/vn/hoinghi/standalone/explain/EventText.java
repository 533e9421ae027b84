package vn.hoinghi.standalone.explain;

import static vn.hoinghi.standalone.explain.ExplainWords.padded;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import vn.hoinghi.avro.EventSource;
import vn.hoinghi.avro.Support;
import vn.hoinghi.enrich.resolve.EventAccount;
import vn.hoinghi.standalone.terminal.Harmless;
import vn.hoinghi.standalone.terminal.Paint;

/** How an event came about, as text: who reports it, what joined them, what was chosen. */
record EventText(EventAccount account, Paint paint) {
  private static final int FIELD = 16;
  private static final int VALUE = 48;

  List<String> lines() {
    var lines = new ArrayList<String>();
    lines.add(paint.loud("EVENT " + account.event().getEventId()));
    lines.add(Harmless.line(account.event().getTitle()));
    lines.add("");
    sources(lines);
    steps(lines);
    corrections(lines);
    values(lines);
    lines.add("");
    lines.add("rules:   " + account.event().getRulesVersion());
    return List.copyOf(lines);
  }

  private void sources(List<String> lines) {
    lines.add(
        "%d articles, %d of them no reprint of another; confidence %d %%"
            .formatted(
                account.event().getSourceCount(),
                account.event().getIndependentSources(),
                account.event().getConfidence()));
    Map<String, String> urls = new LinkedHashMap<>();
    account.event().getSources().forEach(s -> urls.put(s.getArticleId(), s.getUrl()));
    for (EventSource source : account.event().getSources()) {
      String of = source.getReprintOf();
      lines.add("  " + Harmless.line(source.getUrl()));
      lines.add("      " + Harmless.cell(Harmless.line(source.getTitle())));
      if (of != null) {
        lines.add(paint.aside("      reprints " + Harmless.line(urls.get(of))));
      }
    }
  }

  private void steps(List<String> lines) {
    if (!account.joins().isEmpty()) {
      lines.add("");
      lines.add("joined, strongest match first, in bits:");
      account.joins().forEach(s -> lines.addAll(ExplainWords.step(s, paint)));
    }
    if (!account.refused().isEmpty()) {
      lines.add("");
      lines.add("matches with articles of other events:");
      account.refused().forEach(s -> lines.addAll(ExplainWords.step(s, paint)));
    }
  }

  private static String sure(Integer percent) {
    return percent == null ? "" : percent + " %";
  }

  private void corrections(List<String> lines) {
    if (!account.corrections().isEmpty()) {
      lines.add("");
      lines.add("people said:");
      account.corrections().forEach(c -> lines.add("  " + ExplainWords.said(c)));
    }
  }

  private void values(List<String> lines) {
    Map<List<String>, Set<String>> voices = new LinkedHashMap<>();
    Map<List<String>, Boolean> chosen = new LinkedHashMap<>();
    for (Support s : account.event().getSupports()) {
      List<String> value = List.of(s.getField(), s.getValue());
      voices.computeIfAbsent(value, v -> new TreeSet<>()).add(s.getArticleId());
      chosen.put(value, s.getChosen());
    }
    Map<String, Integer> confidence = new HashMap<>();
    account.event().getCoverage().forEach(c -> confidence.put(c.getField(), c.getConfidence()));
    lines.add("");
    lines.add(
        padded("field", FIELD) + padded("value", VALUE) + padded("articles", 8) + "confidence");
    voices.forEach(
        (value, articles) -> {
          boolean stands = chosen.get(value);
          String line =
              padded(value.get(0), FIELD)
                  + padded(Harmless.line(value.get(1)), VALUE)
                  + padded(Integer.toString(articles.size()), 8)
                  + (stands ? sure(confidence.get(value.get(0))) : "not chosen");
          lines.add(stands ? line : paint.aside(line));
        });
  }
}
