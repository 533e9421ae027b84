package vn.hoinghi.standalone;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.apache.kafka.common.TopicPartition;
import vn.hoinghi.enrich.EventHeaders;
import vn.hoinghi.schemas.Topics;
import vn.hoinghi.standalone.topics.TopicReader;

/**
 * When somebody else can see what the sink has stored. A second connection looks all the time how
 * far the sink is: its position is moved in the transaction of the rows, so whoever sees the one
 * sees the others. Which record of the topic an article caused is told by the record.
 */
final class VisibleRows implements AutoCloseable {
  private static final long LOOK_NANOS = 1_000_000;
  private static final String POSITIONS =
      "SELECT partition, position FROM sink_position WHERE topic = ?";

  /** Seen at this moment for the first time: all records of a partition before a position. */
  private record Seen(long nanos, long position) {}

  private final Connection connection;
  private final Map<Integer, List<Seen>> seen = new HashMap<>();
  private final Thread thread = new Thread(this::run, "visible-rows");
  private volatile boolean closing;
  private volatile SQLException fault;

  private VisibleRows(Connection connection) {
    this.connection = connection;
  }

  static VisibleRows watch(DataSource database) throws SQLException {
    var rows = new VisibleRows(database.getConnection());
    rows.thread.start();
    return rows;
  }

  private void run() {
    try (PreparedStatement positions = connection.prepareStatement(POSITIONS)) {
      positions.setString(1, Topics.EVENTS.name());
      while (!closing) {
        look(positions);
        LockSupport.parkNanos(LOOK_NANOS);
      }
    } catch (SQLException e) {
      fault = e;
    }
  }

  private void look(PreparedStatement positions) throws SQLException {
    try (ResultSet rows = positions.executeQuery()) {
      long now = System.nanoTime();
      while (rows.next()) {
        see(rows.getInt(1), rows.getLong(2), now);
      }
    }
  }

  private synchronized void see(int partition, long position, long now) {
    List<Seen> before = seen.computeIfAbsent(partition, p -> new ArrayList<>());
    if (before.isEmpty() || before.get(before.size() - 1).position < position) {
      before.add(new Seen(now, position));
    }
  }

  /** How far it is now, as anybody can see. */
  synchronized Map<TopicPartition, Long> positions() {
    var now = new HashMap<TopicPartition, Long>();
    seen.forEach(
        (p, all) ->
            now.put(new TopicPartition(Topics.EVENTS.name(), p), all.get(all.size() - 1).position));
    return now;
  }

  /** When, by {@link System#nanoTime}, all that each article had caused could be seen. */
  synchronized Map<String, Long> byCause(TopicReader topics) throws SQLException {
    if (fault != null) {
      throw fault;
    }
    var moments = new HashMap<String, Long>();
    var at = new HashMap<TopicPartition, Integer>();
    topics.all(
        Topics.EVENTS.name(),
        record -> {
          byte[] cause = record.headers().lastHeader(EventHeaders.CAUSE).value();
          List<Seen> partition = seen.get(record.partition());
          var here = new TopicPartition(record.topic(), record.partition());
          int i = at.getOrDefault(here, 0);
          while (partition.get(i).position <= record.offset()) {
            i++;
          }
          at.put(here, i);
          moments.merge(
              new String(cause, StandardCharsets.UTF_8), partition.get(i).nanos, Math::max);
        });
    return moments;
  }

  @Override
  public void close() throws SQLException {
    closing = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    connection.close();
  }
}
