package vn.hoinghi.content;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A site of Vietnam that is known to publish. Who captures pages and who reads them ask the same
 * table, {@code outlets.tsv}. That a site stands there makes nobody visit it: it has to be named in
 * a configuration.
 *
 * @param host lower case, without {@code www.}
 * @param name as it calls itself
 * @param province its home, by the map of 63 provinces or, for hosts founded later, that of 34;
 *     null where it serves the whole country
 * @param kind {@code newspaper}, {@code portal}, {@code party}, {@code agency}, {@code ministry} or
 *     {@code other}
 */
public record KnownOutlet(String host, String name, String province, String kind) {
  private static final int COLUMNS = 4;
  private static final String NATIONWIDE = "-";

  /** All of them, in the order of the table: by province, the nationwide ones last. */
  public static List<KnownOutlet> all() {
    return Table.ALL;
  }

  /**
   * The outlet of a host, where it is known.
   *
   * @param host in any case, with or without {@code www.}
   */
  public static Optional<KnownOutlet> of(String host) {
    return Optional.ofNullable(Table.BY_HOST.get(key(host)));
  }

  /** A host as the table writes it. */
  public static String key(String host) {
    String lower = host.strip().toLowerCase(Locale.ROOT);
    return lower.startsWith("www.") ? lower.substring("www.".length()) : lower;
  }

  /** Read once, and only for those who ask. */
  private static final class Table {
    static final List<KnownOutlet> ALL =
        RuleTable.read("outlets.tsv", COLUMNS).stream()
            .map(c -> new KnownOutlet(c[0], c[1], c[2].equals(NATIONWIDE) ? null : c[2], c[3]))
            .toList();

    static final Map<String, KnownOutlet> BY_HOST =
        ALL.stream().collect(Collectors.toUnmodifiableMap(KnownOutlet::host, Function.identity()));
  }
}
