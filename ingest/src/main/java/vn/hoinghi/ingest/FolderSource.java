package vn.hoinghi.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import vn.hoinghi.schemas.Sha256;
import vn.hoinghi.service.ConfigException;

/**
 * A folder of pages as an archive. With a manifest it holds exactly the manifest's files, in its
 * order; without one, every {@code *.html}, {@code *.htm} and {@code *.txt} below it, in the order
 * of their paths.
 */
final class FolderSource implements Source {
  static final String MANIFEST = "manifest.jsonl";
  private static final Set<String> ENDINGS = Set.of("html", "htm", "txt");

  private final FolderFiles files;
  private final Path manifest;

  private FolderSource(FolderFiles files, Path manifest) {
    this.files = files;
    this.manifest = manifest;
  }

  /**
   * @param manifestOrNull null takes the folder's own {@code manifest.jsonl} where there is one
   * @throws ConfigException where folder or manifest are not there
   */
  static FolderSource of(Path dir, Path manifestOrNull) {
    if (!Files.isDirectory(dir)) {
      throw new ConfigException(dir + " is no folder");
    }
    Path own = dir.resolve(MANIFEST);
    Path manifest = manifestOrNull == null && Files.isRegularFile(own) ? own : manifestOrNull;
    if (manifest != null && !Files.isReadable(manifest)) {
      throw new ConfigException("manifest " + manifest + " cannot be read");
    }
    return new FolderSource(FolderFiles.of(dir), manifest);
  }

  @Override
  public Stream<Capture> captures() {
    return manifest == null ? allPages() : new Manifest(manifest, files).captures();
  }

  private Stream<Capture> allPages() {
    return pages().stream().map(files::unlisted);
  }

  private List<String> pages() {
    try (Stream<Path> all = Files.walk(files.dir())) {
      return all.filter(FolderSource::isPage)
          .map(path -> FolderFiles.slashed(files.dir().relativize(path)))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(files.dir() + " cannot be read", e);
    }
  }

  /** Another one where other pages are listed, or one of them has another size or date. */
  String fingerprint() {
    try {
      if (manifest != null) {
        return Sha256.hex(Files.readAllBytes(manifest));
      }
      var all = new StringBuilder();
      for (String page : pages()) {
        Path file = files.dir().resolve(page);
        all.append(page).append(' ').append(Files.size(file));
        all.append(' ').append(Files.getLastModifiedTime(file).toMillis()).append('\n');
      }
      return Sha256.hex(all.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(files.dir() + " cannot be read", e);
    }
  }

  private static boolean isPage(Path path) {
    return Files.isRegularFile(path) && ENDINGS.contains(ending(path.getFileName().toString()));
  }

  static String ending(String file) {
    return file.substring(file.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  static String withoutEnding(String file) {
    int dot = file.lastIndexOf('.');
    return dot > file.lastIndexOf('/') + 1 ? file.substring(0, dot) : file;
  }
}
