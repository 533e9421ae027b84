package vn.hoinghi.ingest;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.InflaterInputStream;
import org.brotli.dec.BrotliInputStream;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.LengthedBody;
import org.netpreserve.jwarc.WarcResponse;
import vn.hoinghi.schemas.Reason;

/**
 * The answer that a record holds, within the limits of a live fetch: a head that is no longer, a
 * body that is no larger, packed or not. Some archives hold bodies unpacked under a head that still
 * says they are not; such a body is taken as it is.
 */
final class WarcHttp {
  private static final int BUFFER = 8 * 1024;

  private final HttpResponse http;
  private final FetchLimits limits;

  private WarcHttp(HttpResponse http, FetchLimits limits) {
    this.http = http;
    this.limits = limits;
  }

  /**
   * The answer; a refused one where its inside is broken. Status 0 stands for none.
   *
   * @throws IOException where the record around it is broken
   */
  static Fetched of(WarcResponse record, WarcStretch stretch, CanonicalUrl url, FetchLimits limits)
      throws IOException {
    Integer status = 0;
    Map<String, String> headers = Map.of();
    try {
      byte[] block = record.body().stream().readAllBytes(); // no longer than a record may be
      HttpBlock.check(block);
      HttpResponse http = HttpResponse.parse(channel(block));
      status = http.status();
      if (status < 100 || status > 999) {
        throw new Refused(Reason.FETCH_BAD_HTTP, "no status line");
      }
      headers = headers(http);
      if (status != 200) {
        return new Fetched(url, 0, status, headers, new byte[0], 0, 0, null, null);
      }
      byte[] captured = new WarcHttp(http, limits).captured();
      byte[] body = unpacked(captured, headers, limits);
      return new Fetched(url, 0, status, headers, body, captured.length, 0, null, null);
    } catch (IOException | RuntimeException e) {
      if (stretch.fault() != null) {
        throw e;
      }
      String problem = e.getMessage() == null ? e.toString() : e.getMessage();
      return new Fetched(url, 0, status, headers, new byte[0], 0, 0, reason(e), problem);
    }
  }

  private static LengthedBody channel(byte[] block) {
    var bytes = Channels.newChannel(new ByteArrayInputStream(block));
    return LengthedBody.create(bytes, ByteBuffer.allocate(BUFFER).flip(), block.length);
  }

  private static Reason reason(Exception e) {
    if (e instanceof Refused refused) {
      return refused.reason();
    }
    return e instanceof EOFException ? Reason.FETCH_TRUNCATED : Reason.FETCH_BAD_HTTP;
  }

  private static Map<String, String> headers(HttpResponse http) {
    var headers = new TreeMap<String, String>();
    for (Map.Entry<String, List<String>> each : http.headers().map().entrySet()) {
      String value = String.join(", ", each.getValue());
      if (value.length() <= Fetcher.MAX_HEADER_CHARS) {
        headers.put(each.getKey().toLowerCase(Locale.ROOT), value);
      }
    }
    return headers;
  }

  /** The body as it was sent, chunks put together. */
  private byte[] captured() throws IOException {
    InputStream in = http.body().stream();
    byte[] bytes = in.readNBytes(limits.maxBytes() + 1);
    if (bytes.length > limits.maxBytes()) {
      throw tooLarge();
    }
    boolean whole = http.headers().first("Transfer-Encoding").isPresent();
    String declared = http.headers().first("Content-Length").orElse("");
    if (!whole && declared.matches("[0-9]{1,18}") && bytes.length < Long.parseLong(declared)) {
      throw new EOFException(bytes.length + " bytes of " + declared);
    }
    return bytes;
  }

  private Refused tooLarge() {
    return new Refused(Reason.FETCH_TOO_LARGE, "more than " + limits.maxBytes() + " bytes");
  }

  private static byte[] unpacked(byte[] body, Map<String, String> headers, FetchLimits limits)
      throws IOException {
    String encoding = headers.getOrDefault("content-encoding", "").strip().toLowerCase(Locale.ROOT);
    var reader = new BodyReader(limits.maxBytes(), false, limits.maxRatio());
    boolean gzip = body.length > 2 && body[0] == 0x1f && (body[1] & 0xff) == 0x8b;
    return switch (encoding) {
      case "", "identity", "none" -> body;
      case "gzip", "x-gzip" -> gzip ? reader.gunzip(body) : body;
      case "deflate" -> reader.unpack(body, InflaterInputStream::new);
      case "br" -> reader.unpack(body, BrotliInputStream::new);
      default ->
          throw new Refused(
              Reason.FETCH_ENCODING, "Content-Encoding " + Text.printable(encoding, 40));
    };
  }
}
