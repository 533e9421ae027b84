package vn.hoinghi.enrich.resolve;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** A two-column rule table that lies beside the code; lines with '#' are comments. */
final class Table {
  private Table() {}

  /** Its rows in order. */
  static Map<String, String> read(String file) {
    try (InputStream in = Table.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("rule table " + file + " is missing");
      }
      var rows = new LinkedHashMap<String, String>();
      String table = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      for (String line : table.lines().toList()) {
        int comma = line.indexOf(',');
        if (!line.startsWith("#") && comma > 0) {
          rows.put(line.substring(0, comma), line.substring(comma + 1).strip());
        }
      }
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException("rule table " + file, e);
    }
  }
}
