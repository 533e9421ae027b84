package vn.hoinghi.standalone.demo;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What an outlet wrote on one page, free of any layout.
 *
 * @param summary the lead in bold under the headline; null where the outlet has none
 * @param body paragraphs separated by an empty line
 * @param headlines the links of a page that only lists others; empty for an article
 * @param hidden under a path that robots.txt forbids: listed, but never to be fetched
 */
record Page(
    String path,
    String section,
    String title,
    String summary,
    OffsetDateTime published,
    String author,
    String caption,
    String origin,
    List<String> tags,
    List<Comment> comments,
    boolean hidden,
    List<String> headlines,
    String body) {

  /** What a reader wrote under an article. */
  record Comment(String name, String text) {}

  Page {
    tags = Objects.requireNonNullElse(tags, List.of());
    headlines = Objects.requireNonNullElse(headlines, List.of());
    comments = Objects.requireNonNullElse(comments, List.of());
  }

  boolean listing() {
    return !headlines.isEmpty();
  }

  List<String> paragraphs() {
    return Stream.of(body.strip().split("\n\\s*\n"))
        .map(paragraph -> paragraph.replace('\n', ' ').strip())
        .toList();
  }
}
