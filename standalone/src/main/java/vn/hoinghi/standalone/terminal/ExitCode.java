package vn.hoinghi.standalone.terminal;

import picocli.CommandLine;

/** With what a command ends where it does not end with 0; told in every {@code --help}. */
public final class ExitCode {
  /** It failed, or the result is not what it should be. */
  public static final int FAILED = CommandLine.ExitCode.SOFTWARE;

  /** The command line or the configuration is wrong. */
  public static final int WRONG_USE = CommandLine.ExitCode.USAGE;

  private ExitCode() {}
}
