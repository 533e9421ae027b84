package vn.hoinghi.sink.export;

import java.util.ArrayList;
import java.util.List;

/**
 * Which rows: conditions that all hold, as in {@code type = CONGRESS and start >= 2020-10}. A small
 * language of its own, since SQL from a command line is either unsafe or has to be understood
 * first; every value goes to the database as a parameter.
 */
public final class Where {
  private final List<Condition> conditions;
  private final String text;

  private Where(List<Condition> conditions, String text) {
    this.conditions = conditions;
    this.text = text;
  }

  /**
   * What a question asks for.
   *
   * @param texts each with one condition or several, joined by {@code and}
   * @throws WhereException where they say nothing that is known, with what would be
   */
  public static Where of(List<String> texts, Kind kind) {
    var all = new ArrayList<Condition>();
    texts.forEach(text -> all.addAll(new WhereParser(text).conditions()));
    all.forEach(condition -> condition.check(kind));
    return new Where(all, String.join(" and ", texts));
  }

  /** As it was asked; empty for all rows. */
  @Override
  public String toString() {
    return text;
  }

  /** As SQL behind WHERE, its values added to the list. */
  String sql(Kind kind, List<Object> values) {
    var sql = new ArrayList<String>(List.of("true"));
    conditions.forEach(condition -> sql.add(condition.sql(kind, values)));
    return String.join(" AND ", sql);
  }
}
