package vn.hoinghi.enrich;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.apache.kafka.common.utils.Bytes;
import vn.hoinghi.avro.ConferenceMention;
import vn.hoinghi.avro.Correction;
import vn.hoinghi.enrich.resolve.Member;
import vn.hoinghi.enrich.resolve.Sketch;

/**
 * Bytes of the records that never leave the application: repartition topic, stores, changelogs.
 * They live as long as one rules version; a new one starts from the raw topic, so there is nothing
 * to evolve.
 */
final class Codec {
  /** To be raised whenever anything here or in the stores is written in another way. */
  static final int FORMAT = 3;

  /** Length of an article's id as a key. */
  static final int ID_BYTES = 32;

  private static final HexFormat HEX = HexFormat.of();
  private static final byte MEMBERSHIP = 0;
  private static final byte CORRECTION = 1;

  private Codec() {}

  interface Writing {
    void to(DataOutputStream out) throws IOException;
  }

  interface Reading<T> {
    T from(DataInputStream in) throws IOException;
  }

  static byte[] write(Writing writing) {
    var bytes = new ByteArrayOutputStream(1024);
    try (var out = new DataOutputStream(bytes)) {
      writing.to(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static <T> T read(byte[] bytes, Reading<T> reading) {
    if (bytes == null) {
      return null;
    }
    try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      return reading.from(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] news(ShardNews news) {
    return news instanceof ShardNews.Corrected corrected
        ? write(
            out -> {
              out.writeByte(CORRECTION);
              bytes(out, correction(corrected.correction()));
            })
        : write(
            out -> {
              out.writeByte(MEMBERSHIP);
              bytes(out, membership((Membership) news));
            });
  }

  static ShardNews news(byte[] bytes) {
    return read(
        bytes,
        in ->
            in.readByte() == CORRECTION
                ? new ShardNews.Corrected(correction(bytes(in)))
                : membership(bytes(in)));
  }

  static byte[] correction(Correction correction) {
    try {
      return array(correction.toByteBuffer());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Correction correction(byte[] bytes) {
    try {
      return Correction.fromByteBuffer(ByteBuffer.wrap(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] array(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.remaining()];
    buffer.get(bytes);
    return bytes;
  }

  static byte[] membership(Membership m) {
    return write(
        out -> {
          text(out, m.kind().name());
          text(out, m.articleId());
          text(out, m.shard());
          out.writeLong(m.firstIngestedAt());
          if (m.member() != null) {
            member(out, m.member());
          }
        });
  }

  static Membership membership(byte[] bytes) {
    return read(
        bytes,
        in -> {
          var kind = Membership.Kind.valueOf(text(in));
          String articleId = text(in);
          String shard = text(in);
          long first = in.readLong();
          Member member = kind == Membership.Kind.JOIN ? member(in) : null;
          return new Membership(kind, articleId, shard, member, first);
        });
  }

  static byte[] member(Member m) {
    return write(out -> member(out, m));
  }

  static Member member(byte[] bytes) {
    return read(bytes, Codec::member);
  }

  private static void member(DataOutputStream out, Member m) throws IOException {
    for (String part :
        new String[] {
          m.articleId(),
          m.shard(),
          m.url(),
          m.outlet(),
          m.title(),
          m.publishedAt(),
          m.origin(),
          m.rulesVersion()
        }) {
      text(out, part);
    }
    out.writeLong(m.firstIngestedAt());
    out.writeLong(m.fetchedAt());
    out.writeInt(m.sketch().runs());
    bytes(out, m.sketch().whole());
    bytes(out, m.sketch().head());
    bytes(out, array(m.mention().toByteBuffer()));
  }

  private static Member member(DataInputStream in) throws IOException {
    String articleId = text(in);
    String shard = text(in);
    String url = text(in);
    String outlet = text(in);
    String title = text(in);
    String publishedAt = text(in);
    String origin = text(in);
    String rulesVersion = text(in);
    long firstIngestedAt = in.readLong();
    long fetchedAt = in.readLong();
    var sketch = Sketch.restored(in.readInt(), bytes(in), bytes(in));
    var mention = ConferenceMention.fromByteBuffer(ByteBuffer.wrap(bytes(in)));
    return new Member(
        articleId,
        shard,
        url,
        outlet,
        title,
        publishedAt,
        firstIngestedAt,
        fetchedAt,
        origin,
        rulesVersion,
        sketch,
        mention);
  }

  static void text(DataOutputStream out, String text) throws IOException {
    bytes(out, text == null ? null : text.getBytes(StandardCharsets.UTF_8));
  }

  static String text(DataInputStream in) throws IOException {
    byte[] bytes = bytes(in);
    return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
  }

  private static void bytes(DataOutputStream out, byte[] bytes) throws IOException {
    out.writeInt(bytes == null ? -1 : bytes.length);
    if (bytes != null) {
      out.write(bytes);
    }
  }

  private static byte[] bytes(DataInputStream in) throws IOException {
    int length = in.readInt();
    return length < 0 ? null : in.readNBytes(length);
  }

  /** An id of hex digits as a store key; bytes sort as the digits do. */
  static Bytes key(String hexId) {
    return Bytes.wrap(HEX.parseHex(hexId));
  }

  static String hex(byte[] bytes, int from, int to) {
    return HEX.formatHex(bytes, from, to);
  }
}
