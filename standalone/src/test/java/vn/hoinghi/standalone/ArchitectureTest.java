package vn.hoinghi.standalone;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The rules of the house that a compiler does not know. */
@AnalyzeClasses(packages = "vn.hoinghi", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String[] PURE_CORES = {
    "vn.hoinghi.content..",
    "vn.hoinghi.enrich.outlet..",
    "vn.hoinghi.enrich.person..",
    "vn.hoinghi.enrich.place..",
    "vn.hoinghi.enrich.mention..",
    "vn.hoinghi.enrich.resolve..",
    "vn.hoinghi.ingest.health.."
  };

  @ArchTest
  static final ArchRule pureCoresKnowNeitherKafkaNorNetwork =
      noClasses()
          .that()
          .resideInAnyPackage(PURE_CORES)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.apache.kafka..",
              "java.net.http..",
              "okhttp3..",
              "java.sql..",
              "vn.hoinghi.service..");

  @ArchTest
  static final ArchRule pureCoresReadNoClock =
      noClasses()
          .that()
          .resideInAnyPackage(PURE_CORES)
          .should()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(java.time.Instant.class, "now")
          .orShould()
          .callMethod(java.time.LocalDate.class, "now")
          .orShould()
          .callMethod(java.time.LocalDateTime.class, "now")
          .orShould()
          .callMethod(java.time.ZonedDateTime.class, "now");

  @ArchTest
  static final ArchRule appsMeetInTopicsOnly =
      classes()
          .that()
          .resideInAnyPackage("vn.hoinghi.ingest..", "vn.hoinghi.enrich..", "vn.hoinghi.sink..")
          .should(
              new OnlyOwnApp(
                  "depend on no other app",
                  "vn.hoinghi.ingest",
                  "vn.hoinghi.enrich",
                  "vn.hoinghi.sink"));

  @ArchTest
  static final ArchRule commandsShareRoomsAndDoNotRunInCircles =
      slices().matching("vn.hoinghi.standalone.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule namesSayWhatAClassIs =
      noClasses().should().haveNameMatching(".*(Manager|Helper|Util|Utils|Impl)$");
}
