package vn.hoinghi.enrich.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.hoinghi.avro.ConferenceEvent;
import vn.hoinghi.avro.ConferenceMention;
import vn.hoinghi.avro.ConferenceType;
import vn.hoinghi.avro.Correction;
import vn.hoinghi.avro.CorrectionKind;
import vn.hoinghi.avro.DayPart;
import vn.hoinghi.avro.Level;
import vn.hoinghi.avro.Person;
import vn.hoinghi.avro.Province;

/** What is said about why articles are one event, or why they are two. */
class ExplanationsTest {

  @Test
  void everyWeightIsShownWithBothValuesAndTheyAddUp() {
    Member left = Reports.report(1, "Báo tỉnh đưa tin", Reports::study);
    Member right = Reports.report(2, "Đài huyện phát", m -> other(m, "2020-12-10"));

    PairAccount account = pair(left, right);

    assertThat(account.together()).isTrue();
    assertThat(account.weights().stream().mapToInt(Weighed::weight).sum())
        .isEqualTo(account.score());
    assertThat(account.weights())
        .extracting(Weighed::field, Weighed::left, Weighed::right, Weighed::signal)
        .contains(
            tuple("startDate", "2020-12-10", "2020-12-10", "date-same"),
            tuple("province", "Bến Tre", "Bến Tre", "province-same"),
            tuple("documents", "18-NQ/TW", "18-NQ/TW", "document-shared"),
            // One side is silent: shown, not weighed
            tuple("dayPart", null, "MORNING", null));
    assertThat(account.weights())
        .filteredOn(w -> w.field().equals("startDate"))
        .extracting(Weighed::weight)
        .containsExactly(Signal.DATE_SAME.weight());
    assertThat(account.threshold()).isEqualTo(Verdict.MATCH);
  }

  @Test
  void eachSignalBelongsToOneField() {
    for (Signal signal : Signal.values()) {
      Member member = Reports.report(1, "Báo", Reports::study);
      List<Weighed> lines = Shown.lines(Facts.of(member), Facts.of(member), List.of(signal));
      assertThat(lines)
          .filteredOn(w -> signal.row().equals(w.signal()))
          .as(signal.row())
          .hasSize(1);
    }
  }

  @Test
  void theSidesStandAsAskedHoweverTheirIdsAreOrdered() {
    Member a = Reports.report(1, "Báo tỉnh đưa tin", Reports::study);
    Member b = Reports.report(2, "Đài huyện phát", m -> other(m, "2020-12-10"));
    PairAccount there = pair(a, b);
    PairAccount back =
        Explanations.of(index(a, b)).pair(b.articleId(), a.articleId()).orElseThrow();
    assertThat(there.left()).isEqualTo(back.right());
    assertThat(there.score()).isEqualTo(back.score());
  }

  @Test
  void theRuleThatForbidsALinkIsNamed() {
    Member left = Reports.report(1, "Báo", Reports::plenum);
    Member right =
        Reports.report(
            2,
            "Đài",
            m -> {
              Reports.plenum(m);
              m.setPlenumOrdinal(6);
            });

    PairAccount account = pair(left, right);

    assertThat(account.together()).isFalse();
    assertThat(account.apart()).isEqualTo("OTHER_PLENUM");
    assertThat(account.because()).contains("numbered");
    // What would have counted is shown all the same
    assertThat(account.weights()).isNotEmpty();
  }

  @Test
  void articlesThatNoIndexBringsTogetherAreSaidToBeUncompared() {
    Member left = Reports.report(1, "Báo", Reports::study);
    Member right =
        Reports.report(
            2, "Đài", m -> m.setLevel(Level.PROVINCE).setProvince(new Province("14", "Sơn La")));
    PairAccount account = pair(left, right);
    assertThat(account.indexes()).isEmpty();
    assertThat(account.compared()).isFalse();
    assertThat(account.chain()).isEmpty();
  }

  @Test
  void theIndexesThatMadeThemCandidatesAreNamed() {
    String text = Reports.prose("tin", 100);
    Member left = Reports.report(1, text, Reports::study);
    Member right = Reports.report(2, text, Reports::study);
    assertThat(pair(left, right).indexes())
        .extracting(SharedIndex::index)
        .contains("day", "text", "beginning")
        .doesNotContain("plenum");
  }

  @Test
  void namesOfBucketsAreThoseOfTheBucketsThemselves() {
    Facts facts = Facts.of(Reports.report(1, Reports.prose("tin", 100), Reports::congress));
    var named = new ArrayList<Long>();
    long[] buckets = Buckets.of(facts, (bucket, index, where, what) -> named.add(bucket));
    assertThat(buckets).isEqualTo(named.stream().mapToLong(b -> b).distinct().toArray());
  }

  @Test
  void theChainRunsThroughTheArticleThatBroughtThemTogether() {
    Member first = day(1, "2020-06-10", null);
    Member last = day(2, "2020-06-13", null);
    Member whole = day(3, "2020-06-10", "2020-06-13");
    var explanations = Explanations.of(index(first, last, whole));

    PairAccount account = explanations.pair(first.articleId(), last.articleId()).orElseThrow();

    assertThat(account.together()).isTrue();
    assertThat(account.matches()).isFalse();
    assertThat(account.chain()).hasSize(2);
    assertThat(account.chain())
        .allSatisfy(s -> assertThat(List.of(s.a(), s.b())).contains(whole))
        .extracting(Step::refused)
        .containsOnlyNulls();
  }

  @Test
  void aBridgeThatWasRefusedSaysWhichPairStoodAgainstIt() {
    // Given two plenums, and a report that names no number
    Member fifth = Reports.report(1, "Báo", Reports::plenum);
    Member sixth = Reports.report(2, "Đài", m -> plenum(m, 6));
    Member vague = Reports.report(3, "Tạp chí", m -> plenum(m, null));
    var explanations = Explanations.of(index(fifth, sixth, vague));
    // Then it is with one of them, and with the other it matches in vain
    boolean withFifth =
        explanations.pair(fifth.articleId(), vague.articleId()).orElseThrow().together();
    Member lost = withFifth ? sixth : fifth;
    PairAccount account = explanations.pair(lost.articleId(), vague.articleId()).orElseThrow();
    assertThat(account.together()).isFalse();
    assertThat(account.matches()).isTrue();
    assertThat(account.chain()).hasSize(1);
    Step.Refusal refused = account.chain().get(0).refused();
    assertThat(refused.rule()).isEqualTo("OTHER_PLENUM");
    assertThat(List.of(refused.a(), refused.b())).containsExactlyInAnyOrder(fifth, sixth);
    // And the event says so too
    assertThat(explanations.event(lost.articleId()).orElseThrow().refused()).hasSize(1);
  }

  @Test
  void theAccountOfAnEventIsTheEventThatTheResolverMakes() {
    Member first = day(1, "2020-06-10", null);
    Member last = day(2, "2020-06-13", null);
    Member whole = day(3, "2020-06-10", "2020-06-13");
    List<ConferenceEvent> events = Resolver.resolve(List.of(first, last, whole));
    EventAccount account =
        Explanations.of(index(first, last, whole)).event(last.articleId()).orElseThrow();
    assertThat(events).containsExactly(account.event());
    assertThat(account.members()).containsExactly(first, last, whole);
    assertThat(account.joins()).hasSize(2);
  }

  @Test
  void whoPutTwoArticlesTogetherIsSaid() {
    Member fifth = Reports.report(1, "Báo", Reports::plenum);
    Member sixth = Reports.report(2, "Đài", m -> plenum(m, 6));
    Correction link = Sayings.together(1, fifth, sixth);
    PairAccount account =
        Explanations.of(index(fifth, sixth), Corrections.of(List.of(link)))
            .pair(fifth.articleId(), sixth.articleId())
            .orElseThrow();
    assertThat(account.together()).isTrue();
    assertThat(account.apart()).isEqualTo("OTHER_PLENUM");
    assertThat(account.corrections()).containsExactly(link);
    assertThat(account.chain()).extracting(Step::link).containsExactly(link);
  }

  @Test
  void whoPartedTwoThatMatchIsSaid() {
    Member one = Reports.report(1, "Báo", Reports::study);
    Member other = Reports.report(2, "Đài", Reports::study);
    Correction unlink = Sayings.apart(1, one, other);
    var explanations = Explanations.of(index(one, other), Corrections.of(List.of(unlink)));
    PairAccount account = explanations.pair(one.articleId(), other.articleId()).orElseThrow();
    assertThat(account.together()).isFalse();
    assertThat(account.matches()).isTrue();
    assertThat(account.corrections()).containsExactly(unlink);
    assertThat(account.chain().get(0).refused().rule()).isEqualTo("CORRECTED");
    assertThat(explanations.event(one.articleId()).orElseThrow().corrections())
        .containsExactly(unlink);
  }

  @Test
  void aLinkThatALaterWordOverrulesJoinsNothing() {
    Member fifth = Reports.report(1, "Báo", Reports::plenum);
    Member sixth = Reports.report(2, "Đài", m -> plenum(m, 6));
    var said =
        Corrections.of(List.of(Sayings.together(1, fifth, sixth), Sayings.apart(2, fifth, sixth)));
    PairAccount account =
        Explanations.of(index(fifth, sixth), said)
            .pair(fifth.articleId(), sixth.articleId())
            .orElseThrow();
    assertThat(account.together()).isFalse();
    assertThat(account.chain()).isEmpty();
    // The one that counts stands first
    assertThat(account.corrections().get(0).getKind()).isEqualTo(CorrectionKind.CANNOT_LINK);
  }

  private static PairAccount pair(Member left, Member right) {
    return Explanations.of(index(left, right))
        .pair(left.articleId(), right.articleId())
        .orElseThrow();
  }

  private static MemoryIndex index(Member... members) {
    var index = new MemoryIndex();
    List.of(members).forEach(index::add);
    return index;
  }

  private static void other(ConferenceMention.Builder mention, String day) {
    Reports.study(mention);
    mention.setStartDate(day).setDayPart(DayPart.MORNING);
  }

  private static void plenum(ConferenceMention.Builder mention, Integer ordinal) {
    Reports.plenum(mention);
    mention.setPlenumOrdinal(ordinal);
  }

  /** Opening, closing, or the whole: each names those who spoke that day. */
  private static Member day(int number, String start, String end) {
    List<Person> opening = Reports.people("Phan Văn Mãi", "Trần Ngọc Tam");
    List<Person> closing = Reports.people("Lê Đức Thọ", "Hồ Thị Hoàng Yến");
    var all = new ArrayList<>(opening);
    all.addAll(closing);
    return Reports.report(
        number,
        List.of("Khai mạc trọng thể", "Thành công sau bốn ngày", "Toàn cảnh").get(number - 1),
        m -> {
          Reports.study(m);
          m.setType(ConferenceType.CONGRESS).setStartDate(start).setEndDate(end);
          m.setDocuments(List.of());
          m.setPersons(end != null ? all : "2020-06-10".equals(start) ? opening : closing);
        });
  }
}
