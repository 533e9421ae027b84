package vn.hoinghi.standalone.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.hoinghi.standalone.Hoinghi;

/** Wrong questions are told before anything is opened. */
class ExportCommandTest {
  @TempDir private Path dir;
  private String printed;

  private int run(String... words) {
    var text = new StringWriter();
    var out = new PrintWriter(text);
    int code = Hoinghi.commandLine().setOut(out).setErr(out).execute(words);
    printed = text.toString();
    return code;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "export persons --format ics|ics does not hold persons",
        "export events --where province=Huế;type=x|'and' or the end is expected",
        "export events --where tpye=STUDY|tpye is no field; these are: id type level",
        "export cities|expected one of",
        "export events --format xlsx|expected one of"
      })
  void whatCannotBeExportedIsAWrongUse(String words, String told) {
    assertThat(run(words.split(" "))).isEqualTo(2);
    assertThat(printed).contains(told);
  }

  @Test
  void aDirectoryWithoutTablesIsNamed() {
    assertThat(run("export", "events", "--data", dir.toString())).isEqualTo(2);
    assertThat(printed).contains(dir.toString(), "holds no database");
  }

  @Test
  void twoPlacesForTheTablesAreOneTooMany() {
    assertThat(run("export", "events", "--data", dir.toString(), "--jdbc", "jdbc:postgresql://x/y"))
        .isEqualTo(2);
    assertThat(printed).contains("--data names the tables already");
  }

  @Test
  void theHelpNamesEveryField() {
    assertThat(run("export", "--help")).isZero();
    assertThat(printed)
        .contains("type level format", "province63 province34", "published reprint", "search");
  }
}
