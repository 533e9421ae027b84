package vn.hoinghi.standalone.backfill;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import vn.hoinghi.avro.ImportState;
import vn.hoinghi.ingest.Attempt;
import vn.hoinghi.ingest.Backfill;
import vn.hoinghi.standalone.terminal.Harmless;
import vn.hoinghi.standalone.terminal.Shutdown;

/** One import, as told to whoever started it; a signal ends it. */
final class BackfillTelling implements Backfill.Listener {
  private final PrintWriter out;
  private final PrintWriter err;
  private final BackfillProgress progress;
  private final Shutdown shutdown;
  private boolean moved;

  BackfillTelling(String input, PrintWriter out, PrintWriter err, Shutdown shutdown) {
    this.out = out;
    this.err = err;
    this.progress = BackfillProgress.to(err, input);
    this.shutdown = shutdown;
  }

  @Override
  public void at(ImportState state, String waitingFor) {
    moved = true;
    progress.at(state, waitingFor);
    shutdown.check();
  }

  @Override
  public void listed(long addresses, long undated, long offSite) {
    out.printf(Locale.ROOT, "%,d addresses", addresses);
    if (undated > 0) {
      out.printf(Locale.ROOT, "; %,d without a lastmod are left (--undated takes them)", undated);
    }
    if (offSite > 0) {
      out.printf(Locale.ROOT, "; %,d of other sites are left", offSite);
    }
    out.println();
    out.flush();
  }

  @Override
  public void failed(Attempt attempt) {
    err.println(Harmless.line(words(attempt)));
  }

  private static String words(Attempt attempt) {
    String where =
        attempt.in() == null
            ? ""
            : " (%s, bytes %d to %d)"
                .formatted(attempt.in().file(), attempt.in().from(), attempt.in().to());
    return "not imported: %s: %s %s%s"
        .formatted(attempt.url(), attempt.reason(), attempt.problem(), where);
  }

  /** Says what came of it, and passes it on. */
  ImportState end(ImportState state) {
    progress.close();
    Map<String, Long> refused = new TreeMap<>(state.getRefused());
    String what = moved ? "is imported" : "was imported before (--again begins anew)";
    out.println(
        state.getInput()
            + " "
            + (state.getFinished() ? what : "is imported in part, the same command goes on")
            + ": "
            + BackfillProgress.counts(state)
            + (refused.isEmpty() ? "" : " " + refused));
    out.flush();
    return state;
  }
}
