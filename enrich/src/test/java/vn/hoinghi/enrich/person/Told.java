package vn.hoinghi.enrich.person;

import java.util.List;

/** How examples tell what was found: "Name: office; office / Name: ...". */
final class Told {
  private Told() {}

  static List<FoundPerson> find(String text) {
    return PersonFinder.standard().find(text.replace("\\n", "\n"));
  }

  static String told(String text) {
    return String.join(" / ", find(text).stream().map(Told::one).toList());
  }

  private static String one(FoundPerson found) {
    List<String> titles = found.person().getTitles();
    return found.person().getName() + (titles.isEmpty() ? "" : ": " + String.join("; ", titles));
  }
}
