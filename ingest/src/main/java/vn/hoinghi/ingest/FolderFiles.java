package vn.hoinghi.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import vn.hoinghi.avro.RawArticle;
import vn.hoinghi.avro.RawOrigin;
import vn.hoinghi.avro.RawStatus;
import vn.hoinghi.schemas.ContentIds;
import vn.hoinghi.schemas.Reason;

/**
 * The files of one folder as raw articles. A name may come from a manifest that somebody else
 * wrote, so it is followed only as long as it stays, links resolved, inside the folder.
 */
final class FolderFiles {
  /** What a raw article's body may hold. */
  static final int MAX_BYTES = 8 * 1024 * 1024;

  /** Stands for the host of pages that came from no outlet we know of. */
  static final String NO_OUTLET = "file";

  private final Path dir;

  private FolderFiles(Path dir) {
    this.dir = dir;
  }

  static FolderFiles of(Path dir) {
    try {
      return new FolderFiles(dir.toRealPath());
    } catch (IOException e) {
      throw new UncheckedIOException(dir + " cannot be read", e);
    }
  }

  Path dir() {
    return dir;
  }

  static String slashed(Path relative) {
    return relative.toString().replace('\\', '/');
  }

  /** A page that no manifest names: known by its path, dated by its file time. */
  Capture unlisted(String file) {
    var entry = new ManifestEntry(FolderSource.withoutEnding(file), file, null, null, null, null);
    return capture(entry);
  }

  /** The article an entry names, or why there is none. */
  Capture capture(ManifestEntry entry) {
    String url = entry.url() == null ? "file:" + entry.file() : entry.url();
    try {
      String canonical = canonical(url);
      Path path = inside(entry.file());
      Instant at = entry.fetchedAt() == null ? modified(path) : entry.fetchedAt();
      return Capture.of(entry.id(), article(entry, canonical, at, read(path)));
    } catch (Refused e) {
      return Capture.failed(entry.id(), url, e.reason(), e.getMessage());
    } catch (IOException e) {
      return Capture.failed(entry.id(), url, Reason.INPUT_MISSING, entry.file() + ": " + e);
    }
  }

  /** An address on the web in its canonical form, or {@code file:} and a path inside the folder. */
  private String canonical(String url) throws Refused {
    if (!url.startsWith("file:")) {
      return CanonicalUrl.of(url).toString();
    }
    return "file:" + slashed(dir.relativize(named(url.substring("file:".length()))));
  }

  private Path named(String file) throws Refused {
    try {
      Path path = dir.resolve(file).normalize();
      if (file.isEmpty() || !path.startsWith(dir) || path.equals(dir)) {
        throw outside(file);
      }
      return path;
    } catch (InvalidPathException e) {
      throw new Refused(Reason.INPUT_MALFORMED, "no file name: " + e.getReason(), e);
    }
  }

  private Path inside(String file) throws IOException {
    Path path = named(file);
    if (!Files.isRegularFile(path)) {
      throw new Refused(Reason.INPUT_MISSING, "no file " + file);
    }
    if (!path.toRealPath().startsWith(dir)) {
      throw outside(file);
    }
    return path;
  }

  private static Refused outside(String file) {
    return new Refused(Reason.INPUT_MALFORMED, "outside the folder: " + file);
  }

  private static byte[] read(Path path) throws IOException {
    try (var in = Files.newInputStream(path)) {
      byte[] body = in.readNBytes(MAX_BYTES + 1);
      if (body.length > MAX_BYTES) {
        throw new Refused(Reason.RECORD_TOO_LARGE, "more than " + MAX_BYTES + " bytes");
      }
      return body;
    }
  }

  private static Instant modified(Path path) throws IOException {
    return Files.getLastModifiedTime(path).toInstant().truncatedTo(ChronoUnit.MILLIS);
  }

  private static RawArticle article(ManifestEntry entry, String url, Instant at, byte[] body)
      throws Refused {
    return RawArticle.newBuilder()
        .setArticleId(ContentIds.articleId(url))
        .setUrl(url)
        .setOutlet(outlet(entry, url))
        .setFetchedAt(at)
        .setIngestedAt(at)
        .setStatus(RawStatus.FETCHED)
        .setOrigin(RawOrigin.FOLDER)
        .setInputId(entry.id())
        .setMediaType(FolderSource.ending(entry.file()).equals("txt") ? "text/plain" : "text/html")
        .setPublishedHint(entry.published())
        .setBody(ByteBuffer.wrap(body))
        .build();
  }

  private static String outlet(ManifestEntry entry, String url) throws Refused {
    if (entry.outlet() != null) {
      return UrlHost.of(entry.outlet());
    }
    return url.startsWith("file:") ? NO_OUTLET : CanonicalUrl.of(url).host();
  }
}
