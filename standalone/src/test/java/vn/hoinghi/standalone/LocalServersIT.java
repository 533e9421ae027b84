package vn.hoinghi.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.hoinghi.service.ClusterTopics;
import vn.hoinghi.service.ConfigException;
import vn.hoinghi.service.KafkaConfig;
import vn.hoinghi.standalone.servers.DataDirectory;
import vn.hoinghi.standalone.servers.LocalKafka;
import vn.hoinghi.standalone.servers.LocalPostgres;

class LocalServersIT {
  @TempDir Path dir;

  @Test
  void topicsOutliveARestartOfTheBroker() {
    try (var kafka = LocalKafka.start(dir)) {
      assertThat(hoinghi("topics", "plan", "--bootstrap-servers", kafka.bootstrapServers()))
          .isEqualTo(1);
      assertThat(hoinghi("topics", "apply", "--bootstrap-servers", kafka.bootstrapServers()))
          .isZero();
    }
    try (var kafka = LocalKafka.start(dir)) {
      ClusterTopics.require(KafkaConfig.at(kafka.bootstrapServers()));
      assertThat(hoinghi("topics", "plan", "--bootstrap-servers", kafka.bootstrapServers()))
          .isZero();
    }
  }

  @Test
  void rowsOutliveARestartOfTheDatabaseWhichIsSafeAgainstACrash() throws SQLException {
    try (var postgres = LocalPostgres.start(dir)) {
      assertThat(ask(postgres, "select current_setting('fsync')")).isEqualTo("on");
      assertThat(ask(postgres, "select current_setting('full_page_writes')")).isEqualTo("on");
      assertThat(ask(postgres, "select current_setting('synchronous_commit')")).isEqualTo("on");
      ask(postgres, "create table kept as select 42 as value; select 'made'");
    }
    try (var postgres = LocalPostgres.start(dir)) {
      assertThat(ask(postgres, "select value::text from kept")).isEqualTo("42");
    }
  }

  @Test
  void aPortThatIsTakenIsNamedTogetherWithTheSettingThatMovesIt() throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
      int port = taken.getLocalPort();
      assertThatThrownBy(() -> LocalKafka.start(dir, port))
          .isInstanceOf(ConfigException.class)
          .hasMessageContaining("port " + port)
          .hasMessageContaining("standalone.kafkaPort");
      assertThatThrownBy(() -> LocalPostgres.start(dir, port))
          .hasMessageContaining("standalone.postgresPort");
    }
  }

  @Test
  void aDataDirectoryServesOneRunAtATimeAndHoldsNothingElse() throws Exception {
    Path data = dir.resolve("data");
    try (var first = DataDirectory.open(data)) {
      assertThatThrownBy(() -> DataDirectory.open(first.path())).hasMessageContaining("in use");
    }
    DataDirectory.open(data).close();
    Path foreign = Files.createDirectory(dir.resolve("foreign"));
    Files.writeString(foreign.resolve("letter.txt"), "dear");
    assertThatThrownBy(() -> DataDirectory.open(foreign)).hasMessageContaining("other files");
  }

  private static int hoinghi(String... words) {
    return Hoinghi.commandLine()
        .setOut(new PrintWriter(new StringWriter()))
        .setErr(new PrintWriter(new StringWriter()))
        .execute(words);
  }

  private static String ask(LocalPostgres postgres, String sql) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), postgres.password());
        Statement statement = connection.createStatement()) {
      boolean rows = statement.execute(sql);
      while (!rows) {
        rows = statement.getMoreResults();
      }
      try (ResultSet result = statement.getResultSet()) {
        result.next();
        return result.getString(1);
      }
    }
  }
}
