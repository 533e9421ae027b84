package vn.hoinghi.standalone.replay;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where a shadow's stores lie. */
final class StateOption {
  @Option(
      names = "--state",
      paramLabel = "DIR",
      defaultValue = "hoinghi-shadow",
      description = "Where its stores lie (default: ${DEFAULT-VALUE}).")
  private Path directory;

  Path directory() {
    return directory;
  }

  @Override
  public String toString() {
    return directory.toString();
  }
}
