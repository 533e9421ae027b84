package vn.hoinghi.enrich.mention;

import java.util.List;
import vn.hoinghi.schemas.NotConference;

/**
 * Whether an article reports a gathering.
 *
 * @param gathering the gathering reported, or null
 * @param all every gathering spoken of, the likeliest first; none where none is reported
 * @param reason why none is, or null
 * @param because what decided
 */
record Judgement(Gathering gathering, List<Gathering> all, NotConference reason, String because) {

  static Judgement report(Gathering gathering, List<Gathering> all, String because) {
    return new Judgement(gathering, all, null, because);
  }

  static Judgement none(NotConference reason, String because) {
    return new Judgement(null, List.of(), reason, because);
  }
}
