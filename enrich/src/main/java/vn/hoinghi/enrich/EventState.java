package vn.hoinghi.enrich;

import com.dynatrace.hash4j.hashing.Hashing;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import vn.hoinghi.avro.ConferenceEvent;

/**
 * What is kept of an event id for ever, dead ones too.
 *
 * @param revision of its last record on the events topic
 * @param live false once it was retracted
 * @param redirect where a dead id leads, or null
 * @param prints one 64-bit hash for each field of the event's canonical part
 */
record EventState(
    long revision, boolean live, String anchorArticleId, String redirect, List<Long> prints) {

  static EventState live(long revision, ConferenceEvent event) {
    return new EventState(revision, true, event.getAnchorArticleId(), null, prints(event));
  }

  EventState dead(String redirect) {
    return new EventState(revision + 1, false, anchorArticleId, redirect, List.of());
  }

  /** Names of the fields in which the event differs from the one these prints were taken of. */
  List<String> changed(ConferenceEvent event) {
    var changed = new ArrayList<String>();
    List<Long> now = prints(event);
    List<Schema.Field> fields = event.getSchema().getFields();
    for (int i = 0; i < now.size(); i++) {
      if (i >= prints.size() || !prints.get(i).equals(now.get(i))) {
        changed.add(fields.get(i).name());
      }
    }
    return changed;
  }

  private static List<Long> prints(ConferenceEvent event) {
    var prints = new ArrayList<Long>();
    for (Schema.Field field : event.getSchema().getFields()) {
      String value = String.valueOf(event.get(field.pos()));
      boolean counts = !field.name().equals("revision");
      prints.add(counts ? Hashing.komihash5_0().hashCharsToLong(value) : 0);
    }
    return List.copyOf(prints);
  }

  byte[] toBytes() {
    return Codec.write(
        out -> {
          out.writeLong(revision);
          out.writeBoolean(live);
          Codec.text(out, anchorArticleId);
          Codec.text(out, redirect);
          out.writeInt(prints.size());
          for (long print : prints) {
            out.writeLong(print);
          }
        });
  }

  static EventState fromBytes(byte[] bytes) {
    return Codec.read(
        bytes,
        in -> {
          long revision = in.readLong();
          boolean live = in.readBoolean();
          String anchor = Codec.text(in);
          String redirect = Codec.text(in);
          var prints = new ArrayList<Long>();
          for (int left = in.readInt(); left > 0; left--) {
            prints.add(in.readLong());
          }
          return new EventState(revision, live, anchor, redirect, prints);
        });
  }
}
