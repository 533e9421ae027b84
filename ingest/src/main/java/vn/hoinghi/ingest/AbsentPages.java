package vn.hoinghi.ingest;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import vn.hoinghi.content.Page;

/**
 * Many sites never answer 404: they say "page not found" with status 200, or lead whoever asks for
 * a lost article to their home page. Taken for the article, that would be a revision without any of
 * its facts. Both are told by tables of what such pages say ({@code absent-pages.txt}) and where
 * such addresses lead ({@code absent-paths.txt}).
 */
final class AbsentPages {
  private static final AbsentPages STANDARD =
      new AbsentPages(
          DataFile.lines("absent-pages.txt"), Set.copyOf(DataFile.lines("absent-paths.txt")));

  /** Whoever has more to say than an apology and some links writes about something else. */
  private static final int MAX_CHARS = 1_000;

  private static final int MAX_LINES = 4;

  private final List<String> phrases;
  private final Set<String> paths;

  private AbsentPages(List<String> phrases, Set<String> paths) {
    this.phrases = phrases;
    this.paths = paths;
  }

  static AbsentPages standard() {
    return STANDARD;
  }

  /** Whether a page announces that what was asked for is not there. */
  boolean announcedBy(Page page) {
    return page.text().length() <= MAX_CHARS
        && (begins(page.title()) || page.text().lines().limit(MAX_LINES).anyMatch(this::begins));
  }

  private boolean begins(String line) {
    String words = " " + words(line) + " ";
    return phrases.stream().anyMatch(phrase -> words.startsWith(" " + phrase + " "));
  }

  private static String words(String line) {
    return line.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }

  /** Whether an article's address that leads here leads to no article. */
  boolean isBehind(CanonicalUrl target) {
    String path = target.path().toLowerCase(Locale.ROOT);
    String bare = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    return bare.isEmpty() || paths.contains(bare);
  }
}
