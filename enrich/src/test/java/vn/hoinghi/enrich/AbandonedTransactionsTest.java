package vn.hoinghi.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who is taken for dead: nobody who may be alive. */
class AbandonedTransactionsTest {
  private static final String APP = "hoinghi-enrich";
  private static final String MINE = "00000000-0000-4000-8000-00000000000a";
  private static final String OTHER = "00000000-0000-4000-8000-00000000000b";
  private static final String DEAD = "00000000-0000-4000-8000-00000000000d";

  private static String member(String process, int thread) {
    return APP + "-" + process + "-StreamThread-" + thread + "-consumer";
  }

  private static String transaction(String process, int thread) {
    return APP + "-" + process + "-" + thread;
  }

  private static Set<String> found(List<String> open, List<String> members, List<String> own) {
    return AbandonedTransactions.among(open, APP, members, own);
  }

  @Test
  void thoseOfAProcessWithoutAMember() {
    var open = List.of(transaction(DEAD, 1), transaction(DEAD, 2), transaction(OTHER, 1));
    var members = List.of(member(MINE, 1), member(OTHER, 1));
    assertThat(found(open, members, List.of(member(MINE, 1))))
        .containsExactly(transaction(DEAD, 1), transaction(DEAD, 2));
  }

  @Test
  void aProcessThatHasLostOneThreadIsAlive() {
    var members = List.of(member(MINE, 1), member(OTHER, 2));
    assertThat(found(List.of(transaction(OTHER, 1)), members, List.of(member(MINE, 1)))).isEmpty();
  }

  @Test
  void noneWhereThisInstanceIsNoMemberItself() {
    var open = List.of(transaction(DEAD, 1));
    assertThat(found(open, List.of(member(OTHER, 1)), List.of(member(MINE, 1)))).isEmpty();
    assertThat(found(open, List.of(member(OTHER, 1)), List.of())).isEmpty();
    assertThat(found(open, List.of(), List.of(member(MINE, 1)))).isEmpty();
  }

  @Test
  void noneWhereAMemberDoesNotSayWhatProcessItIsOf() {
    var members = List.of(member(MINE, 1), "a-name-of-somebodys-own");
    assertThat(found(List.of(transaction(DEAD, 1)), members, List.of(member(MINE, 1)))).isEmpty();
  }

  @Test
  void noneOfOtherApplications() {
    var open =
        List.of(
            APP + "-spring-" + DEAD + "-1",
            "hoinghi-" + DEAD + "-1",
            APP + "-" + DEAD,
            "an-import",
            APP + "x" + DEAD + "-1");
    assertThat(found(open, List.of(member(MINE, 1)), List.of(member(MINE, 1)))).isEmpty();
  }
}
