package vn.hoinghi.enrich;

import static vn.hoinghi.service.ConfigException.check;
import static vn.hoinghi.service.ConfigException.required;

import java.nio.file.Path;
import java.util.Objects;
import vn.hoinghi.service.AdminConfig;
import vn.hoinghi.service.KafkaConfig;

/** What enrich may be told: where Kafka is, where state lives, and how it works. */
public record EnrichConfig(KafkaConfig kafka, AdminConfig admin, Work enrich) {

  public EnrichConfig {
    required(kafka, "kafka.bootstrapServers");
    admin = Objects.requireNonNullElseGet(admin, () -> new AdminConfig(null, null));
    enrich = Objects.requireNonNullElseGet(enrich, () -> Work.in(null));
  }

  /** The same as another application. */
  public EnrichConfig as(String applicationId) {
    return new EnrichConfig(kafka, admin, enrich.as(applicationId, enrich.stateDir()));
  }

  /**
   * How the work is done.
   *
   * @param applicationId names consumer group, transactions, stores and internal topics; instances
   *     with one id share the work, and another id starts from the first raw article
   * @param stateDir directory of the stores, outside /tmp; rebuilt from Kafka where it is lost
   * @param commitIntervalMillis how long results gather before a transaction commits, 10 to 10000
   * @param threads stream threads, 1 to 64
   * @param parseBudgetMillis CPU time that one page may take, 100 to 60000
   * @param outletsFile JSON array of outlets laid over the registry that ships, or null
   * @param standbys how many instances beside the one at work hold a copy of each store, 0 to 3
   */
  public record Work(
      String applicationId,
      Path stateDir,
      Integer commitIntervalMillis,
      Integer threads,
      Integer parseBudgetMillis,
      Path outletsFile,
      Integer standbys) {
    public Work {
      applicationId = Objects.requireNonNullElse(applicationId, "hoinghi-enrich");
      check(
          applicationId.matches("[A-Za-z0-9._-]{1,100}"),
          "enrich.applicationId",
          applicationId,
          "letters, digits, dots, hyphens");
      stateDir = Objects.requireNonNullElse(stateDir, Path.of("hoinghi-state"));
      commitIntervalMillis = Objects.requireNonNullElse(commitIntervalMillis, 100);
      within("enrich.commitIntervalMillis", commitIntervalMillis, 10, 10_000);
      threads = Objects.requireNonNullElse(threads, 2);
      within("enrich.threads", threads, 1, 64);
      parseBudgetMillis = Objects.requireNonNullElse(parseBudgetMillis, 2000);
      within("enrich.parseBudgetMillis", parseBudgetMillis, 100, 60_000);
      standbys = Objects.requireNonNullElse(standbys, 0);
      within("enrich.standbys", standbys, 0, 3);
    }

    /** Without standbys. */
    public Work(
        String applicationId,
        Path stateDir,
        Integer commitIntervalMillis,
        Integer threads,
        Integer parseBudgetMillis,
        Path outletsFile) {
      this(
          applicationId,
          stateDir,
          commitIntervalMillis,
          threads,
          parseBudgetMillis,
          outletsFile,
          null);
    }

    /** Every setting as it comes, with the stores in this directory. */
    public static Work in(Path stateDir) {
      return new Work(null, stateDir, null, null, null, null);
    }

    /** The same work for another application. */
    public Work as(String otherId, Path otherDir) {
      return new Work(
          otherId,
          otherDir,
          commitIntervalMillis,
          threads,
          parseBudgetMillis,
          outletsFile,
          standbys);
    }

    private static void within(String key, int value, int least, int most) {
      check(value >= least && value <= most, key, value, least + " to " + most);
    }
  }
}
