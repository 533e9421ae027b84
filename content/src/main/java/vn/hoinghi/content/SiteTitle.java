package vn.hoinghi.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Titles come as "Headline | Báo X", "Chính trị - Headline - Cổng thông tin điện tử tỉnh Y". The
 * parts that name the site or a section are taken off at both ends; a dash inside the headline
 * stays.
 */
final class SiteTitle {
  private static final int MAX_SITE_WORDS = 14;
  private static final Set<String> NOT_A_PAPER = Set.of("cao", "chi", "dong", "dam", "ve");
  private final Labels labels;
  private final String siteKey;
  private final String hostKey;

  SiteTitle(Labels labels, String siteName, String url) {
    this.labels = labels;
    this.siteKey = Words.key(siteName);
    this.hostKey = hostKey(url);
  }

  /** The title without the names of site and section; empty where nothing else is in it. */
  String headline(String title) {
    List<int[]> parts = parts(title);
    int first = 0;
    int last = parts.size() - 1;
    while (last >= first && isNoHeadline(part(title, parts, last))) {
      last--;
    }
    while (first <= last && isNoHeadline(part(title, parts, first))) {
      first++;
    }
    return first > last ? "" : title.substring(parts.get(first)[0], parts.get(last)[1]).strip();
  }

  /** Whether the phrase names the site or a section. */
  boolean isNoHeadline(String phrase) {
    Phrase words = labels.read(phrase, MAX_SITE_WORDS + 1);
    if (words.isEmpty()) {
      return true;
    }
    if (words.has(MAX_SITE_WORDS)) {
      return false;
    }
    if (labels.is(words, Label.SECTION) || labels.is(words, Label.TOOL)) {
      return true;
    }
    return endsLikeHost(phrase) || namesSite(phrase, words) || isSite(Words.key(phrase));
  }

  private boolean isSite(String key) {
    if (key.equals(siteKey)) {
      return true;
    }
    String compact = key.replace(" ", "");
    return !hostKey.isEmpty() && (compact.equals(hostKey) || hostKey.equals("bao" + compact));
  }

  private boolean namesSite(String phrase, Phrase words) {
    int n = labels.wordsAt(words, 0, Label.SITE.bit());
    if (n == 0) {
      return false;
    }
    if (n > 1) {
      return true;
    }
    boolean paper = words.size() <= 6;
    return paper && (words.size() == 1 || !NOT_A_PAPER.contains(Words.of(phrase, 2).get(1)));
  }

  private static boolean endsLikeHost(String phrase) {
    String end = phrase.strip();
    return end.indexOf(' ') < 0
        && (end.endsWith(".vn") || end.endsWith(".com") || end.endsWith(".net"));
  }

  private static String part(String title, List<int[]> parts, int i) {
    return title.substring(parts.get(i)[0], parts.get(i)[1]);
  }

  private static List<int[]> parts(String title) {
    List<int[]> parts = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < title.length(); i++) {
      char c = title.charAt(i);
      boolean always = c == '|' || c == '»' || c == '›' || c == '•' || c == '·';
      boolean spaced =
          (c == '-' || c == '–' || c == '—' || c == '>' || c == ':')
              && i > 0
              && i + 1 < title.length()
              && (title.charAt(i - 1) == ' ' || title.charAt(i - 1) == ':')
              && (title.charAt(i + 1) == ' ' || title.charAt(i + 1) == ':');
      if (always || spaced) {
        parts.add(new int[] {start, i});
        start = i + 1;
      }
    }
    parts.add(new int[] {start, title.length()});
    return parts;
  }

  private static String hostKey(String url) {
    if (url == null) {
      return "";
    }
    int start = url.indexOf("://");
    String host = start < 0 ? url : url.substring(start + 3);
    int slash = host.indexOf('/');
    host = slash < 0 ? host : host.substring(0, slash);
    host = host.startsWith("www.") ? host.substring(4) : host;
    int dot = host.indexOf('.');
    return dot <= 0 ? "" : Words.key(host.substring(0, dot)).replace(" ", "");
  }
}
