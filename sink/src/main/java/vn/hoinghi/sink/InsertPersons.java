package vn.hoinghi.sink;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import vn.hoinghi.avro.Person;

/** Adds the people named in each event's reports. */
final class InsertPersons {
  private static final String TABLE =
      "event_person (event_id, ordinal, name, name_plain, titles, titles_normal, part)";

  private InsertPersons() {}

  static void execute(Connection connection, List<Change> births) throws SQLException {
    try (var rows = new CopyRows(connection, TABLE)) {
      for (Change change : births) {
        int ordinal = 0;
        for (Person person : change.event().getPersons()) {
          rows.text(change.eventId())
              .number(ordinal++)
              .text(person.getName())
              .text(StorableText.plain(person.getName()))
              .texts(person.getTitles())
              .texts(person.getTitlesNormal())
              .text(person.getPart())
              .endRow();
        }
      }
      rows.send();
    }
  }
}
