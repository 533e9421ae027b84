package vn.hoinghi.content;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.jsoup.select.QueryParser;
import org.jsoup.select.Selector.SelectorParseException;

/**
 * A site of which the page reader makes the wrong thing can be told apart by the one who knows it:
 * CSS selectors say where its pages keep headline, text, date and author. What they find is put
 * into a plain page, which is then read like any other, so that the rest of the rules still hold;
 * what they do not find is left to the rules.
 *
 * @param title where the headline is, or null
 * @param text where the paragraphs are, or null
 * @param date where the day of publication is, or null
 * @param author where the author's name is, or null
 */
public record Selectors(String title, String text, String date, String author) {
  /** Leaves everything to the rules. */
  public static final Selectors NONE = new Selectors(null, null, null, null);

  /**
   * Checks the selectors.
   *
   * @throws IllegalArgumentException where one is no CSS selector
   */
  public Selectors {
    check(title);
    check(text);
    check(date);
    check(author);
  }

  private static void check(String selector) {
    try {
      if (selector != null) {
        QueryParser.parse(selector);
      }
    } catch (SelectorParseException | IllegalArgumentException e) {
      throw new IllegalArgumentException("no CSS selector: " + selector, e);
    }
  }

  /** Rewrites a page so that its plain marks say what the selectors find in it. */
  void apply(Document page) {
    Element heading = first(page, title);
    Element day = first(page, date);
    Element writer = first(page, author);
    Elements paragraphs = text == null ? new Elements() : page.select(text);
    if (heading != null) {
      page.head().select("meta[property~=title], meta[name~=title]").remove();
      page.title(heading.text());
    }
    if (day != null) {
      page.select("script[type=application/ld+json]").remove();
      page.select("meta[property~=date|time|publish], meta[name~=date|time|publish]").remove();
    }
    if (writer != null) {
      page.head().select("meta[name=author]").remove();
      page.head().appendElement("meta").attr("name", "author").attr("content", writer.text());
    }
    if (!paragraphs.isEmpty() && !paragraphs.text().isBlank()) {
      narrow(page, heading, day, paragraphs);
    }
  }

  private static void narrow(Document page, Element heading, Element day, Elements paragraphs) {
    Element article = new Element("article").attr("itemprop", "articleBody");
    if (heading != null) {
      article.appendElement("h1").text(heading.text());
    }
    if (day != null) {
      article.appendElement("p").appendChild(day.clone());
    }
    for (Element found : paragraphs) {
      boolean inside = found.parents().stream().anyMatch(paragraphs::contains);
      if (!inside) {
        article.appendChild(found.clone());
      }
    }
    page.body().empty().appendChild(article);
  }

  private static Element first(Document page, String selector) {
    Element found = selector == null ? null : page.selectFirst(selector);
    return found == null || found.text().isBlank() ? null : found;
  }
}
