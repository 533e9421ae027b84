package vn.hoinghi.sink;

import static vn.hoinghi.service.ConfigException.check;
import static vn.hoinghi.service.ConfigException.required;

import java.util.Objects;
import vn.hoinghi.service.AdminConfig;
import vn.hoinghi.service.KafkaConfig;

/** What the sink may be told: where Kafka and the database are, and how much goes in one batch. */
public record SinkConfig(KafkaConfig kafka, AdminConfig admin, Delivery sink) {

  public SinkConfig {
    required(kafka, "kafka.bootstrapServers");
    required(sink, "sink.jdbcUrl");
    admin = Objects.requireNonNullElseGet(admin, () -> new AdminConfig(null, null));
  }

  /**
   * How events are delivered.
   *
   * @param jdbcUrl {@code jdbc:postgresql://host:port/database}
   * @param user database role that owns the tables, or only writes them where migrate is false
   * @param password its password; better in a file that {@code HOINGHI_SINK_PASSWORD_FILE} names
   * @param groupId consumer group whose members share the partitions; one database, one group
   * @param threads members of the group in this process, each with a transaction of its own, 1 to
   *     64
   * @param batchRecords most records in one transaction, 1 to 5000
   * @param maxBackoffMillis longest wait between attempts at a database that is away
   * @param migrate whether to bring the tables to this version at start; else only to check them
   * @param startTimeoutSeconds how long brokers and database are waited for at start
   */
  public record Delivery(
      String jdbcUrl,
      String user,
      String password,
      String groupId,
      Integer threads,
      Integer batchRecords,
      Integer maxBackoffMillis,
      Boolean migrate,
      Integer startTimeoutSeconds) {
    public Delivery {
      required(jdbcUrl, "sink.jdbcUrl");
      check(
          jdbcUrl.startsWith("jdbc:postgresql:"),
          "sink.jdbcUrl",
          jdbcUrl.replaceAll("(?i)(password=)[^&]*", "$1***"),
          "jdbc:postgresql://host:port/database");
      check(
          !jdbcUrl.contains("preferQueryMode"),
          "sink.jdbcUrl",
          "one with preferQueryMode",
          "the driver's default query mode");
      groupId = Objects.requireNonNullElse(groupId, "hoinghi-sink");
      threads = Objects.requireNonNullElse(threads, 1);
      check(threads >= 1 && threads <= 64, "sink.threads", threads, "1 to 64");
      batchRecords = Objects.requireNonNullElse(batchRecords, 500);
      check(
          batchRecords >= 1 && batchRecords <= 5000,
          "sink.batchRecords",
          batchRecords,
          "1 to 5000");
      maxBackoffMillis = Objects.requireNonNullElse(maxBackoffMillis, 10_000);
      check(
          maxBackoffMillis >= 100 && maxBackoffMillis <= 300_000,
          "sink.maxBackoffMillis",
          maxBackoffMillis,
          "100 to 300000");
      migrate = Objects.requireNonNullElse(migrate, true);
      startTimeoutSeconds = Objects.requireNonNullElse(startTimeoutSeconds, 300);
      check(
          startTimeoutSeconds >= 0 && startTimeoutSeconds <= 86_400,
          "sink.startTimeoutSeconds",
          startTimeoutSeconds,
          "0 to 86400");
    }

    /** A database with every other setting as it comes. */
    public static Delivery to(String jdbcUrl, String user, String password) {
      return new Delivery(jdbcUrl, user, password, null, null, null, null, null, null);
    }

    /** The same, tables only checked. */
    public Delivery withoutMigration() {
      return new Delivery(
          jdbcUrl,
          user,
          password,
          groupId,
          threads,
          batchRecords,
          maxBackoffMillis,
          false,
          startTimeoutSeconds);
    }

    @Override
    public String toString() {
      return "Delivery[user=%s, groupId=%s, threads=%d, batchRecords=%d]"
          .formatted(user, groupId, threads, batchRecords);
    }
  }
}
