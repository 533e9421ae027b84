package vn.hoinghi.standalone;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program that is no part of the project; a test that needs one which is absent is skipped. */
final class Tool {
  /** Debian's programs first: its Python is the one with the Kafka and Avro modules. */
  private static final String PATH = "/usr/bin:" + System.getenv("PATH");

  private Tool() {}

  static void needed(Path dir, String... words) throws Exception {
    assumeTrue(code(dir, words) == 0, () -> String.join(" ", words) + " does not run here");
  }

  /** What it prints, where it ends well within two minutes. */
  static String output(Path dir, String... words) throws Exception {
    int code = code(dir, words);
    String out = Files.readString(out(dir).toPath());
    if (code != 0) {
      String said = Files.readString(err(dir).toPath());
      throw new AssertionError(String.join(" ", words) + " ended with " + code + ":\n" + said);
    }
    return out;
  }

  private static int code(Path dir, String... words) throws Exception {
    var all = new ArrayList<>(List.of("env", "PATH=" + PATH));
    all.addAll(List.of(words));
    var builder = new ProcessBuilder(all).directory(dir.toFile());
    builder.redirectOutput(out(dir)).redirectError(err(dir));
    Process process = builder.start();
    try {
      return process.waitFor(2, TimeUnit.MINUTES) ? process.exitValue() : -1;
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private static File out(Path dir) {
    return dir.resolve("tool.out").toFile();
  }

  private static File err(Path dir) {
    return dir.resolve("tool.err").toFile();
  }
}
