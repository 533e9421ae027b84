package vn.hoinghi.standalone;

import vn.hoinghi.standalone.terminal.Progress;

/** Progress that nobody wants to hear of. */
final class Unheard implements Progress {
  @Override
  public void at(String stage, long done, long total) {}

  @Override
  public void close() {}
}
