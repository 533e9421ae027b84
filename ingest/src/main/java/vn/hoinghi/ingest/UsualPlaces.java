package vn.hoinghi.ingest;

import java.util.List;
import vn.hoinghi.avro.FetchKind;

/**
 * Where sites keep their lists without telling: asked for only as far as neither home page nor
 * robots.txt says better.
 */
final class UsualPlaces {
  private static final List<Links.Link> ALL =
      DataFile.lines("usual-places.tsv").stream()
          .map(line -> line.split("\t", -1))
          .map(cells -> new Links.Link(cells[1], FetchKind.valueOf(cells[0]), null))
          .toList();

  private UsualPlaces() {}

  /** Whether this is such a place, and no article's address for that reason alone. */
  static boolean mayBe(String url) {
    String path = url.replaceFirst("^https?://[^/]*", "");
    return ALL.stream().anyMatch(place -> place.url().equals(path));
  }

  static List<Links.Link> of(FetchKind kind) {
    return ALL.stream().filter(place -> place.kind() == kind).toList();
  }
}
