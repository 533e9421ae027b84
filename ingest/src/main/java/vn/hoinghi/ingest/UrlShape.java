package vn.hoinghi.ingest;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the addresses of one site's articles have in common: how deep they stand, how they end, and
 * how the last piece is made (a number, words with a number, many words, a word). Two articles of a
 * site have the same shape, an article and a section mostly have not.
 *
 * @param template equal for addresses that are made alike
 * @param specific whether addresses made like this are those of single pages: they carry a number,
 *     a date or the words of a headline
 */
record UrlShape(String template, boolean specific) {
  private static final int ID_DIGITS = 4;
  private static final int HEADLINE_WORDS = 4;
  private static final Pattern NUMBER = Pattern.compile("[0-9]+");
  private static final Pattern ID = Pattern.compile("[0-9]{" + ID_DIGITS + "}");
  private static final Pattern DATE = Pattern.compile("(19|20)[0-9]{2}([/-]?[01]?[0-9]){0,2}");

  static UrlShape of(CanonicalUrl url) {
    String[] pieces = url.path().substring(1).split("/", -1);
    String leaf = pieces[pieces.length - 1];
    String ending = "";
    int dot = leaf.lastIndexOf('.');
    if (dot > 0 && leaf.length() - dot <= 6) {
      ending = leaf.substring(dot).toLowerCase(Locale.ROOT);
      leaf = leaf.substring(0, dot);
    }
    String inner =
        Arrays.stream(pieces, 0, pieces.length - 1)
            .map(piece -> NUMBER.matcher(piece).matches() ? "#" : "-")
            .collect(Collectors.joining("/"));
    boolean dated = inner.contains("#") && DATE.matcher(years(pieces)).find();
    String kind = kindOf(leaf);
    String query = query(url);
    boolean numbered = query.contains("=#");
    return new UrlShape(
        inner + "/" + kind + ending + query, !kind.equals("w") || dated || numbered);
  }

  private static String years(String[] pieces) {
    return Arrays.stream(pieces, 0, pieces.length - 1)
        .filter(piece -> NUMBER.matcher(piece).matches())
        .collect(Collectors.joining("/"));
  }

  private static String kindOf(String leaf) {
    if (leaf.length() >= ID_DIGITS && NUMBER.matcher(leaf).matches()) {
      return "#";
    }
    if (ID.matcher(leaf).find()) {
      return "w#";
    }
    return leaf.split("[-_]|%20", -1).length >= HEADLINE_WORDS ? "w-w" : "w";
  }

  /** The names of the parameters, and which of them hold a long number. */
  private static String query(CanonicalUrl url) {
    int question = url.pathAndQuery().indexOf('?');
    if (question < 0) {
      return "";
    }
    return Arrays.stream(url.pathAndQuery().substring(question + 1).split("&", -1))
        .map(UrlShape::parameter)
        .sorted()
        .collect(Collectors.joining("&", "?", ""));
  }

  private static String parameter(String parameter) {
    String[] parts = parameter.split("=", 2);
    String value = parts.length < 2 ? "" : parts[1];
    boolean id = value.length() >= ID_DIGITS - 1 && NUMBER.matcher(value).matches();
    return parts[0].toLowerCase(Locale.ROOT) + (id ? "=#" : "=");
  }
}
