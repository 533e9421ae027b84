package vn.hoinghi.enrich.resolve;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A committee, its standing board and the party organisation it leads speak as one body, and its
 * place is said in the name or beside it: "Ban Thường vụ Tỉnh ủy Bến Tre" and "Đảng bộ tỉnh" come
 * out as one folded name, without the places that the report knows anyway.
 */
final class BodyNames {
  private record Form(String written, String read) {}

  private static final String TERM = " " + Fold.text("khóa") + " ";
  private static final List<Form> FORMS = forms();

  private BodyNames() {}

  /** The comparable name of an organiser; empty for null. */
  static String body(String organiser, String province, String district, String commune) {
    if (organiser == null) {
      return "";
    }
    String name = " " + Fold.text(organiser) + " ";
    int term = name.indexOf(TERM);
    name = term >= 0 ? name.substring(0, term + 1) : name;
    for (Form form : FORMS) {
      name = name.replace(form.written, form.read);
    }
    name = without(commune, without(district, without(province, name)));
    return withoutKind(name.strip());
  }

  private static String without(String place, String name) {
    return place.isEmpty() || !name.contains(place) ? name : name.replace(" " + place + " ", " ");
  }

  /** "tỉnh ủy tỉnh", what is left of "Tỉnh ủy tỉnh Bến Tre", is "tỉnh ủy". */
  private static String withoutKind(String body) {
    for (String kind : PlaceNames.LONG_KINDS) {
      if (body.endsWith(" " + kind)) {
        return body.substring(0, body.length() - kind.length() - 1);
      }
    }
    int space = body.lastIndexOf(' ');
    return space > 0 && PlaceNames.KINDS.contains(body.substring(space + 1))
        ? body.substring(0, space)
        : body;
  }

  private static List<Form> forms() {
    var forms = new ArrayList<Form>();
    for (Map.Entry<String, String> row : Table.read("bodies.csv").entrySet()) {
      String read = row.getValue().isEmpty() ? " " : " " + Fold.text(row.getValue()) + " ";
      forms.add(new Form(" " + Fold.text(row.getKey()) + " ", read));
    }
    return List.copyOf(forms);
  }
}
