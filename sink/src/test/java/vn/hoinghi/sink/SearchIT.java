package vn.hoinghi.sink;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.hoinghi.avro.ConferenceDocument;
import vn.hoinghi.avro.ConferenceEvent;
import vn.hoinghi.avro.Part;
import vn.hoinghi.avro.Person;
import vn.hoinghi.avro.Place;
import vn.hoinghi.avro.Province;

/** What people type finds the events that they mean. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchIT {
  private TestTables tables;

  @BeforeAll
  void fill() throws SQLException {
    tables = new TestTables();
    ConferenceEvent study = event(1, "Hội nghị học tập Nghị quyết 18-NQ/TW");
    study.setProvince(new Province("66", "Đắk Lắk"));
    study.setPersons(
        List.of(
            new Person(
                "Nguyễn Thị Thuý Hoà", List.of("Phó Bí thư Thường trực"), List.of(), Part.CHAIR)));
    study.setDocuments(
        List.of(new ConferenceDocument("Nghị quyết", "18-NQ/TW", "sắp xếp tổ chức bộ máy")));
    ConferenceEvent review = event(2, "Hội nghị tổng kết công tác năm");
    review.setOrganiser("Ban Thường vụ Huyện ủy Hòa Vang");
    review.setPlace(new Place("huyện Hòa Vang", null, "Nhà văn hóa thiếu nhi"));
    ConferenceEvent odd =
        event(3, "Hoi nghi khong dau, hỏi nghĩ đáp: bàn quý I \u4e2d\u6587 naïve");
    var log = new EventLog(0).live(study).live(review).live(odd);
    new GroupMember(new PostgresEventStore(tables.database), log).assign(0).steps(1);
  }

  private static ConferenceEvent event(int number, String title) {
    ConferenceEvent event = Events.event(number, 1);
    event.setTitle(title);
    event.setProvince(null);
    event.setPersons(List.of());
    event.setDocuments(List.of());
    return event;
  }

  @AfterAll
  void close() {
    tables.close();
  }

  @ParameterizedTest(name = "{0} finds {1}")
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "hoi nghi ~ 1 2 3",
        "HOI NGHI ~ 1 2 3",
        "hội nghị ~ 1 2",
        "HỘI NGHỊ ~ 1 2",
        "hội nghi ~ 1 2",
        "hỏi nghĩ ~ 3",
        "hội nghĩ ~ ``",
        "dak lak ~ 1",
        "đắk lắk ~ 1",
        "Hòa Vang ~ 2",
        "Hoà Vang ~ 2",
        "Thúy Hòa ~ 1",
        "thuý hoà ~ 1",
        "văn hoá ~ 2",
        "quý ~ 3",
        "qúy ~ ``",
        "18-NQ/TW ~ 1",
        "nq/18 ~ ``",
        "\"tổng kết công tác\" ~ 2",
        "“công tác tổng kết” ~ ``",
        "\"năm ban\" ~ ``",
        "nghi -quyết ~ 2 3",
        "hội - nghị ~ 1 2",
        "\"thường trực\" bí ~ 1",
        "na ve ~ 3",
        "中文 ~ ``",
        "'; DROP TABLE event -- ~ ``",
        ":* & | ! <-> ( ' \\ ~ ``",
        "\" ~ ``"
      })
  void whatIsTyped(String typed, String found) throws Exception {
    String sql =
        "SELECT e.revision, ltrim(event_id, '0') FROM event_search($q$%s$q$) JOIN event e USING (event_id) ORDER BY 2";
    for (Normalizer.Form form : List.of(Normalizer.Form.NFC, Normalizer.Form.NFD)) {
      List<String> ids =
          tables.rows(sql.formatted(Normalizer.normalize(typed, form))).stream()
              .map(row -> row.substring(4))
              .toList();
      assertThat(String.join(" ", ids)).as("%s in %s", typed, form).isEqualTo(found);
    }
  }

  @Test
  void theHeadlineCountsMoreThanWhatStandsBesideIt() throws Exception {
    try (var fresh = new TestTables()) {
      ConferenceEvent beside = event(1, "Tổng kết công tác năm");
      beside.setOrganiser("Ban Tuyên giáo");
      var log = new EventLog(0).live(beside).live(event(2, "Ban Tuyên giáo tổng kết năm"));
      new GroupMember(new PostgresEventStore(fresh.database), log).assign(0).steps(1);

      assertThat(fresh.rows("SELECT event_id FROM event_search('tuyen giao') ORDER BY rank DESC"))
          .containsExactly(Events.id(2), Events.id(1));
    }
  }

  @Test
  void theIndexServesIt() throws Exception {
    try (var connection = tables.database.getConnection();
        var statement = connection.createStatement()) {
      statement.execute("SET LOCAL enable_seqscan = off");
      var plan = new ArrayList<String>();
      try (var rows = statement.executeQuery("EXPLAIN SELECT * FROM event_search('hội nghị')")) {
        while (rows.next()) {
          plan.add(rows.getString(1));
        }
      }
      assertThat(String.join("\n", plan)).contains("event_by_words");
    }
  }

  @Test
  void anAbsurdlyLongTextCostsItsTailOnlyAndNotTheEvent() throws Exception {
    try (var fresh = new TestTables()) {
      ConferenceEvent endless = event(1, "x".repeat(100_000) + " đầu " + "đuôi ".repeat(50_000));
      var sink =
          new GroupMember(new PostgresEventStore(fresh.database), new EventLog(0).live(endless))
              .assign(0)
              .steps(1);

      assertThat(sink.deadLetters.letters).isEmpty();
      assertThat(fresh.rows("SELECT event_id FROM event_search('đầu')")).hasSize(1);
    }
  }
}
