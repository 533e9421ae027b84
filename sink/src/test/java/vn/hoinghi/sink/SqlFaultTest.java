package vn.hoinghi.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.hoinghi.schemas.Reason;

class SqlFaultTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "08006", "08001", "40001", "40P01", "53100", "53300", "55P03", "57P01", "57P02", "57P03",
        "57014", "25P03", "25006"
      })
  void whatPassesIsTriedAgain(String state) {
    assertThat(SqlFault.of(new SQLException("x", state)))
        .isInstanceOf(StoreException.Unavailable.class);
  }

  @Test
  void aPoolWithoutConnectionsIsTriedAgain() {
    assertThat(SqlFault.of(new SQLTransientConnectionException("timed out after 5000ms")))
        .isInstanceOf(StoreException.Unavailable.class);
  }

  @ParameterizedTest
  @CsvSource({
    "22021,SINK_VALUE",
    "22001,SINK_VALUE",
    "22008,SINK_VALUE",
    "23505,SINK_CONSTRAINT",
    "23514,SINK_CONSTRAINT",
    "54000,SINK_LIMIT",
    "54001,SINK_LIMIT"
  })
  void whatTheValueIsToBlameForIsRefusedWithItsReason(String state, Reason reason) {
    var batch = new BatchUpdateException("batch", state, new int[0]);
    assertThat(SqlFault.of(batch))
        .isInstanceOfSatisfying(
            StoreException.Refused.class, e -> assertThat(e.reason()).isEqualTo(reason));
  }

  @ParameterizedTest
  @Tag("P19")
  @ValueSource(strings = {"42P01", "42703", "42501", "3F000", "XX001", "28P01"})
  void whatNeitherTimeNorAnotherValueMendsEndsTheSink(String state) {
    assertThatThrownBy(() -> SqlFault.of(new SQLException("x", state)))
        .isInstanceOf(SinkException.class)
        .hasMessageContaining(state);
  }

  @Test
  void theMessageIsOneLine() {
    assertThat(SqlFault.of(new SQLException("a\r\nb\u001b[31m", "22021")))
        .hasMessage("22021: a b [31m");
  }

  @Test
  void theMessageIsTheServersWithoutTheValuesOfTheBatch() {
    var batch = new BatchUpdateException("Batch entry 0 INSERT ... ('page text')", "23505", null);
    batch.setNextException(new SQLException("duplicate key", "23505"));

    assertThat(SqlFault.of(batch)).hasMessage("23505: duplicate key");
  }
}
