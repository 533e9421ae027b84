package vn.hoinghi.schemas;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import vn.hoinghi.avro.ConferenceEvent;

/**
 * An event as {@link ContractJson#event} has it, in UTF-8, with the hash of its canonical part.
 * Both are made when the first of them is asked for, once.
 */
public final class EventJson {
  private static final int USUAL_LENGTH = 4096;

  private final ConferenceEvent event;
  private byte[] utf8;
  private String canonicalHash;

  private EventJson(ConferenceEvent event) {
    this.event = event;
  }

  /**
   * Of an event.
   *
   * @param event not to be changed any more
   */
  public static EventJson of(ConferenceEvent event) {
    return new EventJson(event);
  }

  /** The whole event; not to be changed. */
  public byte[] utf8() {
    return written().utf8;
  }

  /**
   * SHA-256 of {@link ContractJson#canonical}, 64 hexadecimal digits: equal for events that say the
   * same, whatever their ids and revisions.
   */
  public String canonicalHash() {
    return written().canonicalHash;
  }

  private synchronized EventJson written() {
    if (utf8 == null) {
      write();
    }
    return this;
  }

  /** The canonical part is what follows the identity and its comma, in braces of its own. */
  private void write() {
    var bytes = new ByteArrayOutputStream(USUAL_LENGTH);
    int comma =
        JsonFields.utf8(
            bytes,
            json -> ContractJson.identity(event, json),
            json -> ContractJson.canonical(event, json));
    utf8 = bytes.toByteArray();
    int from = comma + 1;
    MessageDigest digest = Sha256.digest();
    digest.update((byte) '{');
    digest.update(utf8, from, utf8.length - from);
    canonicalHash = Sha256.hex(digest);
  }
}
