package vn.hoinghi.ingest;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import vn.hoinghi.avro.FetchResult;
import vn.hoinghi.schemas.Reason;

/**
 * Addresses as somebody wrote them down, one a line; empty lines and those that begin with {@code
 * #} are for people. Sorted by site; what is no address has its outcome here.
 */
final class UrlList {
  private static final int SHOWN = 2 * CanonicalUrl.MAX_CHARS;

  private final Takings takings;
  private final Map<String, Map<CanonicalUrl, Set<String>>> sites = new LinkedHashMap<>();

  private final Set<String> refused = new HashSet<>();

  UrlList(Takings takings) {
    this.takings = takings;
  }

  /** Takes every line of a text. */
  void read(BufferedReader lines) {
    try {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String text = line.replace("\uFEFF", "").strip();
        if (!text.isEmpty() && !text.startsWith("#")) {
          add(text);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the list of addresses cannot be read", e);
    }
  }

  private void add(String text) {
    try {
      CanonicalUrl url = CanonicalUrl.of(text);
      sites
          .computeIfAbsent(siteOf(url), s -> new LinkedHashMap<>())
          .computeIfAbsent(url, u -> new TreeSet<>())
          .add(text);
    } catch (Refused e) {
      if (refused.add(text)) {
        refuse(takings, text, e.reason(), e.getMessage());
      }
    }
  }

  /** An address that is none, and so is asked nowhere. */
  static void refuse(Takings takings, String text, Reason reason, String problem) {
    String shown = Text.printable(text, SHOWN);
    takings.add(
        Attempt.of(shown, FetchResult.REFUSED, reason, problem, null, 0),
        VisitedInput.failed(shown, shown, reason, problem));
  }

  /** One connection serves a site, whatever the scheme and with {@code www.} or without. */
  static String siteOf(CanonicalUrl url) {
    boolean usual = url.port() == 80 || url.port() == 443;
    return CanonicalUrl.bare(url.host()) + (usual ? "" : ":" + url.port());
  }

  List<UrlLane> lanes(WebTools web) {
    var lanes = new ArrayList<UrlLane>();
    sites.forEach(
        (site, urls) -> {
          var wanted = new ArrayList<UrlLane.Wanted>();
          urls.forEach((url, names) -> wanted.add(new UrlLane.Wanted(url, List.copyOf(names))));
          lanes.add(new UrlLane(site, wanted, web));
        });
    return lanes;
  }
}
