package vn.hoinghi.ingest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import vn.hoinghi.avro.FetchKind;
import vn.hoinghi.schemas.Reason;

/**
 * What a listing points to.
 *
 * @param found in the listing's order
 * @param dropped entries beyond the listing's limit
 * @param limit the limit that was passed, or null
 * @param next the page on which the listing goes on with older entries, or null
 */
record Links(List<Link> found, int dropped, Reason limit, String next) {
  /**
   * One address as written, resolved against the listing.
   *
   * @param modified when the listing says it changed last, or null; steers visits and nothing else
   */
  record Link(String url, FetchKind kind, Instant modified) {}

  private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:");

  /** The first {@code max} of them. */
  static Links upTo(int max, List<Link> all, int alsoDropped, Reason limit) {
    int dropped = Math.max(all.size() - max, 0) + alsoDropped;
    return new Links(
        List.copyOf(new ArrayList<>(all.subList(0, Math.min(max, all.size())))),
        dropped,
        dropped > 0 ? limit : null,
        null);
  }

  /** The same listing, of which this is not the last page. */
  Links withNext(String page) {
    return new Links(found, dropped, limit, page);
  }

  /** Links as someone wrote them down; none where there is no list. */
  static List<Link> to(List<String> references, FetchKind kind) {
    List<String> given = Objects.requireNonNullElse(references, List.of());
    return given.stream().map(reference -> new Link(reference, kind, null)).toList();
  }

  /**
   * An address as it stands in a page, made whole.
   *
   * @throws Refused where it leads off the web or nowhere
   */
  static String resolve(CanonicalUrl base, String reference) throws Refused {
    String text = Objects.requireNonNullElse(reference, "").strip();
    if (text.isEmpty() || text.length() > 4 * CanonicalUrl.MAX_CHARS) {
      throw UrlParts.invalid("address of " + text.length() + " characters");
    }
    if (SCHEME.matcher(text).lookingAt()) {
      return text;
    }
    HttpUrl whole = HttpUrl.get(base.toString()).resolve(text);
    if (whole == null || !whole.username().isEmpty() || !whole.password().isEmpty()) {
      throw UrlParts.invalid("cannot be resolved");
    }
    return whole.toString();
  }
}
