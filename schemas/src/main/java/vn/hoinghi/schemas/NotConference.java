package vn.hoinghi.schemas;

/**
 * The closed list of reasons why an article reports no conference; the {@code reason} of such an
 * article.
 */
public enum NotConference {
  /** No word for a gathering stands where a report would have it. */
  NO_GATHERING,
  /** A gathering is mentioned, but the article is about something else. */
  PASSING_MENTION,
  /** The gathering has not begun: an announcement, a plan, an invitation, a schedule. */
  PREVIEW,
  /** A list of headlines or links. */
  LISTING,
  /** Commentary, op-ed, analysis, interview, reader's question. */
  OPINION,
  /**
   * The text of a resolution, directive, speech or other document itself, or an explanation of one.
   */
  DOCUMENT,
  /** A life story, obituary or portrait. */
  BIOGRAPHY,
  /** Looking back at gatherings of the past. */
  RETROSPECTIVE,
  /** Advertisement, tender, recruitment, public notice. */
  ADVERT,
  /** Too little text to say. */
  TOO_SHORT,
  /** Not in Vietnamese. */
  LANGUAGE
}
