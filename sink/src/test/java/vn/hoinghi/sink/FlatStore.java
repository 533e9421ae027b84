package vn.hoinghi.sink;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import vn.hoinghi.avro.ConferenceEvent;
import vn.hoinghi.avro.Count;
import vn.hoinghi.avro.Place;
import vn.hoinghi.avro.Province;

/**
 * One row an event and nothing else, in the table {@code flat}: the sink's own way of writing, cut
 * to what others write. Positions are held, compared and moved in each transaction; rows that are
 * not there yet go by COPY, others by an upsert.
 */
final class FlatStore implements EventStore {
  private static final String COLUMNS =
      "event_id, revision, rules_version, shard, anchor_article_id, title, type, level, province_code,"
          + " province_name, district, commune, venue, organiser, start_edtf, end_edtf, day_part,"
          + " year_inferred_from, format, congress_ordinal, plenum_ordinal, term, attendees,"
          + " attendees_qualifier, venues, venues_qualifier, source_count, independent_sources, confidence";
  private static final String UPSERT = upsert();
  private static final String KNOWN = "SELECT event_id FROM flat WHERE event_id = ANY (?)";

  private final Transactions transactions;
  private final EventStore positions;

  FlatStore(DataSource database) {
    this.positions = new PostgresEventStore(database);
    this.transactions = new Transactions(database);
  }

  private static String upsert() {
    List<String> columns = List.of(COLUMNS.split(", ?"));
    String set = String.join(", ", columns.stream().map(c -> c + " = excluded." + c).toList());
    return "INSERT INTO flat (%s) VALUES (?%s) ON CONFLICT (event_id) DO UPDATE SET %s"
        .formatted(COLUMNS, ", ?".repeat(columns.size() - 1), set);
  }

  @Override
  public Positions positions(
      TopicIdentity topic, Map<Integer, LogBounds> logs, Duration tombstonesKept)
      throws StoreException {
    return positions.positions(topic, logs, tombstonesKept);
  }

  @Override
  public Stored apply(Batch batch) throws StoreException {
    var newest = new LinkedHashMap<String, Change>();
    batch.changes().forEach(change -> newest.put(change.eventId(), change));
    return transactions.commit(
        connection -> {
          PostgresEventStore.compare(batch, connection);
          Set<String> known = known(connection, newest.keySet());
          try (Rows rows = new CopyRows(connection, "flat (" + COLUMNS + ")")) {
            write(rows, newest, id -> !known.contains(id));
          }
          try (Rows rows = new RowBatch(connection, UPSERT)) {
            write(rows, newest, known::contains);
          }
          UpdatePositions.execute(connection, batch.topic().topic(), batch.moves());
          return new Stored(newest.size(), batch.changes().size() - newest.size(), 0, 0);
        });
  }

  private static Set<String> known(Connection connection, Set<String> ids) throws SQLException {
    var known = new HashSet<String>();
    try (var statement = connection.prepareStatement(KNOWN)) {
      statement.setArray(1, connection.createArrayOf("text", ids.toArray()));
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          known.add(rows.getString(1));
        }
      }
    }
    return known;
  }

  private interface Which {
    boolean is(String id);
  }

  private static void write(Rows rows, Map<String, Change> changes, Which which)
      throws SQLException {
    for (Change change : changes.values()) {
      if (which.is(change.eventId())) {
        row(rows, change.event());
      }
    }
    rows.send();
  }

  private static void row(Rows rows, ConferenceEvent event) throws SQLException {
    Province province = event.getProvince();
    Place place = event.getPlace();
    rows.text(event.getEventId()).big(event.getRevision()).text(event.getRulesVersion());
    rows.text(event.getShard()).text(event.getAnchorArticleId()).text(event.getTitle());
    rows.text(event.getType()).text(event.getLevel());
    rows.text(province == null ? null : province.getCode());
    rows.text(province == null ? null : province.getName());
    rows.text(place == null ? null : place.getDistrict());
    rows.text(place == null ? null : place.getCommune());
    rows.text(place == null ? null : place.getVenue());
    rows.text(event.getOrganiser()).text(event.getStartDate()).text(event.getEndDate());
    rows.text(event.getDayPart()).text(event.getYearInferredFrom()).text(event.getFormat());
    rows.number(event.getCongressOrdinal()).number(event.getPlenumOrdinal()).text(event.getTerm());
    count(rows, event.getAttendees());
    count(rows, event.getVenues());
    rows.number(event.getSourceCount()).number(event.getIndependentSources());
    rows.number(event.getConfidence()).endRow();
  }

  private static void count(Rows rows, Count count) throws SQLException {
    rows.number(count == null ? null : (Integer) count.getValue());
    rows.text(count == null ? null : count.getQualifier());
  }

  @Override
  public List<Refusal> refusals(Batch batch) {
    throw new UnsupportedOperationException("all records of the benchmark can be stored");
  }

  @Override
  public boolean beginFullRead(TopicIdentity topic, Map<Integer, LogBounds> logs, Begin when) {
    return false;
  }

  @Override
  public boolean isReadWhole(TopicIdentity topic) {
    return false;
  }

  @Override
  public void bury(TopicIdentity topic, List<Change> deaths) {
    throw new UnsupportedOperationException("no id of the benchmark dies");
  }

  @Override
  public int sweep(TopicIdentity topic) {
    return 0;
  }
}
