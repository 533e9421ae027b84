package vn.hoinghi.standalone.demo;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import vn.hoinghi.standalone.terminal.Paint;
import vn.hoinghi.standalone.terminal.PipelineException;
import vn.hoinghi.standalone.terminal.Progress;

/**
 * The demonstration while it runs: each event as it appears in the database or gains a source, and
 * how many articles have come how far.
 */
public final class DemoShow implements Progress {
  private static final String EVENTS =
      """
      SELECT event_id, start_edtf, type, coalesce(province_name, ''), title, source_count
      FROM event ORDER BY stored_at, event_id""";

  private static final long EVERY_NANOS = 250_000_000;

  private final MeterRegistry metrics;
  private final DataSource database;
  private final PrintWriter out;
  private final boolean terminal = Boolean.getBoolean(Paint.OUT_IS_TERMINAL);
  private final long begin = System.nanoTime();
  private final Map<String, Integer> seen = new HashMap<>();
  private String counts = "";
  private long last;

  DemoShow(MeterRegistry metrics, DataSource database, PrintWriter out) {
    this.metrics = metrics;
    this.database = database;
    this.out = out;
  }

  @Override
  public void at(String stage, long done, long total) {
    update();
  }

  /** Looks again, unless it has just looked. */
  void update() {
    if (System.nanoTime() - last >= EVERY_NANOS) {
      look();
      last = System.nanoTime();
    }
  }

  /** The last look, after which the counts stand. */
  @Override
  public void close() {
    look();
    if (terminal) {
      out.println();
    }
    out.flush();
  }

  private void look() {
    newEvents();
    String now =
        "%d pages fetched, %d articles read: %d report a conference; %d events stored"
            .formatted(
                count("hoinghi.ingest.outcomes", "result", "published"),
                count("hoinghi.enrich.raw.records"),
                count("hoinghi.enrich.outcomes", "outcome", "conference"),
                seen.size());
    if (!now.equals(counts)) {
      counts = now;
      out.print(terminal ? "\r\033[K" + time() + counts : time() + counts + "\n");
      out.flush();
    }
  }

  private void newEvents() {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(EVENTS)) {
      while (rows.next()) {
        int sources = rows.getInt(6);
        Integer before = seen.put(rows.getString(1), sources);
        if (before == null || before < sources) {
          tell(rows, before == null ? "+" : "=", sources);
        }
      }
    } catch (SQLException e) {
      throw new PipelineException("the database does not show its events: " + e, e);
    }
  }

  private void tell(ResultSet rows, String sign, int sources) throws SQLException {
    out.print(terminal ? "\r\033[K" : "");
    out.printf(
        "%s%s %s %-8s %s%s%n",
        time(),
        sign,
        rows.getString(2),
        rows.getString(3),
        rows.getString(5),
        sources > 1 ? "  (" + sources + " articles)" : "");
    counts = "";
  }

  private long count(String name, String... tags) {
    return metrics.find(name).tags(tags).counters().stream().mapToLong(c -> (long) c.count()).sum();
  }

  private String time() {
    return "%5.1f s  ".formatted((System.nanoTime() - begin) / 1e9);
  }
}
