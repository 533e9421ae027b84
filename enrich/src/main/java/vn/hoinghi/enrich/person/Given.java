package vn.hoinghi.enrich.person;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Which offices have been given to which names so far. */
final class Given {
  private final List<Element> elements;
  private final boolean[] taken;
  private final Map<Integer, List<Office>> titles = new TreeMap<>();
  private final Map<Integer, Office> kept = new TreeMap<>();

  Given(List<Element> elements) {
    this.elements = elements;
    taken = new boolean[elements.size()];
  }

  void give(int name, int office) {
    List<Office> offices = titles.computeIfAbsent(name, n -> new ArrayList<>());
    if (!offices.contains(elements.get(office).office())) {
      offices.add(elements.get(office).office());
    }
    taken[office] = true;
  }

  /** Gives a name an office that counts only where its person has no other. */
  void keep(int name, int office) {
    kept.putIfAbsent(name, elements.get(office).office());
    taken[office] = true;
  }

  boolean taken(int office) {
    return taken[office];
  }

  /** Offices for who has no other, by the index of the name. */
  Map<Integer, Office> kept() {
    return kept;
  }

  /** Offices by the index of the name they belong to. */
  Map<Integer, List<Office>> titles() {
    return titles;
  }
}
