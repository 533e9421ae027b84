package vn.hoinghi.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import vn.hoinghi.schemas.Reason;

/**
 * A part of an archive that can be read from its beginning, whatever is broken before it: one gzip
 * member, checksum included, or plain records one after the other. The records in it are jwarc's to
 * read; here is counted what they take, and noticed what jwarc forgives: a record that does not end
 * where it says.
 */
final class WarcStretch implements AutoCloseable {
  /** A record that is too large even to be passed over. */
  static final class Unpassable extends IOException {
    private static final long serialVersionUID = 1L;

    Unpassable(String message) {
      super(message);
    }
  }

  /** Of a record, enough to tell it from text that speaks of one. */
  private static final Pattern FIRST_LINE =
      Pattern.compile("WARC/[0-9]\\.[0-9]{1,2}\\r?\\n[A-Za-z-]{1,20}");

  private static final long MOST_CHECKED = 32L * 1024 * 1024;
  private static final int HEAD = 16;
  private static final byte[] RECORD_END = {'\r', '\n', '\r', '\n'};
  private static final byte[] GZIP = {0x1f, (byte) 0x8b, 8};
  private static final byte[] BEGINNING = "WARC/".getBytes(StandardCharsets.US_ASCII);
  private static final int READER_BUFFER = 8 * 1024;

  /** Fields of one record. */
  private static final int MAX_HEAD = 256 * 1024;

  private final WarcTape tape;
  private final long from;
  private final InputStream member;
  private final WarcReader reader;
  private boolean headOnly;
  private long headLeft;
  private IOException fault;
  private boolean misfits;
  private int records;

  private final long passed;

  private WarcStretch(WarcTape tape, long from, InputStream member, long passed, byte[] peeked)
      throws IOException {
    this.tape = tape;
    this.from = from;
    this.member = member;
    this.passed = passed;
    ByteBuffer buffer = ByteBuffer.allocate(READER_BUFFER);
    buffer.put(peeked).flip();
    this.reader =
        new WarcReader(member == null ? tape.channel(this::counted) : new Unpacked(), buffer);
    reader.onWarning(warning -> misfits |= warning.contains("trailer"));
  }

  /** The stretch that begins here; null where none does. */
  static WarcStretch at(WarcTape tape, long from) throws IOException {
    tape.seek(from);
    byte[] head = tape.readNBytes(HEAD);
    if (begins(head)) {
      tape.seek(from);
      return new WarcStretch(tape, from, null, 0, new byte[0]);
    }
    boolean gzip = head.length > 3 && isPrefix(head, GZIP) && (head[3] & 0xe0) == 0;
    return gzip ? member(tape, from, 0) : null;
  }

  /** Whether the few bytes that are left there may be the beginning of a stretch. */
  static boolean mayBegin(WarcTape tape, long from) throws IOException {
    tape.seek(from);
    byte[] head = tape.readNBytes(HEAD);
    return isPrefix(head, GZIP) || isPrefix(head, BEGINNING);
  }

  /**
   * The rest of a member, from the next place on where a record begins.
   *
   * @param inside offset in what the member unfolds to
   * @return null where none begins any more
   */
  static WarcStretch inside(WarcTape tape, long from, long inside) throws IOException {
    return member(tape, from, inside);
  }

  private static WarcStretch member(WarcTape tape, long from, long inside) throws IOException {
    tape.seek(from);
    InputStream member = null;
    try {
      member = GzipCompressorInputStream.builder().setInputStream(tape).get();
      var unpacked = new PushbackInputStream(member, HEAD);
      unpacked.skipNBytes(inside);
      long passed = inside;
      byte[] peeked = unpacked.readNBytes(HEAD);
      while (inside > 0 && peeked.length == HEAD && !begins(peeked)) {
        unpacked.unread(peeked, 1, HEAD - 1);
        passed++;
        peeked = unpacked.readNBytes(HEAD);
      }
      if (begins(peeked)) {
        return new WarcStretch(tape, from, unpacked, passed, peeked);
      }
    } catch (IOException e) {
      // no gzip after all, or broken on the way
    }
    if (member != null) {
      member.close();
    }
    return null;
  }

  private static boolean begins(byte[] head) {
    return FIRST_LINE.matcher(new String(head, StandardCharsets.ISO_8859_1)).lookingAt();
  }

  private static boolean isPrefix(byte[] head, byte[] of) {
    int length = Math.min(head.length, of.length);
    return Arrays.equals(head, 0, length, of, 0, length);
  }

  /**
   * The next record, the one before having been read to its end.
   *
   * @return empty at the end of the stretch
   * @throws IOException where there is neither record nor end; {@link #misfits()} then says whether
   *     already the one before is broken
   */
  Optional<WarcRecord> next() throws IOException {
    misfits = false;
    Optional<WarcRecord> next = withinHead(reader::next);
    next.ifPresent(record -> records++);
    return next;
  }

  /** Anything that reads a head, which is refused where it gets too long. */
  private interface HeadReader<T> {
    T read() throws IOException;
  }

  private <T> T withinHead(HeadReader<T> head) throws IOException {
    headOnly = true;
    headLeft = MAX_HEAD;
    try {
      return head.read();
    } finally {
      headOnly = false;
    }
  }

  /** Whether the last record but the newest did not end where it said. */
  boolean misfits() {
    return misfits;
  }

  /** Whether no more than a part of what follows every record is there behind the last one. */
  boolean endsEarly() throws IOException {
    if (packed()) {
      return false;
    }
    tape.seek(reader.position());
    byte[] end = tape.readNBytes(HEAD);
    return end.length < RECORD_END.length && isPrefix(end, RECORD_END);
  }

  boolean packed() {
    return member != null;
  }

  /** Records begun in this stretch. */
  int records() {
    return records;
  }

  /** What is wrong with the gzip member, or null. */
  IOException fault() {
    return fault;
  }

  /**
   * Reads a member on to its checksum, as far as that takes no long time.
   *
   * @return what is wrong with it, or null
   */
  IOException checked() {
    long left = MOST_CHECKED;
    byte[] chunk = new byte[READER_BUFFER];
    try {
      for (int n = 0; fault == null && n >= 0 && left > 0; left -= n) {
        n = member.read(chunk);
      }
    } catch (IOException e) {
      fault = e;
    }
    return fault;
  }

  /** Where the newest record begins in the file: itself, or the member that holds it. */
  long recordAt() {
    return packed() ? from : reader.position();
  }

  /** Where the newest record begins in what the member unfolds to; in a plain stretch as well. */
  long insideAt() {
    return passed + reader.position();
  }

  /** Bytes of the file from the newest record on. */
  long room() throws IOException {
    return tape.size() - recordAt();
  }

  /** How far the file was read, roughly; precisely at the end of a member. */
  long reached() {
    return tape.position();
  }

  @Override
  public void close() throws IOException {
    if (member != null) {
      member.close();
    }
  }

  private int counted(int n) throws IOException {
    if (headOnly && n > 0) {
      headLeft -= n;
      if (headLeft < 0) {
        throw new Refused(Reason.WARC_LIMIT, "a head of more than " + MAX_HEAD + " bytes");
      }
    }
    return n;
  }

  /** A member's bytes; what breaks in it is remembered, for it is no record's fault. */
  private final class Unpacked implements ReadableByteChannel {
    @Override
    public int read(ByteBuffer into) throws IOException {
      int n;
      try {
        n = member.read(into.array(), into.arrayOffset() + into.position(), into.remaining());
      } catch (IOException e) {
        fault = e;
        throw e;
      }
      into.position(into.position() + Math.max(n, 0));
      return counted(n);
    }

    @Override
    public boolean isOpen() {
      return true;
    }

    @Override
    public void close() {
      // with the stretch
    }
  }
}
