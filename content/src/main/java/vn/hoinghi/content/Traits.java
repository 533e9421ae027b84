package vn.hoinghi.content;

import java.util.Locale;
import org.jsoup.nodes.Attributes;
import org.jsoup.nodes.Element;

/**
 * What the attributes of one element say; used again for each element. Attributes are looked up one
 * by one in an order in which most elements have no more left after the first.
 */
final class Traits {
  /** The place of the text is as that of the text around. */
  static final byte INHERITED = -1;

  private final Hints hints;
  private Attributes attributes = new Attributes();
  private int left;

  /** Hints of class, id and role as bits. */
  int hint;

  boolean articleBody;
  boolean hidden;
  boolean bold;
  boolean styled;

  /** Whether it says when the article was published or otherwise carries a time. */
  boolean published;

  boolean stamped;

  /** 0 as usual, 1 centred, 2 to the right, or {@link #INHERITED}. */
  byte align;

  /** The level of an element that plays a heading, or 0. */
  int heading;

  Traits(Hints hints) {
    this.hints = hints;
  }

  void read(Element element) {
    hint = 0;
    articleBody = hidden = bold = styled = published = stamped = false;
    align = INHERITED;
    heading = 0;
    left = element.attributesSize();
    if (left > 0) {
      attributes = element.attributes();
      hint = hints.of(take("class")) | hints.of(take("id"));
      String style = take("style");
      styled = !style.isEmpty();
      if (styled) {
        style(style);
      }
    }
    if (left > 0) {
      rarer();
    }
  }

  private String take(String key) {
    if (left == 0) {
      return "";
    }
    String value = attributes.get(key);
    left -= value.isEmpty() ? 0 : 1;
    return value;
  }

  private void style(String style) {
    bold = style.contains("bold");
    int at = style.indexOf("text-align");
    if (at >= 0) {
      align = align(style, at + "text-align".length());
    }
    hidden =
        style.contains("none")
            && style.replace(" ", "").toLowerCase(Locale.ROOT).contains("display:none");
  }

  private void rarer() {
    String itemprop = take("itemprop");
    String align = take("align");
    if (!align.isEmpty() && this.align == INHERITED) {
      this.align = align(align, 0);
    }
    String dataRole = take("data-role");
    if (left > 0) {
      hidden |= attributes.hasKey("hidden");
      heading = take("role").equals("heading") ? level() : 0;
      published = left > 0 && attributes.hasKey("pubdate");
    }
    roles(itemprop, dataRole);
  }

  private void roles(String itemprop, String dataRole) {
    articleBody = itemprop.equals("articleBody");
    published |= itemprop.equals("datePublished") || itemprop.equals("dateCreated");
    stamped = published || dataRole.equals("publishdate");
    if (itemprop.equals("dateModified")) {
      published = stamped = false;
    }
    hint |=
        switch (itemprop) {
          case "articleBody" -> Hint.BODY.bit();
          case "headline" -> Hint.TITLE.bit();
          case "datePublished" -> Hint.DATE.bit();
          case "author" -> Hint.AUTHOR.bit();
          default -> roleHint(dataRole);
        };
  }

  private static int roleHint(String dataRole) {
    return switch (dataRole) {
      case "title" -> Hint.TITLE.bit();
      case "sapo" -> Hint.LEAD.bit();
      case "publishdate" -> Hint.DATE.bit();
      case "author" -> Hint.AUTHOR.bit();
      case "content" -> Hint.BODY.bit();
      default -> 0;
    };
  }

  private int level() {
    String level = attributes.get("aria-level");
    char first = level.isEmpty() ? ' ' : level.charAt(0);
    return first >= '1' && first <= '6' ? first - '0' : 2;
  }

  /** What stands behind "text-align" or in an attribute. */
  private static byte align(String value, int from) {
    int at = from;
    while (at < value.length()
        && (value.charAt(at) == ':' || Character.isWhitespace(value.charAt(at)))) {
      at++;
    }
    if (starts(value, at, "center")) {
      return 1;
    }
    if (starts(value, at, "right")) {
      return 2;
    }
    return starts(value, at, "left") || starts(value, at, "justify") ? 0 : INHERITED;
  }

  private static boolean starts(String value, int at, String word) {
    return value.regionMatches(true, at, word, 0, word.length());
  }
}
