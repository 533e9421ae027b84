package vn.hoinghi.standalone.explain;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import vn.hoinghi.avro.ConferenceEvent;
import vn.hoinghi.avro.Support;
import vn.hoinghi.enrich.resolve.EventAccount;
import vn.hoinghi.enrich.resolve.Explanations;
import vn.hoinghi.enrich.resolve.Member;
import vn.hoinghi.enrich.resolve.Step;
import vn.hoinghi.standalone.terminal.Harmless;
import vn.hoinghi.standalone.terminal.Paint;

/**
 * An event of the tables: its articles and values as they stand there, what joined them as far as
 * they tell.
 *
 * @param account the event of the tables; joins are reckoned from what it tells
 * @param groups into how many its articles fall by these joins alone
 * @param missing what the tables do not tell
 */
record StoredEvent(EventAccount account, int groups, List<String> missing) {

  static StoredEvent of(ConferenceEvent event) {
    var articles = new RetoldArticles(List.of(event));
    Explanations explanations = articles.explanations();
    var seen = new HashSet<String>();
    var members = new ArrayList<Member>();
    var joins = new ArrayList<Step>();
    int groups = 0;
    for (String id : articles.ids()) {
      if (seen.add(id)) {
        EventAccount part = explanations.event(id).orElseThrow();
        part.members().forEach(m -> seen.add(m.articleId()));
        members.addAll(part.members());
        joins.addAll(part.joins());
        groups++;
      }
    }
    members.sort(Member.CANONICAL);
    joins.sort(Comparator.comparingInt(Step::score).reversed());
    return new StoredEvent(
        new EventAccount(event, members, List.copyOf(joins), List.of(), List.of()),
        groups,
        missing(event, articles));
  }

  private static List<String> missing(ConferenceEvent event, RetoldArticles articles) {
    var missing = new ArrayList<>(articles.unknown(articles.ids()));
    int more = event.getSourceCount() - event.getSources().size();
    if (more > 0) {
      missing.add(more + " more articles");
    }
    missing.add("matches with articles of other events");
    missing.add("what people said, but for the values that they set");
    return List.copyOf(missing);
  }

  List<String> lines(Paint paint) {
    var lines = new ArrayList<>(new EventText(account, paint).lines());
    if (groups > 1) {
      lines.add("");
      lines.add(
          ("what the tables tell joins them into %d groups; texts, values that are not kept or people"
                  + " did the rest")
              .formatted(groups));
    }
    for (Support s : account.event().getSupports()) {
      if (s.getCorrectionId() != null) {
        lines.add(
            "set by %s: %s is %s (correction %s)"
                .formatted(
                    Harmless.line(s.getAuthor()),
                    s.getField(),
                    s.getValue().isEmpty() ? "not known" : Harmless.line(s.getValue()),
                    s.getCorrectionId()));
      }
    }
    lines.addAll(StoredWords.missing(missing));
    return List.copyOf(lines);
  }

  ObjectNode json() {
    return StoredWords.basis(ExplainJson.of(account), missing).put("groupsByTheseJoins", groups);
  }
}
