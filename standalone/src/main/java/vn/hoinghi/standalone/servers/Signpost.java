package vn.hoinghi.standalone.servers;

import java.util.ArrayList;
import java.util.List;
import vn.hoinghi.schemas.Topics;

/** Where a run that goes on can be looked at, as lines to copy. */
public final class Signpost {
  private Signpost() {}

  public static List<String> lines(LocalKafka kafka, LocalPostgres postgres, int adminPort) {
    var lines = new ArrayList<String>();
    lines.add("Kafka       " + kafka.bootstrapServers() + "  (no security, this machine only)");
    lines.add(
        "  topics    %s, %s, %s"
            .formatted(Topics.RAW.name(), Topics.ARTICLES.name(), Topics.EVENTS.name()));
    lines.add(
        "PostgreSQL  %s?user=%s&password=%s"
            .formatted(postgres.jdbcUrl(), postgres.user(), postgres.password()));
    lines.add(
        "  example   SELECT start_date, province_name, title, source_count FROM event ORDER BY 1;");
    String admin = "http://127.0.0.1:" + adminPort;
    lines.add("Watch       " + admin + "/readyz  " + admin + "/metrics");
    lines.add("Schemas     " + admin + "/subjects  (for tools that expect a registry)");
    return lines;
  }
}
