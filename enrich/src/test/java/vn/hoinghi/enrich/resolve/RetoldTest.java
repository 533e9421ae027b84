package vn.hoinghi.enrich.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import vn.hoinghi.avro.ConferenceEvent;
import vn.hoinghi.avro.Correction;
import vn.hoinghi.avro.CorrectionKind;
import vn.hoinghi.avro.Part;
import vn.hoinghi.avro.Person;
import vn.hoinghi.avro.Province;
import vn.hoinghi.enrich.generator.GeneratedNews;

/** What an event still tells of its articles. */
class RetoldTest {
  private static final int REPORTS = 1000;

  @Test
  void whatIsSaidToBeKnownWeighsWhatItWeighed() {
    List<Member> members = new ArrayList<>();
    new GeneratedNews(7, REPORTS, 4).forEachRemaining(r -> members.add(r.member()));
    Explanations truth = explanations(members);
    int pairs = 0;
    for (ConferenceEvent event : Resolver.resolve(members)) {
      List<Retold> told = Retold.of(event);
      Explanations again = explanations(told.stream().map(Retold::member).toList());
      for (int i = 0; i < told.size(); i++) {
        for (int j = 0; j < i; j++) {
          Retold a = told.get(i);
          Retold b = told.get(j);
          PairAccount was = pair(truth, a, b);
          PairAccount is = pair(again, a, b);
          Map<String, Integer> sums = sums(was);
          Map<String, Integer> sumsAgain = sums(is);
          sums.keySet().removeIf(f -> !a.knows(f) || !b.knows(f));
          sumsAgain.keySet().removeIf(f -> !a.knows(f) || !b.knows(f));
          assertThat(sumsAgain).as("%s and %s", a, b).isEqualTo(sums);
          pairs++;
        }
      }
    }
    assertThat(pairs).isGreaterThan(REPORTS / 2);
  }

  @Test
  void valuesOfWhichOnlyFiveVoicesAreNamedAreKnownOfTheSixth() {
    List<Member> members = new ArrayList<>();
    for (int i = 1; i <= 7; i++) {
      members.add(Reports.report(i, "Báo đưa tin", Reports::study));
    }
    List<Retold> told = Retold.of(one(members));
    Member last = members.get(6);
    Retold seventh = told.get(6);
    assertThat(seventh.member().articleId()).isEqualTo(last.articleId());
    assertThat(seventh.member().mention().getOrganiser()).isEqualTo(last.mention().getOrganiser());
    assertThat(seventh.member().mention().getProvince()).isEqualTo(last.mention().getProvince());
    // A list may hold more or less of it
    assertThat(seventh.unknown()).containsExactlyInAnyOrder("persons", "documents");
    assertThat(told.get(4).unknown()).isEmpty();
    assertThat(told.get(4).member().mention().getPersons()).hasSize(2);
  }

  @Test
  void ofTwoValuesWithFiveVoicesNobodyKnowsWhichTheNextOneGives() {
    List<Member> members = new ArrayList<>();
    for (int i = 1; i <= 12; i++) {
      String venue = i % 2 == 0 ? "Hội trường A" : "Hội trường B";
      members.add(
          Reports.report(
              i,
              "Báo đưa tin",
              m -> {
                Reports.study(m);
                m.setPlace(new vn.hoinghi.avro.Place(null, null, venue));
              }));
    }
    List<Retold> told = Retold.of(one(members));
    assertThat(told.get(9).unknown()).doesNotContain("place.venue");
    assertThat(told.get(11).unknown()).contains("place.venue");
    assertThat(told.get(11).knows("title")).isTrue();
    assertThat(told.get(11).knows("startDate")).isFalse();
  }

  @Test
  void whoSaysThatSomebodyWasInTheChairIsNotRetold() {
    Member silent = Reports.report(1, "Báo", Reports::study);
    Member says =
        Reports.report(
            2,
            "Đài",
            m -> {
              Reports.study(m);
              m.setPersons(List.of(new Person("Phan Văn Mãi", List.of(), List.of(), Part.CHAIR)));
            });
    List<Retold> told = Retold.of(one(List.of(silent, says)));
    assertThat(told).allSatisfy(r -> assertThat(r.unknown()).containsExactly("chair"));
    assertThat(told.get(0).knows("chair")).isFalse();
    assertThat(told.get(0).knows("startDate")).isTrue();
  }

  @Test
  void whatAPersonSetIsNobodysReport() {
    Member member = Reports.report(1, "Báo", Reports::study);
    Correction set =
        Correction.newBuilder()
            .setCorrectionId("0".repeat(32))
            .setKind(CorrectionKind.OVERRIDE)
            .setArticleIds(List.of(member.articleId()))
            .setField("startDate")
            .setValue("2020-12-11")
            .setAuthor("Lan")
            .setReason("hỏi lại")
            .setAt(Instant.EPOCH)
            .build();
    ConferenceEvent event = Resolver.resolve(List.of(member), Corrections.of(List.of(set))).get(0);
    assertThat(event.getStartDate()).isEqualTo("2020-12-11");
    Retold told = Retold.of(event).get(0);
    assertThat(told.member().mention().getStartDate()).isEqualTo("2020-12-10");
    assertThat(told.unknown()).containsExactly("yearInferredFrom");
  }

  @Test
  void aProvinceThatLostKeepsItsCode() {
    List<Member> members = new ArrayList<>();
    for (int i = 1; i <= 3; i++) {
      var elsewhere = i == 3;
      members.add(
          Reports.report(
              i,
              Reports.prose("một", 60),
              m -> {
                Reports.study(m);
                if (elsewhere) {
                  m.setProvince(new Province("84", "Trà Vinh"));
                }
              }));
    }
    ConferenceEvent event = EventAssembly.of(members); // whatever joined them
    assertThat(Retold.of(event).get(2).member().mention().getProvince())
        .isEqualTo(new Province("84", "Trà Vinh"));
  }

  private static ConferenceEvent one(List<Member> members) {
    List<ConferenceEvent> events = Resolver.resolve(members);
    assertThat(events).hasSize(1);
    return events.get(0);
  }

  private static Explanations explanations(List<Member> members) {
    var index = new MemoryIndex();
    members.forEach(index::add);
    return Explanations.of(index);
  }

  private static PairAccount pair(Explanations by, Retold a, Retold b) {
    return by.pair(a.member().articleId(), b.member().articleId()).orElseThrow();
  }

  private static Map<String, Integer> sums(PairAccount account) {
    var sums = new TreeMap<String, Integer>();
    account.weights().forEach(w -> sums.merge(w.field(), w.weight(), Integer::sum));
    sums.remove("text");
    sums.values().removeIf(n -> n == 0);
    return sums;
  }
}
