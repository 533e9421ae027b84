package vn.hoinghi.enrich.outlet;

import java.text.Normalizer;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.hoinghi.enrich.place.Gazetteer;
import vn.hoinghi.enrich.place.TableFile;

/**
 * No list holds every local body's site, but their hosts are made alike: a word for the body and
 * the province's name without marks ("tinhuyhagiang.vn", "hoinongdannghean.org.vn"), or the name
 * under a suffix of the State or the Party ("hagiang.dcs.vn"). The forms are a table.
 */
final class HostForms {
  private record Form(String name, String kind) {}

  private enum Where {
    PREFIX,
    SUFFIX,
    UNDER
  }

  private final Map<Where, Map<String, Form>> forms = new EnumMap<>(Where.class);
  private final Map<String, String> provinces = new HashMap<>();

  HostForms() {
    for (Where where : Where.values()) {
      forms.put(where, new HashMap<>());
    }
    for (String[] row : TableFile.rows(HostForms.class, "host-forms.tsv")) {
      forms.get(Where.valueOf(row[0])).put(row[1], new Form(row[2], row[3]));
    }
    for (String[] row : TableFile.rows(Gazetteer.class, "provinces.tsv")) {
      provinces.putIfAbsent(slug(row[2]), row[2]);
    }
    for (String[] row : TableFile.rows(HostForms.class, "host-names.tsv")) {
      provinces.put(row[0], row[1]);
    }
  }

  /** "Đắk Lắk" as hosts write it. */
  static String slug(String name) {
    return Normalizer.normalize(
            name.toLowerCase(Locale.ROOT).replace('đ', 'd'), Normalizer.Form.NFD)
        .replaceAll("[^a-z0-9]", "");
  }

  /** The outlet that a host's form tells of, or null. */
  Outlet of(String host) {
    List<String> labels = List.of(host.split("\\.", -1));
    for (int i = 0; i + 1 < labels.size(); i++) {
      Form form =
          forms.get(Where.UNDER).get(String.join(".", labels.subList(i + 1, labels.size())));
      String province = form == null ? null : provinces.get(labels.get(i));
      if (province != null) {
        return outlet(host, form, province);
      }
    }
    for (String label : labels.subList(0, labels.size() - 1)) {
      Outlet found = byParts(host, label);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private Outlet byParts(String host, String label) {
    for (int i = 2; i < label.length(); i++) {
      String head = label.substring(0, i);
      String tail = label.substring(label.charAt(i) == '-' ? i + 1 : i);
      Form before = forms.get(Where.PREFIX).get(head);
      Form after = forms.get(Where.SUFFIX).get(tail);
      if (before != null && provinces.containsKey(tail)) {
        return outlet(host, before, provinces.get(tail));
      }
      if (after != null && provinces.containsKey(head)) {
        return outlet(host, after, provinces.get(head));
      }
    }
    return null;
  }

  private static Outlet outlet(String host, Form form, String province) {
    return new Outlet(host, form.name().replace("%", province), province, form.kind());
  }
}
