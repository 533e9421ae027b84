package vn.hoinghi.standalone.terminal;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A bar a stage, for a terminal. */
final class BarProgress implements Progress {
  private ProgressBar bar;
  private String stage = "";

  @Override
  public void at(String now, long done, long total, String waitingFor) {
    at(now, done, total);
    bar.setExtraMessage(waitingFor.isEmpty() ? "" : " waiting for " + waitingFor);
  }

  @Override
  public void at(String now, long done, long total) {
    if (!now.equals(stage)) {
      close();
      stage = now;
      bar =
          new ProgressBarBuilder()
              .setTaskName("%-10s".formatted(now))
              .setInitialMax(total)
              .setUpdateIntervalMillis(200)
              .setStyle(ProgressBarStyle.ASCII)
              .hideEta()
              .build();
    }
    bar.maxHint(total).stepTo(done);
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
      bar = null;
    }
  }
}
