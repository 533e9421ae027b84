package vn.hoinghi.enrich.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.hoinghi.enrich.resolve.Meetings.apart;
import static vn.hoinghi.enrich.resolve.Meetings.congress;
import static vn.hoinghi.enrich.resolve.Meetings.numbered;
import static vn.hoinghi.enrich.resolve.Meetings.plenum;
import static vn.hoinghi.enrich.resolve.Meetings.study;
import static vn.hoinghi.enrich.resolve.Meetings.together;
import static vn.hoinghi.enrich.resolve.Reports.people;
import static vn.hoinghi.enrich.resolve.Reports.prose;
import static vn.hoinghi.enrich.resolve.Reports.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.hoinghi.avro.ConferenceEvent;
import vn.hoinghi.avro.DayPart;

/** Which reports tell of one conference, and which do not. */
class ResolverTest {
  @Test
  void twoOutletsInTheirOwnWordsTellOfOneConference() {
    together(
        report(1, "Bến Tre học tập nghị quyết", Reports::study),
        report(2, "172 điểm cầu nghe quán triệt", study(m -> m.setOrganiser("Tỉnh uỷ"))));
  }

  @Test
  void openingAndClosingOfACongressAreOneEventOfTwoDays() {
    ConferenceEvent event =
        together(
            report(1, "Khai mạc Đại hội", Reports::congress),
            report(2, "Bế mạc Đại hội", congress(m -> m.setStartDate("2020-06-12"))));
    assertThat(event.getStartDate()).isEqualTo("2020-06-11");
    assertThat(event.getEndDate()).isEqualTo("2020-06-12");
  }

  @Test
  void twoNumberedPlenumsAreTwo() {
    apart(
        report(1, "Hội nghị lần thứ 5", Reports::plenum),
        report(2, "Hội nghị lần thứ 6", plenum(m -> m.setPlenumOrdinal(6))));
  }

  @Test
  void aShortenedReprintJoinsAndIsNoIndependentSource() {
    String text = "Học tập nghị quyết\n" + prose("câu", 200);
    ConferenceEvent event =
        together(
            report(1, text, Reports::study),
            report(2, text.substring(0, text.length() / 3), m -> {}));
    assertThat(event.getIndependentSources()).isEqualTo(1);
    assertThat(event.getSources().get(1).getReprintOf())
        .isEqualTo(event.getSources().get(0).getArticleId());
  }

  @Test
  void twoSittingsOfOneBodyOnOneDayAreTwo() {
    apart(
        report(1, "Học tập nghị quyết", study(m -> m.setDayPart(DayPart.MORNING))),
        report(
            2, "Ban Chấp hành họp phiên thường kỳ", plenum(m -> m.setDayPart(DayPart.AFTERNOON))));
  }

  @Test
  void anArticleThatTellsOfTwoDoesNotChainThem() {
    String morning = prose("sáng", 100);
    String afternoon = prose("chiều", 100);
    Member first = report(1, morning, study(m -> m.setDayPart(DayPart.MORNING)));
    Member second =
        report(
            2,
            afternoon,
            plenum(m -> m.setDayPart(DayPart.AFTERNOON).setPersons(people("Lê Đức Thọ"))));
    Member both = report(3, morning + afternoon, study(m -> m.setDayPart(DayPart.MORNING)));
    List<ConferenceEvent> events = Resolver.resolve(List.of(first, second, both));
    assertThat(events).hasSize(2);
    assertThat(events).extracting(ConferenceEvent::getSourceCount).containsExactlyInAnyOrder(1, 2);
  }

  @Test
  void theOrderOfTheMembersDoesNotMatter() {
    var members = new ArrayList<Member>();
    for (int i = 0; i < 12; i++) {
      int day = 10 + i % 3;
      members.add(report(i, "Học tập", study(m -> m.setStartDate("2020-12-" + day))));
    }
    List<ConferenceEvent> expected = Resolver.resolve(members);
    for (int seed = 0; seed < 10; seed++) {
      Collections.shuffle(members, new Random(seed));
      assertThat(Resolver.resolve(members)).isEqualTo(expected);
    }
  }

  @Test
  void theCentralCommitteesMarkIsOneHoweverItIsWritten() {
    Facts tw = Facts.of(report(1, "Quán triệt", study(m -> numbered(m, "18-NQ/TW"))));
    Facts tu = Facts.of(report(2, "Quán triệt", study(m -> numbered(m, "18 - NQ/TƯ"))));
    Facts apart = Facts.of(report(4, "Quán triệt", study(m -> numbered(m, "18 - NQ / TW"))));
    assertThat(apart.documents).isEqualTo(tw.documents);
    Facts provincial = Facts.of(report(3, "Quán triệt", study(m -> numbered(m, "18-NQ/TU"))));
    assertThat(tu.documents).isEqualTo(tw.documents);
    assertThat(provincial.documents).isNotEqualTo(tw.documents);
  }
}
