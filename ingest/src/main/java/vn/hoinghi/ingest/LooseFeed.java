package vn.hoinghi.ingest;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * A feed of whatever make and however broken: what stands in elements named {@code item} or {@code
 * entry}, at the addresses they give after {@code xml:base} (W3C XML Base).
 */
final class LooseFeed {
  private LooseFeed() {}

  static FeedReader.Read read(String xml, CanonicalUrl url) {
    Document feed = Jsoup.parse(xml, "", Parser.xmlParser());
    var links = new ArrayList<Links.Link>();
    String next = null;
    for (Element each : feed.getAllElements()) {
      String name = name(each);
      if (name.equals("item") || name.equals("entry")) {
        FeedReader.add(links, base(each, url), linkOf(each), null);
      } else if (next == null && name.equals("link") && leadsOn(each.attr("rel"))) {
        next = FeedReader.page(base(each, url), each.attr("href"));
      }
    }
    return new FeedReader.Read(links, next);
  }

  /** Whether a link of that relation leads to older entries. */
  static boolean leadsOn(String rel) {
    return "next".equals(rel) || "prev-archive".equals(rel);
  }

  private static String linkOf(Element entry) {
    String link = null;
    String other = entry.hasAttr("rdf:about") ? entry.attr("rdf:about") : entry.attr("href");
    for (Element child : entry.children()) {
      String text = child.text().strip();
      String name = name(child);
      if (name.equals("origlink")) {
        return text;
      } else if (name.equals("link")) {
        link = link == null ? target(child, text) : link;
      } else if (name.equals("guid")) {
        other = child.attr("isPermaLink").equalsIgnoreCase("false") ? other : text;
      } else if (name.equals("id")) {
        other = text.startsWith("http") ? text : other;
      }
    }
    return link == null || link.isBlank() ? other : link;
  }

  /** Null where the link leads to something else than the entry's page. */
  private static String target(Element link, String text) {
    String rel = link.attr("rel");
    boolean page = rel.isEmpty() || rel.equals("alternate") || rel.endsWith("/relation/alternate");
    if (!page) {
      return null;
    }
    return link.hasAttr("href") ? link.attr("href") : text;
  }

  /** The name without prefix, in lower case. */
  private static String name(Element element) {
    String name = element.tagName().toLowerCase(Locale.ROOT);
    return name.substring(name.indexOf(':') + 1);
  }

  private static CanonicalUrl base(Element element, CanonicalUrl url) {
    Deque<String> bases = new ArrayDeque<>();
    for (Element each = element; each != null; each = each.parent()) {
      if (each.hasAttr("xml:base")) {
        bases.push(each.attr("xml:base"));
      }
    }
    CanonicalUrl base = url;
    for (String each : bases) {
      try {
        base = CanonicalUrl.addressOf(Links.resolve(base, each));
      } catch (Refused e) {
        // A base that is no address changes nothing.
      }
    }
    return base;
  }
}
