package vn.hoinghi.schemas;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Objects;
import java.util.regex.Pattern;
import vn.hoinghi.avro.Correction;
import vn.hoinghi.avro.RawArticle;

/** The ids made of content: the same bytes give the same id on every machine, for ever. */
public final class ContentIds {
  /** {@code www.} counts only before a name that has a dot of its own. */
  private static final Pattern SPELLING = Pattern.compile("^https?://(?:www\\.(?=[^/?:.]+\\.))?");

  private ContentIds() {}

  /**
   * {@code articleId}: SHA-256 of the canonical URL as it is told apart from others ({@link
   * #identity}), 64 hex digits.
   */
  public static String articleId(String canonicalUrl) {
    return Sha256.hex(identity(canonicalUrl));
  }

  /**
   * One spelling for all addresses of one article: with {@code https}, and without {@code www.} in
   * front of the host. A site that moves to TLS, or calls itself by the other name, would otherwise
   * publish all of its archive a second time; no outlet is known that has two articles there.
   */
  public static String identity(String canonicalUrl) {
    return SPELLING.matcher(canonicalUrl).replaceFirst("https://");
  }

  /**
   * SHA-256 over everything of a raw article that enrichment reads, so that equal hashes mean equal
   * articles.
   */
  public static String contentHash(RawArticle raw) {
    MessageDigest digest = Sha256.digest();
    for (String part :
        new String[] {
          raw.getStatus().name(),
          raw.getUrl(),
          raw.getOutlet(),
          raw.getMediaType(),
          raw.getCharset(),
          raw.getPublishedHint()
        }) {
      update(digest, part);
    }
    digest.update(raw.getBody().duplicate());
    return Sha256.hex(digest);
  }

  /**
   * {@code eventId}: the first 128 bits of SHA-256 over shard and anchor article, 32 hex digits.
   */
  public static String eventId(String shard, String anchorArticleId) {
    return Sha256.hex(shard + "\n" + anchorArticleId).substring(0, 32);
  }

  /**
   * SHA-256 over all that a correction says: that it was undone and its id are no part of it. The
   * first 32 digits serve as the id of a new one, so that the same said twice is one.
   */
  public static String correctionHash(Correction c) {
    MessageDigest digest = Sha256.digest();
    var parts = new ArrayList<String>();
    parts.add(c.getKind().name());
    parts.add(Integer.toString(c.getArticleIds().size()));
    parts.addAll(c.getArticleIds());
    parts.add(c.getField());
    parts.add(c.getValue());
    parts.add(c.getAuthor());
    parts.add(c.getReason());
    parts.add(Long.toString(c.getAt().toEpochMilli()));
    parts.forEach(part -> update(digest, part));
    return Sha256.hex(digest);
  }

  private static void update(MessageDigest digest, String part) {
    byte[] bytes = Objects.requireNonNullElse(part, "\0").getBytes(StandardCharsets.UTF_8);
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
    digest.update(bytes);
  }
}
