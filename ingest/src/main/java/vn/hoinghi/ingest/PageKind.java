package vn.hoinghi.ingest;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import vn.hoinghi.schemas.Reason;

/**
 * Whether a body is a page of text. Servers mislabel, so the first bytes are looked at too (after
 * the WHATWG MIME sniffing standard, §6 and §7.1, as far as it concerns pages).
 */
final class PageKind {
  private static final Set<String> PAGES =
      Set.of("text/html", "application/xhtml+xml", "text/plain");
  private static final int SNIFFED = 512;
  private static final List<String> NO_PAGE =
      List.of(
          "%PDF-",
          "\u0089PNG",
          "\u00ff\u00d8\u00ff",
          "GIF8",
          "PK\u0003\u0004",
          "\u001f\u008b",
          "RIFF",
          "\u007fELF",
          "\u00d0\u00cf\u0011\u00e0");

  private PageKind() {}

  /** Why this answer is no page, or null. */
  static Reason objection(Fetched fetched) {
    String declared = fetched.mediaType();
    if (declared != null && !PAGES.contains(declared)) {
      return Reason.FETCH_MEDIA_TYPE;
    }
    String head = head(fetched.body());
    if (head.isBlank()) {
      return Reason.TEXT_EMPTY;
    }
    boolean binary = NO_PAGE.stream().anyMatch(head::startsWith) || head.startsWith("ftyp", 4);
    return binary || (declared == null && !head.stripLeading().startsWith("<"))
        ? Reason.FETCH_MEDIA_TYPE
        : null;
  }

  /** As declared; HTML where nothing was. */
  static String mediaType(Fetched fetched) {
    return fetched.mediaType() == null ? "text/html" : fetched.mediaType();
  }

  private static String head(byte[] body) {
    String head = new String(body, 0, Math.min(body.length, SNIFFED), StandardCharsets.ISO_8859_1);
    return head.startsWith("\u00ef\u00bb\u00bf") ? head.substring(3) : head;
  }
}
