package vn.hoinghi.enrich.mention;

import java.time.Instant;
import java.util.Objects;
import vn.hoinghi.enrich.outlet.Outlet;

/**
 * What is known of an article before it is read.
 *
 * @param title headline; may be empty
 * @param text NFC; the headline is its first line, paragraphs are separated by one line feed
 * @param publishedAt ISO 8601 instant or date-time, or a bare day; null where unknown
 * @param fetchedAt when it was captured; null where unknown
 * @param outlet who published it; null where unknown
 */
public record ArticleText(
    String title, String text, String publishedAt, Instant fetchedAt, Outlet outlet) {

  public ArticleText {
    Objects.requireNonNull(text, "text");
    title = title == null ? "" : title;
  }
}
