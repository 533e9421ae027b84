package vn.hoinghi.sink.export;

import java.util.ArrayList;
import java.util.List;

/**
 * A field compared with values.
 *
 * @param values one, or for IS and NOT several, of which any counts
 */
record Condition(Field field, Comparison comparison, List<String> values) {
  void check(Kind kind) {
    if (!field.goesWith(kind)) {
      throw new WhereException(field + " says nothing about " + kind);
    }
    if (comparison.isOrder() && !field.isOrdered()) {
      throw new WhereException(field + " has no order: = and != compare it");
    }
    sql(kind, new ArrayList<>());
  }

  String sql(Kind kind, List<Object> parameters) {
    if (comparison.isOrder()) {
      return "(" + field.sql(kind, comparison, values.get(0), parameters) + ")";
    }
    var any = new ArrayList<String>();
    for (String value : values) {
      any.add(field.sql(kind, Comparison.IS, value, parameters));
    }
    String anyOf = "(" + String.join(" OR ", any) + ")";
    return comparison == Comparison.IS ? anyOf : "NOT coalesce(" + anyOf + ", false)";
  }
}
