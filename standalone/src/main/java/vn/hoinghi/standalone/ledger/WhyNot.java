package vn.hoinghi.standalone.ledger;

import vn.hoinghi.schemas.NotConference;

/** The reasons why an article reports no conference, as sentences. */
public final class WhyNot {
  private WhyNot() {}

  public static String sentence(NotConference reason) {
    return switch (reason) {
      case NO_GATHERING -> "no word for a gathering stands where a report would have it";
      case PASSING_MENTION -> "a gathering is mentioned, but the article is about something else";
      case PREVIEW -> "the gathering has not begun: an announcement, a plan, an invitation";
      case LISTING -> "a list of headlines or links";
      case OPINION -> "commentary, analysis, interview or a reader's question";
      case DOCUMENT -> "the text of a document or speech itself, or an explanation of one";
      case BIOGRAPHY -> "a life story, obituary or portrait";
      case RETROSPECTIVE -> "looking back at gatherings of the past";
      case ADVERT -> "advertisement, tender, recruitment or public notice";
      case TOO_SHORT -> "too little text to say";
      case LANGUAGE -> "not in Vietnamese";
    };
  }
}
