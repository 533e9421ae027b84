package vn.hoinghi.ingest;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Where a listing goes on. The page says so itself ({@code rel=next}), or one of its links is its
 * own address with a page's number one higher ({@code ?page=3}, {@code /trang-3}, {@code /p3}):
 * only behind words that mean pages, for the days of a calendar are counted too.
 */
final class NextPage {
  private static final Pattern NUMBERED =
      Pattern.compile(
          "(?i)([/?&._-])("
              + DataFile.lines("page-words.txt").stream().collect(Collectors.joining("|"))
              + ")([=/_-]?)([0-9]{1,5})(?![0-9a-z])");

  /** An address with a page's number, and what is left of it without. */
  private record Numbered(String listing, int page) {}

  private NextPage() {}

  /** Null where this is the last page, or the only one. */
  static CanonicalUrl of(Document page, CanonicalUrl at, PageLinks links) {
    Element declared =
        page.selectFirst("link[rel~=(?i)\\bnext\\b][href], a[rel~=(?i)\\bnext\\b][href]");
    if (declared != null) {
      CanonicalUrl next = links.target(declared.attr("href"));
      return at.equals(next) ? null : next;
    }
    Numbered own = numbered(at);
    Map<Integer, CanonicalUrl> pages = new HashMap<>();
    CanonicalUrl second = null;
    for (Element anchor : links.anchors()) {
      CanonicalUrl url = links.target(anchor.attr("href"));
      Numbered other = url == null || url.equals(at) ? null : numbered(url);
      if (other != null && other.listing().equals(listing(at, own))) {
        pages.putIfAbsent(other.page(), url);
        second = second == null && anchor.text().strip().equals("2") ? url : second;
      }
    }
    if (own != null) {
      return pages.get(own.page() + 1);
    }
    // Some count their pages from 0, so that the second is page=1.
    return second != null ? second : pages.get(2);
  }

  private static String listing(CanonicalUrl at, Numbered own) {
    return own == null ? plain(at.pathAndQuery()) : own.listing();
  }

  private static Numbered numbered(CanonicalUrl url) {
    String text = url.pathAndQuery();
    Matcher found = NUMBERED.matcher(text);
    if (!found.find()) {
      return null;
    }
    String rest = text.substring(0, found.start()) + text.substring(found.end());
    return new Numbered(plain(rest), Integer.parseInt(found.group(4)));
  }

  /** What pages of one listing have in common, however they write the first. */
  private static String plain(String pathAndQuery) {
    int question = (pathAndQuery + "?").indexOf('?');
    int and = (pathAndQuery + "&").indexOf('&');
    int end = Math.min(question, and);
    String path = pathAndQuery.substring(0, end).replaceFirst("\\.[A-Za-z]{2,5}$", "");
    String query = end < pathAndQuery.length() ? pathAndQuery.substring(end + 1) : "";
    return path.replaceFirst("(?<!/)/++$", "") + (query.isEmpty() ? "" : "?" + query);
  }
}
