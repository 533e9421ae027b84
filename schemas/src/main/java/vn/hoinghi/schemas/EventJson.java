package vn.hoinghi.schemas;

import java.nio.ByteBuffer;
import vn.hoinghi.avro.ConferenceEvent;

/** An event as {@link ContractJson#event} has it, in UTF-8, with the hash of its canonical part. */
public final class EventJson {
  private final byte[] utf8;
  private final String canonicalHash;

  private EventJson(byte[] utf8, String canonicalHash) {
    this.utf8 = utf8;
    this.canonicalHash = canonicalHash;
  }

  public static EventJson of(ConferenceEvent event) {
    byte[] identity = JsonFields.utf8(json -> ContractJson.identity(event, json));
    byte[] canonical = JsonFields.utf8(json -> ContractJson.canonical(event, json));
    return new EventJson(joined(identity, canonical), Sha256.hex(canonical));
  }

  /** One object of the fields of both. */
  private static byte[] joined(byte[] one, byte[] other) {
    return ByteBuffer.allocate(one.length + other.length - 1)
        .put(one, 0, one.length - 1)
        .put((byte) ',')
        .put(other, 1, other.length - 1)
        .array();
  }

  /** The whole event; not to be changed. */
  public byte[] utf8() {
    return utf8;
  }

  /**
   * SHA-256 of {@link ContractJson#canonical}, 64 hexadecimal digits: equal for events that say the
   * same, whatever their ids and revisions.
   */
  public String canonicalHash() {
    return canonicalHash;
  }
}
