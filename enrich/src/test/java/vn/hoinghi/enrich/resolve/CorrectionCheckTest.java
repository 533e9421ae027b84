package vn.hoinghi.enrich.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.hoinghi.avro.Correction;
import vn.hoinghi.avro.CorrectionKind;
import vn.hoinghi.avro.Undo;
import vn.hoinghi.schemas.BadRecordException;
import vn.hoinghi.schemas.Reason;

/** A correction is taken whole or not at all. */
class CorrectionCheckTest {
  private final Member member = Reports.report(1, "một", m -> {});

  @ParameterizedTest
  @CsvSource({
    "type, STUDY",
    "level, COMMUNE",
    "province, 83 Bến Tre",
    "province, 80 Tây Ninh",
    "province, 80 Long An",
    "place.district, huyện Mai Sơn",
    "startDate, 2020-12-21",
    "startDate, 2020-02",
    "endDate, 1999",
    "endDate, XXXX-02-29",
    "dayPart, EVENING",
    "format, HYBRID",
    "congressOrdinal, 14",
    "term, 2020-2025",
    "attendees, 2500",
    "venues, 104 ABOUT",
    "organiser,"
  })
  void aValueOfTheFieldIsTaken(String field, String value) {
    assertThatCode(() -> CorrectionCheck.check(Sayings.set(1, member, field, value)))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "type, study",
    "type, UNKNOWN",
    "type,",
    "title,",
    "level, UNKNOWN",
    "province, Bến Tre",
    "province, 84 Bến Tre",
    "province, 83 Bến",
    "startDate, 2020-02-30",
    "startDate, 21/12/2020",
    "startDate, XXXX",
    "startDate, XXXX-02-30",
    "startDate, 2020-13",
    "congressOrdinal, 0",
    "congressOrdinal, XI",
    "term, 2025-2020",
    "attendees, -5",
    "attendees, 25 MANY",
    "attendees, 99999999999",
    "organiser, ''",
    "organiser, ' Tỉnh ủy'"
  })
  void anyOtherIsRefused(String field, String value) {
    assertThat(fault(Sayings.set(1, member, field, value))).isEqualTo(Reason.CORRECTION_VALUE);
  }

  @Test
  void linesAreShortComposedAndPrintable() {
    for (String value : List.of("x".repeat(201), "hai\ndòng", "Tỉnh u\u0309y")) {
      assertThat(fault(Sayings.set(1, member, "organiser", value)))
          .isEqualTo(Reason.CORRECTION_VALUE);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"persons", "eventId", "revision", "sources", "place", "STARTDATE"})
  void aFieldThatNobodySetsIsRefused(String field) {
    assertThat(fault(Sayings.set(1, member, field, "x"))).isEqualTo(Reason.CORRECTION_FIELD);
  }

  @Test
  void aLinkTakesNoField() {
    Correction link = Sayings.together(1, member, Reports.report(2, "hai", m -> {}));
    link.setField("type");
    assertThat(fault(link)).isEqualTo(Reason.CORRECTION_FIELD);
    assertThat(fault(Sayings.said(CorrectionKind.UNKNOWN, 1, null, null, member)))
        .isEqualTo(Reason.CORRECTION_FIELD);
  }

  @Test
  void everyKindNamesAsManyArticlesAsItNeeds() {
    Member other = Reports.report(2, "hai", m -> {});
    assertThat(fault(Sayings.together(1, member))).isEqualTo(Reason.CORRECTION_ARTICLES);
    assertThat(fault(Sayings.apart(1))).isEqualTo(Reason.CORRECTION_ARTICLES);
    assertThat(fault(Sayings.together(1, member, member))).isEqualTo(Reason.CORRECTION_ARTICLES);
    assertThat(fault(Sayings.said(CorrectionKind.RETRACT, 1, null, null, member, other)))
        .isEqualTo(Reason.CORRECTION_ARTICLES);
    Correction odd = Sayings.retract(1, member);
    odd.setArticleIds(List.of("https://bao.example/"));
    assertThat(fault(odd)).isEqualTo(Reason.CORRECTION_ARTICLES);
    Correction many = Sayings.apart(1, member, other);
    many.setArticleIds(
        IntStream.rangeClosed(0, CorrectionCheck.MAX_ARTICLES)
            .mapToObj("%064x"::formatted)
            .toList());
    assertThat(fault(many)).isEqualTo(Reason.CORRECTION_ARTICLES);
  }

  @Test
  void whoSaysItAndWhyIsAsked() {
    for (String nothing : List.of("", " \n", "x".repeat(2001))) {
      Correction said = Sayings.retract(1, member);
      said.setReason(nothing);
      assertThat(fault(said)).isEqualTo(Reason.CORRECTION_UNSIGNED);
      Correction undo = Sayings.undone(Sayings.retract(1, member));
      undo.getUndone().setAuthor(nothing);
      assertThat(fault(undo)).isEqualTo(Reason.CORRECTION_UNSIGNED);
    }
  }

  @Test
  void anUndoNeedsNoMoreThanTheIdAndASignature() {
    var undo =
        new Correction(
            "0".repeat(32),
            CorrectionKind.UNKNOWN,
            List.of(),
            null,
            null,
            "",
            "",
            Instant.EPOCH,
            new Undo("An", "nhầm", Instant.parse("2026-11-15T12:00:00Z")));
    assertThatCode(() -> CorrectionCheck.check(undo)).doesNotThrowAnyException();
  }

  private static Reason fault(Correction correction) {
    return catchThrowableOfType(BadRecordException.class, () -> CorrectionCheck.check(correction))
        .reason();
  }
}
