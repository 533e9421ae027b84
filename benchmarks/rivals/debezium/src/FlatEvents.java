import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Map;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.kafka.connect.data.Date;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaAndValue;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.storage.Converter;

/**
 * Conference events for Kafka Connect, laid flat: five bytes of header and Avro become one row, without
 * the lists. So that the other sink reads the very records that ours reads, without a registry and without
 * parsing JSON, as directly as its data model allows.
 */
public final class FlatEvents implements Converter {
  private static final int HEADER = 5;
  private static final Schema ROW = row();

  private GenericDatumReader<GenericRecord> reader;
  private GenericRecord record;
  private BinaryDecoder decoder;

  private static Schema row() {
    SchemaBuilder row = SchemaBuilder.struct().name("event");
    row.field("revision", Schema.INT64_SCHEMA);
    for (String name : "rules_version shard anchor_article_id title type".split(" ")) {
      row.field(name, Schema.STRING_SCHEMA);
    }
    for (String name :
        ("level province_code province_name district commune venue organiser start_edtf end_edtf day_part"
                + " year_inferred_from format term attendees_qualifier venues_qualifier")
            .split(" ")) {
      row.field(name, Schema.OPTIONAL_STRING_SCHEMA);
    }
    row.field("start_date", Date.builder().optional().build());
    for (String name : "congress_ordinal plenum_ordinal attendees venues".split(" ")) {
      row.field(name, Schema.OPTIONAL_INT32_SCHEMA);
    }
    for (String name : "source_count independent_sources confidence".split(" ")) {
      row.field(name, Schema.INT32_SCHEMA);
    }
    return row.build();
  }

  @Override
  public void configure(Map<String, ?> settings, boolean isKey) {
    try {
      var written = new org.apache.avro.Schema.Parser().parse(new File((String) settings.get("schema")));
      reader = new GenericDatumReader<>(written);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public SchemaAndValue toConnectData(String topic, byte[] bytes) {
    if (bytes == null) {
      return SchemaAndValue.NULL;
    }
    try {
      decoder = DecoderFactory.get().binaryDecoder(bytes, HEADER, bytes.length - HEADER, decoder);
      record = reader.read(record, decoder);
      return new SchemaAndValue(ROW, flat(record));
    } catch (IOException e) {
      throw new DataException(e);
    }
  }

  private static Struct flat(GenericRecord event) {
    GenericRecord province = part(event, "province");
    GenericRecord place = part(event, "place");
    GenericRecord attendees = part(event, "attendees");
    GenericRecord venues = part(event, "venues");
    String start = text(event, "startDate");
    return new Struct(ROW)
        .put("revision", event.get("revision"))
        .put("rules_version", text(event, "rulesVersion"))
        .put("shard", text(event, "shard"))
        .put("anchor_article_id", text(event, "anchorArticleId"))
        .put("title", text(event, "title"))
        .put("type", text(event, "type"))
        .put("level", text(event, "level"))
        .put("province_code", text(province, "code"))
        .put("province_name", text(province, "name"))
        .put("district", text(place, "district"))
        .put("commune", text(place, "commune"))
        .put("venue", text(place, "venue"))
        .put("organiser", text(event, "organiser"))
        .put("start_edtf", start)
        .put("start_date", day(start))
        .put("end_edtf", text(event, "endDate"))
        .put("day_part", text(event, "dayPart"))
        .put("year_inferred_from", text(event, "yearInferredFrom"))
        .put("format", text(event, "format"))
        .put("congress_ordinal", event.get("congressOrdinal"))
        .put("plenum_ordinal", event.get("plenumOrdinal"))
        .put("term", text(event, "term"))
        .put("attendees", attendees == null ? null : attendees.get("value"))
        .put("attendees_qualifier", text(attendees, "qualifier"))
        .put("venues", venues == null ? null : venues.get("value"))
        .put("venues_qualifier", text(venues, "qualifier"))
        .put("source_count", event.get("sourceCount"))
        .put("independent_sources", event.get("independentSources"))
        .put("confidence", event.get("confidence"));
  }

  private static java.util.Date day(String date) {
    return date == null ? null : new java.util.Date(LocalDate.parse(date).toEpochDay() * 86_400_000L);
  }

  private static GenericRecord part(GenericRecord of, String name) {
    return (GenericData.Record) of.get(name);
  }

  private static String text(GenericRecord of, String name) {
    Object value = of == null ? null : of.get(name);
    return value == null ? null : value.toString();
  }

  @Override
  public byte[] fromConnectData(String topic, Schema schema, Object value) {
    throw new UnsupportedOperationException("only read");
  }
}
