package vn.hoinghi.ingest;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.hoinghi.schemas.Reason;

/**
 * The bytes of an answer as an archive holds them, before they are parsed. The parser of archives
 * reads a chunk of 2^64-1 bytes as the rest of the record, and loses its way in a head without end;
 * a live server is not let off with either.
 */
final class HttpBlock {
  /** More hex digits make no length that could be meant. */
  private static final int MOST_DIGITS = 15;

  private static final Pattern CHUNKED =
      Pattern.compile("(?im)^transfer-encoding:[ \\t]*chunked[ \\t]*$");
  private static final Pattern SIZE = Pattern.compile("0*([0-9A-Fa-f]*)");
  private static final int MOST_OF_A_LINE = 64;

  private final byte[] bytes;

  private HttpBlock(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * @throws Refused {@link Reason#FETCH_HEADER_LIMIT} or {@link Reason#FETCH_BAD_HTTP}
   */
  static void check(byte[] bytes) throws Refused {
    var block = new HttpBlock(bytes);
    int body = block.endOfHead();
    if (body > HeadLimit.BYTES) {
      throw new Refused(
          Reason.FETCH_HEADER_LIMIT, "a head of more than " + HeadLimit.BYTES + " bytes");
    }
    String head = new String(bytes, 0, body, StandardCharsets.ISO_8859_1);
    if (CHUNKED.matcher(head.replace("\r", "")).find()) {
      block.checkChunks(body);
    }
  }

  /** Behind the first empty line; the end of all where there is none. */
  private int endOfHead() {
    for (int at = 0; at < bytes.length; at++) {
      if (bytes[at] == '\n') {
        int next = at + 1 < bytes.length && bytes[at + 1] == '\r' ? at + 2 : at + 1;
        if (next < bytes.length && bytes[next] == '\n') {
          return next + 1;
        }
      }
    }
    return bytes.length;
  }

  /** Ends where no size stands, for then the body is no longer in chunks. */
  private void checkChunks(int body) throws Refused {
    long at = body;
    while (at < bytes.length) {
      int from = (int) at;
      int most = Math.min(MOST_OF_A_LINE, bytes.length - from);
      String line = new String(bytes, from, most, StandardCharsets.ISO_8859_1);
      Matcher size = SIZE.matcher(line);
      if (!size.lookingAt() || size.group(1).isEmpty()) {
        return;
      }
      if (size.group(1).length() > MOST_DIGITS) {
        throw new Refused(Reason.FETCH_BAD_HTTP, "a chunk of 0x" + size.group() + " bytes");
      }
      int end = line.indexOf('\n');
      if (end < 0) {
        return;
      }
      at += end + 1 + Long.parseLong(size.group(1), 16) + 2;
    }
  }
}
