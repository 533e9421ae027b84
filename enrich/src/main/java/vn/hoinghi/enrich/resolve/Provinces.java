package vn.hoinghi.enrich.resolve;

import java.util.Map;

/** Leads the codes of the 63 provinces to those of the 34 that hold their territory today. */
final class Provinces {
  private static final Map<String, String> SUCCESSORS = Table.read("province-successors.csv");

  private Provinces() {}

  /** The code that old and new reports of one territory share. */
  static String today(String code) {
    return SUCCESSORS.getOrDefault(code, code);
  }
}
