package vn.hoinghi.enrich;

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
 * @param sources how many articles the live event has
 * @param prints of the event's canonical part, one for each field
 */
record EventState(
    long revision,
    boolean live,
    String anchorArticleId,
    String redirect,
    int sources,
    FieldPrints prints) {

  static EventState live(long revision, ConferenceEvent event, FieldPrints prints) {
    return new EventState(
        revision, true, event.getAnchorArticleId(), null, event.getSourceCount(), prints);
  }

  EventState dead(String redirect) {
    return new EventState(revision + 1, false, anchorArticleId, redirect, 0, FieldPrints.NONE);
  }

  /** Names of the fields in which the event with these prints differs from the one known here. */
  List<String> changed(FieldPrints now) {
    var changed = new ArrayList<String>();
    List<Schema.Field> fields = ConferenceEvent.getClassSchema().getFields();
    for (int i : now.differences(prints)) {
      changed.add(fields.get(i).name());
    }
    return changed;
  }

  byte[] toBytes() {
    return Codec.write(
        out -> {
          out.writeLong(revision);
          out.writeBoolean(live);
          Codec.text(out, anchorArticleId);
          Codec.text(out, redirect);
          out.writeInt(sources);
          out.writeInt(prints.hashes().length);
          for (long print : prints.hashes()) {
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
          int sources = in.readInt();
          long[] prints = new long[in.readInt()];
          for (int i = 0; i < prints.length; i++) {
            prints[i] = in.readLong();
          }
          return new EventState(revision, live, anchor, redirect, sources, new FieldPrints(prints));
        });
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof EventState other && Arrays.equals(toBytes(), other.toBytes());
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(toBytes());
  }
}
