package vn.hoinghi.enrich.place;

/**
 * What a name in a text names: a province or centrally run city, or a district, town or city below
 * it.
 */
public enum Kind {
  PROVINCE,
  DISTRICT
}
