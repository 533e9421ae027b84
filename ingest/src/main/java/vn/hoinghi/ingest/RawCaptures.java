package vn.hoinghi.ingest;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.hoinghi.avro.RawArticle;
import vn.hoinghi.avro.RawOrigin;
import vn.hoinghi.avro.RawStatus;
import vn.hoinghi.schemas.ContentIds;

/** The records that a visit may publish: the page as it came, or its withdrawal. */
final class RawCaptures {
  private static final int MAX_HEADER_CHARS = 1024;
  private static final List<String> KEPT_HEADERS =
      List.of("content-type", "content-language", "last-modified", "etag", "date", "x-robots-tag");

  private RawCaptures() {}

  static RawArticle article(Visit visit, Instant firstIngestedAt) {
    return raw(visit, firstIngestedAt)
        .setStatus(RawStatus.FETCHED)
        .setMediaType(PageKind.mediaType(visit.fetched()))
        .setCharset(visit.fetched().charset())
        .setHeaders(keptHeaders(visit.fetched()))
        .setBody(ByteBuffer.wrap(visit.fetched().body()))
        .build();
  }

  static RawArticle withdrawal(Visit visit) {
    return raw(visit, visit.before().getFirstIngestedAt())
        .setStatus(RawStatus.GONE)
        .setBody(ByteBuffer.allocate(0))
        .build();
  }

  private static RawArticle.Builder raw(Visit visit, Instant firstIngestedAt) {
    String url = visit.before().getUrl();
    return RawArticle.newBuilder()
        .setArticleId(ContentIds.articleId(url))
        .setUrl(url)
        .setOutlet(visit.outlet().host())
        .setFetchedAt(visit.at())
        .setIngestedAt(firstIngestedAt)
        .setOrigin(RawOrigin.WEB)
        .setHttpStatus(visit.fetched().status());
  }

  /** Those of an answer that stay with the article. */
  static Map<String, String> keptHeaders(Fetched fetched) {
    var kept = new TreeMap<String, String>();
    for (String name : KEPT_HEADERS) {
      String value = fetched.header(name);
      if (value != null) {
        kept.put(name, Text.printable(value, MAX_HEADER_CHARS));
      }
    }
    return kept;
  }
}
