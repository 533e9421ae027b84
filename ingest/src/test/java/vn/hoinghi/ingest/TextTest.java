package vn.hoinghi.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextTest {

  @Test
  void strangersTextCannotBreakALine() {
    assertThat(Text.printable("a\r\nb\u001b[31m\u202Ec\u2028d\uD800e", 100))
        .isEqualTo("a\uFFFD\uFFFDb\uFFFD[31m\uFFFDc\uFFFDd\uFFFDe");
    assertThat(Text.printable("x".repeat(1_000_000), 10)).hasSize(10);
    assertThat(Text.printable("hội nghị", 100)).isEqualTo("hội nghị");
    assertThat(Text.printable(null, 100)).isEqualTo("null");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "text/html                          | text/html   | -",
        "Text/HTML; Charset=\"UTF-8\"       | text/html   | UTF-8",
        "text/html;charset=windows-1258 ; x | text/html   | windows-1258",
        "text/html; charset=                | text/html   | -",
        "html                               | -           | -",
        "-                                  | -           | -",
      })
  void aContentTypeIsReadAsFarAsItIsPlain(String header, String type, String charset) {
    assertThat(ContentType.mediaType(header)).isEqualTo(type);
    assertThat(ContentType.charset(header)).isEqualTo(charset);
  }

  @Test
  void aContentTypeOfAMegabyteCostsNothing() {
    String header = "text/html; charset=" + "x".repeat(1_000_000);
    assertThat(ContentType.mediaType(header)).isEqualTo("text/html");
    assertThat(ContentType.charset(header)).hasSize(40);
  }
}
