package vn.hoinghi.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Where a first page leads that says nothing itself, as portals of many ages have it: a refresh in
 * its head, a script that sets the browser's location, frames.
 */
final class EmptyPage {
  /** A page with more links says something. */
  private static final int FEW_LINKS = 3;

  private static final int MOST_FRAMES = 10;
  private static final int MOST_SCRIPT = 10_000;
  private static final Pattern REFRESH = Pattern.compile("(?i)url\\s*=\\s*['\"]?([^'\"]+)");
  private static final Pattern LOCATION =
      Pattern.compile(
          "\\blocation(?:\\.href)?\\s*=\\s*['\"]([^'\"\\s]{1,500})['\"]"
              + "|\\blocation\\.(?:replace|assign)\\(\\s*['\"]([^'\"\\s]{1,500})['\"]");

  private EmptyPage() {}

  /**
   * References as they stand in the page.
   *
   * @param links how many there are on it
   */
  static List<String> leadsTo(Document page, int links) {
    var targets = new ArrayList<String>();
    Element refresh = page.selectFirst("meta[http-equiv~=(?i)^refresh$][content*=url]");
    if (refresh != null) {
      Matcher target = REFRESH.matcher(refresh.attr("content"));
      if (target.find()) {
        targets.add(target.group(1).strip());
      }
    }
    if (links < FEW_LINKS) {
      page.select("frame[src], iframe[src]").stream()
          .limit(MOST_FRAMES)
          .forEach(frame -> targets.add(frame.attr("src")));
      page.select("script:not([src])").forEach(script -> addLocation(script.data(), targets));
    }
    return targets;
  }

  private static void addLocation(String script, List<String> targets) {
    Matcher location = LOCATION.matcher(script);
    if (script.length() <= MOST_SCRIPT && location.find()) {
      targets.add(location.group(1) != null ? location.group(1) : location.group(2));
    }
  }
}
