package vn.hoinghi.enrich.place;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import vn.hoinghi.avro.Province;

/**
 * Dozens of provinces have a "Châu Thành", a "Tân Phú", a "phường 5". Which one a text means is
 * told, in this order, by the larger place right behind it ("xã Tân Phú, huyện Tân Châu (Tây
 * Ninh)"), by the one province among the candidates that its sentence or the headline names, by the
 * outlet's home, by the one that the text names anywhere. Where nothing tells, none is meant: no
 * guess.
 */
public final class Homonyms {
  /** The first day of the map of 34. */
  public static final LocalDate NEW_MAP = LocalDate.of(2025, 7, 1);

  private static final int GAP = 24;

  private final Gazetteer gazetteer;
  private final String text;
  private final List<PlaceHit> hits;
  private final String home;
  private final boolean present;

  /**
   * Looks at one text.
   *
   * @param hits every place in it, in order
   * @param day the day whose map counts; null where unknown
   * @param home name of the outlet's home province, or null
   */
  public Homonyms(
      Gazetteer gazetteer, String text, List<PlaceHit> hits, LocalDate day, String home) {
    this.gazetteer = gazetteer;
    this.text = text;
    this.hits = hits;
    this.home =
        home == null ? null : gazetteer.province(home, null).map(Province::getCode).orElse(null);
    this.present = day == null ? onlyOnTheNewMap() : !day.isBefore(NEW_MAP);
  }

  /** Whether the map of 34 counts: by the day, or where none is known by names only it has. */
  public boolean present() {
    return present;
  }

  private boolean onlyOnTheNewMap() {
    boolean found = false;
    for (PlaceHit hit : hits) {
      if (hit.kind() == Kind.DISTRICT && !hit.kindWord().isEmpty()) {
        return false;
      }
      if (hit.kind() == Kind.COMMUNE) {
        if (!hit.communes().stream().allMatch(Commune::present)) {
          return false;
        }
        found = true;
      }
    }
    return found;
  }

  /**
   * The province of the map of 63 on whose land a place lies; empty where several may be meant.
   *
   * @param index of the place among the hits
   */
  public Optional<Province> province(int index) {
    PlaceHit hit = hits.get(index);
    Set<String> candidates = candidates(hit);
    if (candidates.size() > 1) {
      candidates = byNeighbours(index, candidates);
    }
    if (candidates.size() > 1) {
      candidates = narrowed(candidates, named(index, this::closeBy));
    }
    if (candidates.size() > 1 && home != null) {
      candidates = narrowed(candidates, Set.of(home));
    }
    if (candidates.size() > 1) {
      candidates = narrowed(candidates, named(index, (one, other) -> true));
    }
    return candidates.size() == 1
        ? gazetteer.ofMap63(candidates.iterator().next())
        : Optional.empty();
  }

  /** Codes of all provinces that have one of the name, on the map that counts if that has any. */
  private Set<String> candidates(PlaceHit hit) {
    if (hit.kind() != Kind.COMMUNE) {
      return codes(hit);
    }
    Set<String> ofMap = provinces(hit.communes(), commune -> commune.present() == present);
    return ofMap.isEmpty() ? codes(hit) : ofMap;
  }

  private static Set<String> codes(PlaceHit hit) {
    return hit.provinces().stream()
        .map(Province::getCode)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static Set<String> provinces(List<Commune> communes, Predicate<Commune> test) {
    return communes.stream()
        .filter(test)
        .map(commune -> commune.province().getCode())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** By the larger places of one address behind it. */
  private Set<String> byNeighbours(int index, Set<String> candidates) {
    PlaceHit hit = hits.get(index);
    Set<String> left = candidates;
    PlaceHit last = hit;
    for (int i = index + 1; i < hits.size() && left.size() > 1; i++) {
      PlaceHit next = hits.get(i);
      if (next.kind().compareTo(last.kind()) >= 0 || !sameAddress(last, next)) {
        break;
      }
      left = narrowed(left, of(hit, next));
      last = next;
    }
    return left;
  }

  /** The provinces where a commune is of the district behind it, or where that district is. */
  private Set<String> of(PlaceHit hit, PlaceHit larger) {
    Set<String> whole = codes(larger);
    if (hit.kind() != Kind.COMMUNE || larger.kind() != Kind.DISTRICT) {
      return whole;
    }
    Set<String> exact =
        provinces(hit.communes(), commune -> larger.name().equals(commune.district()));
    return exact.isEmpty() ? whole : exact;
  }

  private boolean sameAddress(PlaceHit from, PlaceHit to) {
    int end = to.start() - (to.kindWord().isEmpty() ? 0 : to.kindWord().length() + 1);
    if (end - from.end() > GAP) {
      return false;
    }
    for (int i = from.end(); i < end; i++) {
      if (".;\n".indexOf(text.charAt(i)) >= 0) {
        return false;
      }
    }
    return true;
  }

  /**
   * Provinces of the map of 63 that other hits name; a name of the new map stands for its parts.
   */
  private Set<String> named(int index, BiPredicate<PlaceHit, PlaceHit> near) {
    PlaceHit hit = hits.get(index);
    Set<String> found = new LinkedHashSet<>();
    for (PlaceHit other : hits) {
      boolean tells = other.kind() == Kind.PROVINCE || other.provinces().size() == 1;
      if (other != hit && tells && near.test(hit, other)) {
        found.addAll(codes(other));
      }
    }
    return found;
  }

  private boolean closeBy(PlaceHit hit, PlaceHit other) {
    int from = Math.min(hit.end(), other.end());
    int to = Math.max(hit.start(), other.start());
    int line = text.indexOf('\n');
    boolean headline = line > 0 && other.end() <= line;
    return headline
        || (to - from < 300 && !text.substring(from, Math.max(from, to)).contains("\n"));
  }

  /** Those of the evidence among the candidates, or the candidates where it has none of them. */
  private Set<String> narrowed(Set<String> candidates, Set<String> evidence) {
    Set<String> both = new LinkedHashSet<>(candidates);
    both.retainAll(evidence);
    if (both.isEmpty() && present) {
      List<String> today = new ArrayList<>();
      evidence.forEach(code -> today.add(today(code)));
      both.addAll(candidates);
      both.removeIf(candidate -> !today.contains(today(candidate)));
    }
    return both.isEmpty() ? candidates : both;
  }

  private String today(String code) {
    return gazetteer.successor(code).map(Province::getCode).orElse("");
  }
}
