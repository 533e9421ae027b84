package vn.hoinghi.sink.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * CSV (RFC 4180). A spreadsheet computes a cell that begins like a formula, and the texts come from
 * anybody's pages; so such a cell gets an apostrophe before it, which spreadsheets show as text.
 *
 * @see <a href="https://owasp.org/www-community/attacks/CSV_Injection">OWASP: CSV injection</a>
 */
final class CsvRows implements RowWriter {
  private static final String FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

  private final CsvWriter out;

  CsvRows(OutputStream out) {
    this.out =
        CsvWriter.builder()
            .lineDelimiter(LineDelimiter.CRLF)
            .build(new OutputStreamWriter(out, StandardCharsets.UTF_8));
  }

  @Override
  public void begin(Head head) {
    out.writeRecord(head.columns());
  }

  @Override
  public boolean write(Row row) {
    List<String> cells = new ArrayList<>();
    row.values().values().forEach(value -> cells.add(cell(value)));
    out.writeRecord(cells);
    return true;
  }

  private static String cell(Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof Long number) {
      return number.toString();
    }
    return harmless(value instanceof List<?> texts ? joined(texts) : value.toString());
  }

  private static String joined(List<?> texts) {
    return String.join("; ", texts.stream().map(Object::toString).toList());
  }

  private static String harmless(String text) {
    return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }

  @Override
  public void end() throws IOException {
    out.flush();
  }
}
