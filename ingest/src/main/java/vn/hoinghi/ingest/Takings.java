package vn.hoinghi.ingest;

import java.util.function.Consumer;
import vn.hoinghi.ingest.FolderImport.Published;

/**
 * What a run has taken in so far. Whoever tries something says here what came of it, once: the
 * attempt goes out at once, the input is kept until the end, when what became of it is looked up.
 */
final class Takings {
  private final Consumer<Attempt> listener;
  private final InputLog inputs;

  Takings(Consumer<Attempt> listener, InputLog inputs) {
    this.listener = listener;
    this.inputs = inputs;
  }

  /**
   * Takes note of an attempt; from any thread.
   *
   * @param input null where it was no page that was tried
   */
  synchronized void add(Attempt attempt, Published input) {
    if (input != null) {
      inputs.add(input);
    }
    listener.accept(attempt);
  }
}
