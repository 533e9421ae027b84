package vn.hoinghi.standalone.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import vn.hoinghi.avro.Article;
import vn.hoinghi.avro.ConferenceEvent;
import vn.hoinghi.ingest.FolderImport.Published;
import vn.hoinghi.ingest.InputLog;
import vn.hoinghi.schemas.ContractJson;
import vn.hoinghi.schemas.Topics;
import vn.hoinghi.service.KafkaConfig;
import vn.hoinghi.standalone.correct.CorrectionBook;
import vn.hoinghi.standalone.ledger.Ledger;
import vn.hoinghi.standalone.ledger.Outcome;
import vn.hoinghi.standalone.ledger.Verdicts;
import vn.hoinghi.standalone.ledger.Verdicts.Verdict;
import vn.hoinghi.standalone.topics.DeadLetterList;
import vn.hoinghi.standalone.topics.LatestValues;
import vn.hoinghi.standalone.topics.Memberships;
import vn.hoinghi.standalone.topics.TopicReader;

/**
 * What a drained batch leaves: a line for every input, a line for every event, and the ledger that
 * proves that they belong together. Everything is read back from the topics and the database, as
 * any other reader would.
 *
 * @param inputs what was published, in the order of the manifest
 */
record BatchOutput(InputLog inputs, KafkaConfig kafka, DataSource database) {

  /**
   * @param scratch for files needed meanwhile
   * @param articlesOut where the lines of inputs go, or null
   * @param eventsOut where the lines of events go, or null
   */
  Ledger write(Path scratch, Path articlesOut, Path eventsOut) throws IOException, SQLException {
    try (var topics = TopicReader.of(kafka);
        var articles = LatestValues.read(topics, Topics.ARTICLES, scratch);
        var events = LatestValues.read(topics, Topics.EVENTS, scratch);
        Writer articleLines = writer(articlesOut);
        Writer eventLines = writer(eventsOut)) {
      var memberships = new Memberships();
      for (String eventId : events.keys()) {
        ConferenceEvent event = events.get(eventId).orElseThrow();
        memberships.add(event);
        eventLines.append(ContractJson.event(event).toString()).append('\n');
      }
      var ledger = new Ledger(inputs.size());
      var deadLetters = DeadLetterList.read(topics, Topics.RAW);
      var book = CorrectionBook.read(topics);
      var verdicts = new Verdicts(inputs, articles::get, deadLetters, book.set()::retracts);
      var unnamed = new AtomicLong(memberships.unnamed());
      inputs.forEach(
          input -> {
            Verdict verdict = verdicts.on(input);
            String eventId = enter(ledger, input, verdict, memberships, unnamed);
            append(articleLines, line(input, verdict, eventId));
          });
      memberships.inTwo().forEach(id -> ledger.problem("article " + id + " stands in two events"));
      compareWithDatabase(ledger, events.keys().size());
      return ledger;
    }
  }

  private static String eventOf(Verdict verdict, Memberships memberships) {
    return verdict.outcome() == Outcome.CONFERENCE
        ? memberships.eventOf(verdict.article().getArticleId()).orElse(null)
        : null;
  }

  /** Returns the event that it stands in, or null. */
  private static String enter(
      Ledger ledger,
      Published input,
      Verdict verdict,
      Memberships memberships,
      AtomicLong unnamed) {
    if (input.failed() == null) {
      ledger.arrived();
    }
    String eventId = eventOf(verdict, memberships);
    boolean lost = verdict.outcome() == Outcome.CONFERENCE && eventId == null;
    if (lost && unnamed.getAndDecrement() <= 0) {
      ledger.problem(input.inputId() + " reports a conference and stands in no event");
    } else if (verdict.outcome() == null) {
      ledger.problem(input.inputId() + " has left no trace");
    } else {
      ledger.enter(verdict.outcome(), verdict.reason());
    }
    return eventId;
  }

  private static void append(Writer lines, String line) {
    try {
      lines.append(line).append('\n');
    } catch (IOException e) {
      throw new UncheckedIOException("the inputs cannot be written", e);
    }
  }

  private static String line(Published input, Verdict verdict, String eventId) {
    Article article = verdict.article();
    return ContractJson.article(
            input.inputId(),
            article,
            verdict.outcome() == null ? null : verdict.outcome().name(),
            verdict.reason(),
            eventId)
        .toString();
  }

  private void compareWithDatabase(Ledger ledger, int events) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet count = statement.executeQuery("SELECT count(*) FROM event")) {
      count.next();
      if (count.getLong(1) != events) {
        ledger.problem(
            "the topic holds %d events, the database %d: see %s"
                .formatted(events, count.getLong(1), Topics.EVENTS.deadLetters().name()));
      }
      ledger.note("%,8d events".formatted(events));
    }
  }

  /** Nowhere for null. */
  static Writer writer(Path file) throws IOException {
    if (file == null) {
      return Writer.nullWriter();
    }
    Files.createDirectories(file.toAbsolutePath().getParent());
    return Files.newBufferedWriter(file);
  }
}
