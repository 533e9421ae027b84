package vn.hoinghi.enrich.place;

/**
 * What a name in a text names: a province or centrally run city; a district, town or city below it;
 * or a commune, ward, townlet or special zone.
 */
public enum Kind {
  PROVINCE,
  DISTRICT,
  COMMUNE
}
