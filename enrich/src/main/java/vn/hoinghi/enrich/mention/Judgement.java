package vn.hoinghi.enrich.mention;

import java.util.List;
import java.util.function.Supplier;
import vn.hoinghi.schemas.NotConference;

/**
 * Whether an article reports a gathering.
 *
 * @param gathering the gathering reported, or null
 * @param all every gathering spoken of, the likeliest first; none where none is reported
 * @param reason why none is, or null
 * @param because what decided, put into words only for who asks
 */
record Judgement(
    Gathering gathering, List<Gathering> all, NotConference reason, Supplier<String> because) {

  static Judgement report(Gathering gathering, List<Gathering> all, Supplier<String> because) {
    return new Judgement(gathering, all, null, because);
  }

  static Judgement none(NotConference reason, Supplier<String> because) {
    return new Judgement(null, List.of(), reason, because);
  }
}
