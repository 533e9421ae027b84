package vn.hoinghi.standalone.batch;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** What goes with pages that are read without an outlet to ask. */
public final class FolderOptions {
  @Option(
      names = "--manifest",
      paramLabel = "FILE",
      description = "Lines of JSON, one a page; DIR/manifest.jsonl where that is there.")
  private Path manifest;

  @Option(
      names = "--outlets",
      paramLabel = "FILE",
      description = "JSON: [{\"host\",\"name\",\"province\",\"kind\"}, ...].")
  private Path outlets;

  @Option(
      names = "--corrections",
      paramLabel = "FILE",
      description =
          "Lines of JSON, one a correction: {\"kind\",\"articles\",\"field\",\"value\",\"author\","
              + "\"reason\",\"at\"}; an article by its id in the manifest, its path or address.")
  private Path corrections;

  /** Lines of JSON, or null for the folder's own or all its pages. */
  public Path manifest() {
    return manifest;
  }

  /** Registry of outlets, or null. */
  public Path outlets() {
    return outlets;
  }

  /** Lines of JSON, or null. */
  public Path corrections() {
    return corrections;
  }

  public boolean anyGiven() {
    return manifest != null || outlets != null || corrections != null;
  }
}
