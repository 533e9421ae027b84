package vn.hoinghi.enrich.content;

import java.nio.charset.StandardCharsets;
import org.jsoup.Jsoup;
import vn.hoinghi.schemas.Reason;

/** Reads a captured page as a careful reader does: headline, main text, times, author, origin. */
public final class PageReader {
  private PageReader() {}

  /** The reader with the rules that ship with this version. Safe for many threads. */
  public static PageReader standard() {
    return new PageReader();
  }

  /**
   * Reads one page.
   *
   * @throws UnreadablePageException where the bytes are no text, ask for too much work or say
   *     nothing
   */
  public Page read(Capture capture) throws UnreadablePageException {
    String source = new String(capture.body(), StandardCharsets.UTF_8);
    if (source.isBlank()) {
      throw new UnreadablePageException(Reason.TEXT_EMPTY, "no text");
    }
    String text =
        source.indexOf('<') < 0 ? source.strip() : Jsoup.parse(source).body().wholeText().strip();
    String title = text.lines().findFirst().orElse("");
    return new Page(title, text, capture.publishedHint(), null, null, null, "vi");
  }
}
