package vn.hoinghi.content;

/**
 * What a reader sees of an article.
 *
 * @param title the headline, free of section and site names; never null
 * @param text NFC; the headline is the first line, then the paragraphs, each ended by one line feed
 *     except the last; spans of evidence count its code points
 * @param publishedAt ISO 8601 with zone, or a bare day, or null where the page does not tell
 * @param publishedFrom {@code json-ld}, {@code meta}, {@code time}, {@code text}, {@code url} or
 *     {@code manifest}; null with publishedAt
 * @param author as written, or null
 * @param origin whom the outlet reprints, as written ("TTXVN"), or null
 * @param language BCP 47; {@code und} where nothing tells
 */
public record Page(
    String title,
    String text,
    String publishedAt,
    String publishedFrom,
    String author,
    String origin,
    String language) {}
