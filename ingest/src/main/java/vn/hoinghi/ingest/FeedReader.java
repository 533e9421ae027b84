package vn.hoinghi.ingest;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import vn.hoinghi.avro.FetchKind;
import vn.hoinghi.schemas.Reason;

/**
 * Feeds: RSS 0.9x to 2.0, RDF and Atom by ROME, JSON Feed by Jackson. What ROME refuses, because it
 * is ill-formed as feeds often are, and what it leaves out, jsoup's lenient XML parser reads. Only
 * links, dates of change and the next page are taken.
 *
 * <p>An entry is the address it links to, not its guid: outlets give one guid to several stories
 * and several guids to one. So an entry repeated is one address, and one without an address is
 * none.
 */
final class FeedReader implements ListingReader {
  static final int MAX_ENTRIES = 5_000;
  private static final Set<String> ENTRIES = Set.of("item", "entry");
  private static final Set<String> ROOTS = Set.of("rss", "feed", "rdf", "channel");

  /** What one parser made of a feed. */
  record Read(List<Links.Link> links, String next) {}

  @Override
  public Links read(byte[] body, CanonicalUrl url, String charset) throws Refused {
    String text = XmlText.decode(body, charset).strip();
    if (text.startsWith("{")) {
      return JsonFeed.read(text, url);
    }
    XmlGuard.Safe safe = XmlGuard.check(text, ENTRIES, MAX_ENTRIES);
    if (safe.root() == null || !ROOTS.contains(safe.root().toLowerCase(Locale.ROOT))) {
      throw new Refused(
          Reason.FEED_NOT_XML, "no feed but <" + Text.printable(safe.root(), 40) + ">");
    }
    Read read = read(safe, url);
    int behindLimit = Math.max(safe.entries() - MAX_ENTRIES, 0);
    return Links.upTo(MAX_ENTRIES, read.links(), behindLimit, Reason.FEED_LIMIT)
        .withNext(read.next());
  }

  private static Read read(XmlGuard.Safe safe, CanonicalUrl url) {
    // ROME resolves xml:base in Atom only.
    boolean well = !safe.cut() && !safe.xml().contains("xml:base");
    Read strict = well ? RomeFeed.read(safe.xml(), url) : null;
    if (strict != null && strict.links().size() >= safe.entries()) {
      return strict;
    }
    Read loose = LooseFeed.read(safe.xml(), url);
    return strict != null && strict.links().size() >= loose.links().size() ? strict : loose;
  }

  /** Adds an entry; one without a usable address names no article, and its neighbours still do. */
  static void add(List<Links.Link> links, CanonicalUrl base, String reference, Instant modified) {
    try {
      links.add(new Links.Link(Links.resolve(base, reference), FetchKind.ARTICLE, modified));
    } catch (Refused e) {
      // no article
    }
  }

  /** An address on the feed's page, or null. */
  static String page(CanonicalUrl base, String reference) {
    try {
      return reference == null || reference.isBlank() ? null : Links.resolve(base, reference);
    } catch (Refused e) {
      return null;
    }
  }
}
