package vn.hoinghi.enrich.mention;

import java.util.Locale;

/** The phrase tables that the rules are made of; each is a data file of the same name. */
enum Lexicon {
  /** Nouns of gatherings: phrase, type it implies or "-", STRONG or WEAK. */
  GATHERINGS,
  /** Verbs of holding one: phrase, HOLD, HAPPEN, OPEN, CLOSE. */
  HOLDING,
  /** Verbs of what somebody says or does at a gathering: phrase. */
  SAYINGS,
  /** What stands before a gathering that is not the one reported: phrase, why. */
  GOVERNORS,
  /** What follows a gathering word that names none in particular: phrase. */
  GENERIC,
  /** Heads of names of bodies: phrase, level or NEUTRAL, TOWN. */
  BODIES,
  /** What a gathering is for: phrase, type. */
  PURPOSES,
  /** What speaks against a report: phrase, reason, where, weight. */
  CUES,
  /** What only a report of a gathering says: phrase, weight. */
  PROCEEDINGS,
  /** Not yet, or long ago: phrase, FUTURE or PAST. */
  TENSES,
  /** Kinds of documents: phrase, normal form. */
  DOCUMENTS,
  /** Words around a count of people: phrase, PEOPLE, PRESENT or ABSENT. */
  PRESENCE,
  /** Numbers in words: phrase, value. */
  NUMBERS,
  /** How exact a number is: phrase, qualifier. */
  QUALIFIERS,
  /** How people met: phrase, format. */
  FORMATS,
  /** Days told by the day of publication: phrase, offset in days, part of the day. */
  RELATIVE_DAYS,
  /** Heads of names of halls and buildings: phrase. */
  VENUES,
  /** What says that more than one province meets: phrase. */
  NATIONWIDE,
  /** What only a meeting of ours has, and none abroad: phrase. */
  OURS;

  String file() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-') + ".tsv";
  }
}
