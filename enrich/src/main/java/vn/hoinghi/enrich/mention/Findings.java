package vn.hoinghi.enrich.mention;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import vn.hoinghi.avro.Evidence;

/** Collects where each value was read; offsets become code points here and nowhere else. */
final class Findings {
  private final Script script;
  private final Set<Evidence> evidence = new LinkedHashSet<>();

  Findings(Script script) {
    this.script = script;
  }

  void add(String field, int start, int end, String rule) {
    add(
        new Evidence(
            field,
            script.written(start, end),
            script.codePoint(start),
            script.codePoint(end),
            rule));
  }

  void add(String field, Span span, String rule) {
    add(field, span.start(), span.end(), rule);
  }

  void add(Evidence found) {
    evidence.add(found);
  }

  List<Evidence> all() {
    return new ArrayList<>(evidence);
  }
}
