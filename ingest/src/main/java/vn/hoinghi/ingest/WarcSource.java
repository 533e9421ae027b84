package vn.hoinghi.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import vn.hoinghi.schemas.Reason;

/**
 * One file of a web archive (WARC 1.0 and 1.1: ISO 28500), plain, in gzip by the record as crawlers
 * write it, or in gzip as a whole. Never opens what is no plain file: a pipe would hold up whoever
 * reads it, a device may not end.
 */
final class WarcSource implements Source {
  private final Path path;
  private final Capture.Mark start;
  private final WarcPages pages;
  private Map<String, Long> passed = Map.of();

  /**
   * @param start where to begin, as a capture of an earlier reading said
   */
  WarcSource(Path path, Capture.Mark start, WarcPages pages) {
    this.path = path;
    this.start = start;
    this.pages = pages;
  }

  static WarcPages pages(CrawlConfig config, Instant importedAt) {
    return new WarcPages(config.limits(), new AddressGuard(config.openedRanges()), importedAt);
  }

  /** Records that are no captures of a page, by kind, as far as the stream was consumed. */
  Map<String, Long> passed() {
    return new TreeMap<>(passed);
  }

  @Override
  public Stream<Capture> captures() {
    String name = path.toString();
    if (!Files.isRegularFile(path)) {
      String what = Files.exists(path) ? "is no plain file" : "is not there";
      return Stream.of(missing(name, what));
    }
    try {
      var walk = new WarcWalk(name, WarcTape.open(path), start, pages);
      var ahead = new ReadAhead(walk);
      passed = walk.passed();
      return StreamSupport.stream(
              Spliterators.spliteratorUnknownSize(ahead, Spliterator.ORDERED | Spliterator.NONNULL),
              false)
          .onClose(ahead::close)
          .onClose(() -> shut(walk));
    } catch (IOException | InvalidPathException e) {
      return Stream.of(missing(name, "cannot be read: " + e));
    }
  }

  private static Capture missing(String name, String problem) {
    return Capture.failed(name, "file:" + name, Reason.INPUT_MISSING, name + " " + problem)
        .in(new Attempt.Stretch(name, 0, 0), Capture.Mark.BEGINNING);
  }

  private static void shut(WarcWalk walk) {
    try {
      walk.shut();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
