package vn.hoinghi.enrich;

import com.dynatrace.hash4j.hashing.Hashing;
import java.util.ArrayList;
import java.util.Arrays;
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
    long revision, boolean live, String anchorArticleId, String redirect, long[] prints) {

  static EventState live(long revision, ConferenceEvent event) {
    return new EventState(revision, true, event.getAnchorArticleId(), null, prints(event));
  }

  EventState dead(String redirect) {
    return new EventState(revision + 1, false, anchorArticleId, redirect, new long[0]);
  }

  /** Names of the fields in which the event differs from the one these prints were taken of. */
  List<String> changed(ConferenceEvent event) {
    var changed = new ArrayList<String>();
    long[] now = prints(event);
    List<Schema.Field> fields = event.getSchema().getFields();
    for (int i = 0; i < now.length; i++) {
      if (i >= prints.length || prints[i] != now[i]) {
        changed.add(fields.get(i).name());
      }
    }
    return changed;
  }

  private static long[] prints(ConferenceEvent event) {
    List<Schema.Field> fields = event.getSchema().getFields();
    long[] prints = new long[fields.size()];
    for (int i = 0; i < prints.length; i++) {
      if (!fields.get(i).name().equals("revision")) {
        String value = String.valueOf(event.get(fields.get(i).pos()));
        prints[i] = Hashing.komihash5_0().hashCharsToLong(value);
      }
    }
    return prints;
  }

  byte[] toBytes() {
    return Codec.write(
        out -> {
          out.writeLong(revision);
          out.writeBoolean(live);
          Codec.text(out, anchorArticleId);
          Codec.text(out, redirect);
          out.writeInt(prints.length);
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
          long[] prints = new long[in.readInt()];
          for (int i = 0; i < prints.length; i++) {
            prints[i] = in.readLong();
          }
          return new EventState(revision, live, anchor, redirect, prints);
        });
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof EventState s && Arrays.equals(toBytes(), s.toBytes());
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(toBytes());
  }

  @Override
  public String toString() {
    return "EventState[" + revision + (live ? " live" : " dead -> " + redirect) + "]";
  }
}
