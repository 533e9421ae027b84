package vn.hoinghi.ingest;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import okhttp3.Response;
import vn.hoinghi.schemas.Reason;

/**
 * Reads a body no further than it may go: so many bytes on the wire, so many decoded, and never
 * more than a plausible ratio between the two, for 100 KB of gzip can unfold to 100 MB. One body
 * each.
 */
final class BodyReader {
  private static final int CHUNK = 16 * 1024;

  /** Below this much the ratio says nothing: a page of blanks compresses well too. */
  private static final int RATIO_FROM = 1024 * 1024;

  /**
   * A body and what it cost.
   *
   * @param whole false where it was cut at the limit
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Body(byte[] decoded, long wireBytes, boolean whole) {}

  private final int maxBytes;
  private final boolean cut;
  private final int maxRatio;
  private boolean wasCut;
  private long wireBytes;

  BodyReader(int maxBytes, boolean cut, int maxRatio) {
    this.maxBytes = maxBytes;
    this.cut = cut;
    this.maxRatio = maxRatio;
  }

  Body read(Response response, SpeedWatch.Watched speed) throws IOException {
    long declared = declaredLength(response.headers("Content-Length"));
    if (declared > maxBytes && !cut) {
      throw tooLarge();
    }
    var wire =
        new TalliedStream(
            response.body().byteStream(),
            bytes -> {
              wireBytes += bytes;
              speed.received(bytes);
            });
    byte[] decoded =
        switch (encoding(response.headers("Content-Encoding"))) {
          case "", "identity" -> drain(wire);
          case "gzip", "x-gzip" -> gunzip(wire);
          default ->
              throw new Refused(
                  Reason.FETCH_ENCODING,
                  "Content-Encoding nobody asked for: " + response.header("Content-Encoding"));
        };
    return new Body(decoded, wireBytes, !wasCut);
  }

  /** Decodes gzip held in memory under the same limits; for sitemaps that are files in gzip. */
  byte[] gunzip(byte[] packed) throws IOException {
    return gunzip(inMemory(packed));
  }

  /** What unfolds a body. */
  interface Unpacker {
    InputStream over(InputStream packed) throws IOException;
  }

  /** The same with another way of unfolding. */
  byte[] unpack(byte[] packed, Unpacker unpacker) throws IOException {
    try {
      return drain(unpacker.over(inMemory(packed)));
    } catch (Refused e) {
      throw e;
    } catch (IOException e) {
      throw new Refused(Reason.FETCH_ENCODING, "cannot be unpacked: " + e.getMessage(), e);
    }
  }

  private TalliedStream inMemory(byte[] packed) {
    return new TalliedStream(new ByteArrayInputStream(packed), bytes -> wireBytes += bytes);
  }

  private byte[] gunzip(TalliedStream wire) throws IOException {
    try {
      return drain(new GZIPInputStream(wire, CHUNK));
    } catch (ZipException e) {
      throw new Refused(Reason.FETCH_ENCODING, "damaged gzip: " + e.getMessage(), e);
    } catch (EOFException e) {
      throw new Refused(Reason.FETCH_ENCODING, "gzip ends too early", e);
    }
  }

  private byte[] drain(InputStream in) throws IOException {
    var out = new ByteArrayOutputStream(CHUNK);
    byte[] chunk = new byte[CHUNK];
    for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
      int room = maxBytes - out.size();
      out.write(chunk, 0, Math.min(n, room));
      if (n > room) {
        if (cut) {
          wasCut = true;
          return out.toByteArray();
        }
        throw tooLarge();
      }
      if (out.size() > RATIO_FROM && out.size() / Math.max(wireBytes, 1) > maxRatio) {
        throw new Refused(
            Reason.FETCH_RATIO, wireBytes + " bytes unfolded to " + out.size() + " and more");
      }
    }
    return out.toByteArray();
  }

  private Refused tooLarge() {
    return new Refused(Reason.FETCH_TOO_LARGE, "more than " + maxBytes + " bytes");
  }

  /** -1 where none is declared; a length that is none, or two different ones, is bad HTTP. */
  private static long declaredLength(List<String> values) throws Refused {
    if (values.isEmpty()) {
      return -1;
    }
    List<String> distinct = values.stream().map(String::strip).distinct().toList();
    if (distinct.size() > 1 || !distinct.get(0).matches("[0-9]{1,18}")) {
      throw new Refused(Reason.FETCH_BAD_HTTP, "Content-Length " + Text.printable(distinct, 80));
    }
    return Long.parseLong(distinct.get(0));
  }

  private static String encoding(List<String> values) {
    return String.join(",", values).strip().toLowerCase(Locale.ROOT);
  }
}
