package vn.hoinghi.standalone.demo;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/**
 * The demonstration without an audience: run once by the launcher behind a build, so that the JVM
 * may keep the classes it met for quicker starts. What comes of it is not judged here.
 */
@Command(name = "rehearse", hidden = true, description = "Run the demonstration unseen.")
public final class RehearseCommand implements Callable<Integer> {
  @Override
  public Integer call() throws Exception {
    new Demo(true, 0, new PrintWriter(Writer.nullWriter())).run(null);
    return 0;
  }
}
