package vn.hoinghi.standalone.batch;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import vn.hoinghi.ingest.Attempt;
import vn.hoinghi.standalone.terminal.Harmless;

/** A line of JSON for each thing that was tried, in the order in which they came to an end. */
final class OutcomeLines implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Writer out;

  private OutcomeLines(Writer out) {
    this.out = out;
  }

  /**
   * @param file where they go, or null
   */
  static OutcomeLines to(Path file) throws IOException {
    return new OutcomeLines(BatchOutput.writer(file));
  }

  void write(Attempt attempt) {
    try {
      out.append(line(attempt)).append('\n');
    } catch (IOException e) {
      throw new UncheckedIOException("the outcomes cannot be written", e);
    }
  }

  static String line(Attempt attempt) {
    ObjectNode line =
        JSON.createObjectNode()
            .put("url", attempt.url())
            .put("outcome", attempt.outcome().name())
            .put("reason", attempt.reason() == null ? null : attempt.reason().name())
            .put("status", attempt.status())
            .put("bytes", attempt.bytes())
            .put("millis", attempt.millis());
    if (attempt.in() != null) {
      line.put("file", attempt.in().file());
      line.put("from", attempt.in().from());
      line.put("to", attempt.in().to());
    }
    if (attempt.problem() != null) {
      line.put("problem", Harmless.line(attempt.problem()));
    }
    if (!attempt.passed().isEmpty()) {
      line.set("passed", JSON.valueToTree(new java.util.TreeMap<>(attempt.passed())));
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
