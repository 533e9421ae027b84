package vn.hoinghi.standalone;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import vn.hoinghi.avro.RawArticle;
import vn.hoinghi.avro.RawStatus;

/**
 * Invented reports as pages of a site: amid a head, styles, a script and menus, so that reading
 * them costs what reading a page costs.
 */
final class NewsPages {
  private static final String HEAD =
      """
      <!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>%1$s</title>
      <meta property="og:title" content="%1$s"><meta property="article:published_time" content="%2$s">
      <style>%3$s</style><script>%4$s</script></head><body><nav><ul>%5$s</ul></nav>
      <main><article><h1>%1$s</h1>%6$s</article></main>
      <aside><ul>%5$s</ul></aside><footer><p>Giấy phép số 12/GP-TTĐT</p></footer></body></html>
      """;
  private static final String STYLE = ".c%d{margin:%dpx 0;color:#%06x;background:url(/i/%d.png)}\n";
  private static final String SCRIPT = "window.q=window.q||[];q.push(['track',%d,'%x']);\n";
  private static final String LINK =
      "<li class=\"c%d\"><a href=\"/chuyen-muc-%d/\">Mục %d</a></li>\n";

  private final String style;
  private final String script;
  private final String links;

  /**
   * @param bytes about what one page comes to
   */
  NewsPages(int bytes) {
    int frame = Math.max(0, bytes - 3_000);
    style = repeated(STYLE, frame / 3);
    script = repeated(SCRIPT, frame / 3);
    links = repeated(LINK, frame / 6);
  }

  private static String repeated(String line, int bytes) {
    var lines = new StringBuilder();
    for (int i = 1; lines.length() < bytes; i++) {
      lines.append(line.formatted(i, i * 7 % 41, i * 7919 % 0xffffff, i));
    }
    return lines.toString();
  }

  /** The same with pages instead of texts. */
  List<RawArticle> of(List<RawArticle> texts) {
    return texts.stream().map(this::page).toList();
  }

  private RawArticle page(RawArticle raw) {
    if (raw.getStatus() == RawStatus.GONE) {
      return raw;
    }
    String text = StandardCharsets.UTF_8.decode(raw.getBody().duplicate()).toString();
    List<String> lines = text.lines().toList();
    var paragraphs = new StringBuilder();
    lines.subList(1, lines.size()).forEach(line -> paragraphs.append("<p>" + line + "</p>\n"));
    String page =
        HEAD.formatted(
            lines.get(0),
            raw.getPublishedHint() + "T08:00:00+07:00",
            style,
            script,
            links,
            paragraphs);
    return RawArticle.newBuilder(raw)
        .setMediaType(
            raw.getMediaType().equals("text/plain") ? "text/html" : "application/xhtml+xml")
        .setBody(ByteBuffer.wrap(page.getBytes(StandardCharsets.UTF_8)))
        .build();
  }
}
