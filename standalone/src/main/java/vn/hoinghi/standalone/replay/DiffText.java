package vn.hoinghi.standalone.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.hoinghi.standalone.replay.ShadowDiff.Difference;
import vn.hoinghi.standalone.replay.ShadowDiff.Field;
import vn.hoinghi.standalone.replay.ShadowDiff.Kind;
import vn.hoinghi.standalone.terminal.Harmless;

/** What a replay changes, for people and for programs. */
final class DiffText {
  private static final int CHARS = 60;

  private DiffText() {}

  static List<String> lines(Difference difference) {
    var lines = new ArrayList<String>();
    String head =
        "%s %s  %s"
            .formatted(
                sign(difference.kind()), difference.eventId(), Harmless.line(difference.title()));
    lines.add(head);
    difference.fields().forEach(field -> lines.add("    " + line(field)));
    if (!difference.others().isEmpty()) {
      boolean gone = difference.kind() == Kind.REMOVED;
      lines.add(
          "    its articles %s %s"
              .formatted(gone ? "go to" : "come from", String.join(", ", difference.others())));
    } else if (difference.kind() == Kind.REMOVED) {
      lines.add("    its articles go to no event");
    }
    return lines;
  }

  private static String sign(Kind kind) {
    return switch (kind) {
      case ADDED -> "+";
      case REMOVED -> "-";
      case CHANGED -> "~";
    };
  }

  private static String line(Field field) {
    boolean list = isList(field.before()) || isList(field.after());
    return list
        ? "%s: %d -> %d entries".formatted(field.name(), size(field.before()), size(field.after()))
        : "%s: %s -> %s".formatted(field.name(), cut(field.before()), cut(field.after()));
  }

  private static boolean isList(JsonNode value) {
    return value != null && value.isArray();
  }

  private static int size(JsonNode value) {
    return value == null ? 0 : value.size();
  }

  private static String cut(JsonNode value) {
    String text = value == null || value.isNull() ? "none" : Harmless.line(value.toString());
    return text.length() > CHARS ? text.substring(0, CHARS) + "…" : text;
  }

  static List<String> sums(ShadowDiff diff) {
    var lines = new ArrayList<String>();
    lines.add(String.format(Locale.ROOT, "%,8d events are the same", diff.alike()));
    diff.counts()
        .forEach(
            (kind, count) ->
                lines.add(
                    String.format(
                        Locale.ROOT, "%,8d %s", count, kind.name().toLowerCase(Locale.ROOT))));
    if (!diff.fields().isEmpty()) {
      lines.add("fields:  " + diff.fields());
    }
    return lines;
  }

  static String json(Difference difference) {
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("kind", difference.kind().name())
            .put("eventId", difference.eventId())
            .put("title", difference.title());
    ObjectNode fields = json.putObject("fields");
    for (Field field : difference.fields()) {
      ObjectNode values = fields.putObject(field.name());
      values.set("before", field.before());
      values.set("after", field.after());
    }
    ArrayNode others = json.putArray("others");
    difference.others().forEach(others::add);
    return json.toString();
  }
}
