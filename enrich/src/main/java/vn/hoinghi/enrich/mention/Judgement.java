package vn.hoinghi.enrich.mention;

import vn.hoinghi.schemas.NotConference;

/**
 * Whether an article reports a gathering.
 *
 * @param gathering the gathering reported, or null
 * @param reason why none is, or null
 * @param because what decided
 */
record Judgement(Gathering gathering, NotConference reason, String because) {

  static Judgement report(Gathering gathering, String because) {
    return new Judgement(gathering, null, because);
  }

  static Judgement none(NotConference reason, String because) {
    return new Judgement(null, reason, because);
  }
}
