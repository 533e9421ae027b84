package vn.hoinghi.ingest;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.stream.Collectors;
import vn.hoinghi.schemas.Reason;

/**
 * The rules of {@link CanonicalUrl} in the order in which they act. Each carries one example of
 * what it alone changes; splitting has already brought the scheme to lower case and dropped the
 * fragment.
 */
@SuppressWarnings("ImmutableEnumChecker") // the steps are functions without state
enum UrlRule {
  HOST("http://Báo.VN./tin", "http://xn--bo-mia.vn/tin", p -> p.withHost(UrlHost.of(p.host()))),
  DEFAULT_PORT(
      "https://bao.vn:443/tin",
      "https://bao.vn/tin",
      p -> p.port() == CanonicalUrl.defaultPort(p.scheme()) ? p.withPort(-1) : p),
  BACKSLASH(
      "http://bao.vn/tin\\so-1",
      "http://bao.vn/tin/so-1",
      p -> p.withPath(p.path().replace('\\', '/'))),
  ESCAPES(
      "http://bao.vn/%7Etin/%c3%a1 á?b=%2f",
      "http://bao.vn/~tin/%C3%A1%20%C3%A1?b=%2F",
      p ->
          p.withPath(Percent.normal(p.path(), "/:@"))
              .withQuery(p.query() == null ? null : Percent.normal(p.query(), "/:@?"))),
  SESSION_IN_PATH(
      "http://bao.vn/tin.do;jsessionid=1A2B?id=3",
      "http://bao.vn/tin.do?id=3",
      p ->
          p.path().indexOf(';') < 0
              ? p
              : p.withPath(p.path().replaceAll("(?i);jsessionid=[^/;]*", ""))),
  DOT_SEGMENTS(
      "http://bao.vn/a/./b/../tin", "http://bao.vn/a/tin", p -> p.withPath(noDots(p.path()))),
  TRACKING(
      "http://bao.vn/tin?utm_source=fb&id=3&fbclid=x",
      "http://bao.vn/tin?id=3",
      p -> p.withQuery(DroppedParameters.without(p.query()))),
  EMPTY_QUERY(
      "http://bao.vn/tin?",
      "http://bao.vn/tin",
      p -> p.query() != null && p.query().isEmpty() ? p.withQuery(null) : p),
  TRAP("http://bao.vn/a/b/a/tin", "http://bao.vn/a/b/a/tin", UrlRule::noTrap);

  private static final int MAX_PARAMETERS = 50;
  private static final int MAX_REPEATS = 4;

  private interface Step {
    UrlParts apply(UrlParts parts) throws Refused;
  }

  final String example;
  final String becomes;
  private final Step step;

  UrlRule(String example, String becomes, Step step) {
    this.example = example;
    this.becomes = becomes;
    this.step = step;
  }

  UrlParts apply(UrlParts parts) throws Refused {
    return step.apply(parts);
  }

  /** RFC 3986 §5.2.4; an absent path is the root. */
  private static String noDots(String path) {
    if (path.startsWith("/") && !path.contains("/.")) {
      return path;
    }
    Deque<String> kept = new ArrayDeque<>();
    String[] pieces = path.split("/", -1);
    for (int i = 1; i < pieces.length; i++) {
      boolean last = i == pieces.length - 1;
      if (pieces[i].equals("..")) {
        kept.pollLast();
      } else if (!pieces[i].equals(".")) {
        kept.addLast(pieces[i]);
        continue;
      }
      if (last) {
        kept.addLast("");
      }
    }
    return "/" + kept.stream().collect(Collectors.joining("/"));
  }

  /** Addresses that a site makes up without end: a path that repeats itself, a query that grows. */
  private static UrlParts noTrap(UrlParts parts) throws Refused {
    int parameters = parts.query() == null ? 0 : parts.query().split("&", -1).length;
    if (parameters > MAX_PARAMETERS || CanonicalUrl.mostRepeated(parts.path()) > MAX_REPEATS) {
      throw new Refused(Reason.URL_TRAP, "repeats itself without end");
    }
    return parts;
  }
}
