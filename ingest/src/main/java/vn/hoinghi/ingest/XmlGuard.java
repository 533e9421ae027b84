package vn.hoinghi.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.hoinghi.schemas.Reason;

/**
 * Looks at XML before a parser does. Parsers recurse into nesting (5,000 levels end ROME's, 35 KB
 * of bytes), expand entities, and refuse the harmless DOCTYPE that old feeds begin with. One linear
 * walk over the tags finds all three: too deep and self-defined entities are refused, a plain
 * DOCTYPE is cut out, entries beyond a limit are cut off.
 */
final class XmlGuard {
  private static final int MAX_DEPTH = 256;
  private static final int MAX_TAG_CHARS = 256 * 1024;
  private static final int MAX_ATTRIBUTES = 1_000;

  /** HTML in a feed that should have been escaped: these never end. */
  private static final Set<String> VOID = Set.of("br", "hr", "img", "input", "wbr");

  private static final Pattern NOT_XML =
      Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]");

  /**
   * XML that parsers may see.
   *
   * @param root local name of the first element, null where there is none
   * @param entries how many entry elements it held
   * @param cut whether entries were cut off, which leaves it ill-formed
   */
  record Safe(String xml, String root, int entries, boolean cut) {}

  private final String xml;
  private final Set<String> entryNames;
  private final int maxEntries;
  private final StringBuilder kept;
  private final List<String> open = new ArrayList<>();
  private int copiedTo;
  private int entries;
  private int cutAt = -1;
  private String root;

  private XmlGuard(String xml, Set<String> entryNames, int maxEntries) {
    this.xml = xml;
    this.entryNames = entryNames;
    this.maxEntries = maxEntries;
    this.kept = new StringBuilder();
  }

  /**
   * @param entryNames local names of the elements that count as entries
   * @throws Refused {@link Reason#FEED_DEPTH}, {@link Reason#FEED_DOCTYPE}, {@link
   *     Reason#FEED_NOT_XML}
   */
  static Safe check(String text, Set<String> entryNames, int maxEntries) throws Refused {
    Matcher controls = NOT_XML.matcher(text);
    String xml = controls.find() ? controls.replaceAll("") : text;
    int start = xml.indexOf('<');
    if (start < 0) {
      throw new Refused(Reason.FEED_NOT_XML, "no markup");
    }
    return new XmlGuard(xml.substring(start), entryNames, maxEntries).walk();
  }

  private Safe walk() throws Refused {
    int at = 0;
    while (at >= 0 && at < xml.length() && cutAt < 0) {
      at = xml.indexOf('<', at);
      if (at >= 0) {
        at = step(at);
      }
    }
    int end = cutAt < 0 ? xml.length() : cutAt;
    // Copied only where something is left out: lists may have megabytes.
    boolean whole = copiedTo == 0 && cutAt < 0;
    String safe = whole ? xml : kept.append(xml, copiedTo, end).toString();
    int all = cutAt < 0 ? entries : entries + countEntriesFrom(cutAt);
    return new Safe(safe, root, all, cutAt >= 0);
  }

  /** Passes one piece of markup; returns where the next may begin, -1 at the end. */
  private int step(int at) throws Refused {
    if (xml.startsWith("<!--", at)) {
      return behind("-->", at + 4);
    }
    if (xml.startsWith("<![CDATA[", at)) {
      return behind("]]>", at + 9);
    }
    if (xml.startsWith("<?", at)) {
      return behind("?>", at + 2);
    }
    if (xml.startsWith("<!", at)) {
      return declaration(at);
    }
    return tag(at);
  }

  private int declaration(int at) throws Refused {
    int end = xml.indexOf('>', at);
    int subset = xml.indexOf('[', at);
    if (end < 0) {
      return -1; // cut off; what stood before it stands
    }
    if (root != null || (subset >= 0 && subset < end)) {
      throw new Refused(Reason.FEED_DOCTYPE, "a DOCTYPE that declares things of its own");
    }
    kept.append(xml, copiedTo, at);
    copiedTo = end + 1;
    return end + 1;
  }

  private int tag(int at) throws Refused {
    int end = tagEnd(at);
    if (end < 0) {
      return -1;
    }
    if (xml.charAt(at + 1) == '/') {
      closed(localName(at + 2));
      return end + 1;
    }
    String name = localName(at + 1);
    if (root == null) {
      root = name;
    }
    if (entryNames.contains(name) && entries++ == maxEntries) {
      entries--;
      cutAt = at;
      return -1;
    }
    if (xml.charAt(end - 1) != '/' && !VOID.contains(name)) {
      open.add(name);
    }
    if (open.size() > MAX_DEPTH) {
      throw new Refused(
          Reason.FEED_DEPTH, "more than " + MAX_DEPTH + " elements deep" + atLine(at));
    }
    return end + 1;
  }

  /** As lenient parsers do: an end tag also ends what was left open within its element. */
  private void closed(String name) {
    int at = open.lastIndexOf(name);
    if (at >= 0) {
      open.subList(at, open.size()).clear();
    }
  }

  /** The {@code >} of the tag, quoted ones passed over. */
  private int tagEnd(int at) throws Refused {
    char quote = 0;
    int attributes = 0;
    int last = Math.min(xml.length(), at + MAX_TAG_CHARS);
    for (int i = at + 1; i < last; i++) {
      char c = xml.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '>') {
        return i;
      } else if (c == '=' && ++attributes > MAX_ATTRIBUTES) {
        throw notXml("a tag of more than " + MAX_ATTRIBUTES + " attributes", at);
      }
    }
    if (last < xml.length()) {
      throw notXml("a tag of more than " + MAX_TAG_CHARS + " characters", at);
    }
    return -1;
  }

  private String localName(int from) {
    int end = from;
    while (end < xml.length() && " \t\r\n/>".indexOf(xml.charAt(end)) < 0) {
      end++;
    }
    String name = xml.substring(from, end);
    return name.substring(name.indexOf(':') + 1);
  }

  private int countEntriesFrom(int from) {
    int count = 0;
    for (int at = xml.indexOf('<', from); at >= 0; at = xml.indexOf('<', at + 1)) {
      count += entryNames.contains(localName(at + 1)) ? 1 : 0;
    }
    return count;
  }

  private int behind(String mark, int from) {
    int at = xml.indexOf(mark, from);
    return at < 0 ? -1 : at + mark.length();
  }

  private Refused notXml(String why, int at) {
    return new Refused(Reason.FEED_NOT_XML, why + atLine(at));
  }

  private String atLine(int at) {
    return " in line " + (1 + xml.substring(0, at).chars().filter(c -> c == '\n').count());
  }
}
