package vn.hoinghi.sink.export;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.util.List;
import vn.hoinghi.sink.ExportedStory;

/** What an export writes, as text. */
record Exported(String text, Export.Outcome outcome) {
  static Exported of(ExportedStory story, Kind kind, Format format, String... where)
      throws Exception {
    try (Connection connection = story.connect()) {
      var out = new ByteArrayOutputStream();
      var export = new Export(kind, Where.of(List.of(where), kind), format);
      Export.Outcome outcome = export.write(connection, out, (done, total) -> {});
      connection.setReadOnly(false);
      return new Exported(out.toString(StandardCharsets.UTF_8), outcome);
    }
  }

  List<String> lines() {
    return text.lines().toList();
  }
}
