package vn.hoinghi.ingest;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Query parameters that tell who came from where, not which article: dropped from addresses. */
final class DroppedParameters {
  private static final List<String> NAMES = DataFile.lines("query-parameters-dropped.txt");

  private DroppedParameters() {}

  /** The query without them, in its order; null stays null. */
  static String without(String query) {
    return query == null
        ? null
        : Arrays.stream(query.split("&", -1))
            .filter(p -> !p.isEmpty() && !dropped(p))
            .collect(Collectors.joining("&"));
  }

  private static boolean dropped(String parameter) {
    int equals = parameter.indexOf('=');
    String name =
        (equals < 0 ? parameter : parameter.substring(0, equals)).toLowerCase(Locale.ROOT);
    return NAMES.stream()
        .anyMatch(
            n ->
                n.endsWith("*") ? name.startsWith(n.substring(0, n.length() - 1)) : name.equals(n));
  }
}
