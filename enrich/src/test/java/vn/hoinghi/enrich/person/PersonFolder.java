package vn.hoinghi.enrich.person;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Developer's tool: reads a folder of texts and writes the persons of each as a line of JSON, for a
 * scorecard.
 */
final class PersonFolder {
  private PersonFolder() {}

  public static void main(String[] args) throws Exception {
    ObjectMapper json = new ObjectMapper();
    try (var files = Files.list(Path.of(args[0]));
        var out = Files.newBufferedWriter(Path.of(args[1]))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".txt")).sorted().toList()) {
        String text = Normalizer.normalize(Files.readString(file), Normalizer.Form.NFC);
        List<FoundPerson> found = PersonFinder.standard().find(text);
        Map<String, Object> conference = new LinkedHashMap<>();
        conference.put(
            "persons",
            found.stream()
                .map(
                    f ->
                        Map.of(
                            "name",
                            f.person().getName(),
                            "titles",
                            f.person().getTitles(),
                            "part",
                            f.person().getPart().toString()))
                .toList());
        conference.put(
            "evidence",
            found.stream()
                .flatMap(f -> f.evidence().stream())
                .map(
                    e ->
                        Map.of(
                            "field",
                            e.getField(),
                            "value",
                            e.getValue(),
                            "start",
                            e.getStart(),
                            "end",
                            e.getEnd()))
                .toList());
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("id", file.getFileName().toString().replaceAll("\\.txt$", ""));
        line.put("text", text);
        line.put("conference", conference);
        line.put("eventId", null);
        out.write(json.writeValueAsString(line));
        out.newLine();
      }
    }
  }
}
