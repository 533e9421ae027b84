package vn.hoinghi.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class DemoIT {
  @Test
  void theDemonstrationFindsWhatItsPagesReport() {
    var text = new StringWriter();
    var out = new PrintWriter(text);
    int code = Hoinghi.commandLine().setOut(out).setErr(out).execute("demo", "--once");
    assertThat(code).describedAs(text::toString).isZero();
    assertThat(text.toString()).contains("These are the conferences that the pages report.");
  }
}
