package vn.hoinghi.ingest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Archives for tests, record by record, right or wrong as told. */
final class Warcs {
  static final Instant CAPTURED = Instant.parse("2021-05-06T07:08:09Z");
  static final Instant IMPORTED = Instant.parse("2026-11-01T00:00:00Z");

  private Warcs() {}

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static byte[] join(byte[]... parts) {
    var out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  /** A record with a block and whatever fields. */
  static byte[] record(String type, String fields, String length, byte[] block) {
    String head =
        "WARC/1.0\r\nWARC-Type: "
            + type
            + "\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\n"
            + fields
            + "Content-Length: "
            + length
            + "\r\n\r\n";
    return join(bytes(head), block, bytes("\r\n\r\n"));
  }

  static byte[] record(String type, String fields, byte[] block) {
    return record(type, fields, Integer.toString(block.length), block);
  }

  static String fields(String url, String date) {
    return "WARC-Target-URI: "
        + url
        + "\r\nWARC-Date: "
        + date
        + "\r\nContent-Type: application/http; msgtype=response\r\n";
  }

  /** A whole answer in a record. */
  static byte[] response(String url, byte[] http) {
    return record("response", fields(url, CAPTURED.toString()), http);
  }

  static byte[] http(String head, byte[] body) {
    return join(bytes("HTTP/1.1 " + head + "\r\n\r\n"), body);
  }

  static byte[] html(String text) {
    return bytes("<html><head><title>t</title></head><body><p>" + text + "</p></body></html>");
  }

  /** The page number so many of {@code bao.example}, of a size of its own. */
  static byte[] page(int number) {
    byte[] body = html("Trang " + number + " " + "hội nghị ".repeat(number * 7 % 50));
    String head =
        "200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: " + body.length;
    return response(url(number), http(head, body));
  }

  static String url(int number) {
    return "http://bao.example/" + number;
  }

  /** Records of so many pages, with a record about the archive and requests among them. */
  static List<byte[]> pages(int count) {
    var records = new ArrayList<byte[]>();
    for (int i = 0; i < count; i++) {
      records.add(page(i));
    }
    return records;
  }

  static byte[] gzip(byte[] bytes) {
    var out = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  static byte[] joined(List<byte[]> records, boolean gzip) {
    return join(records.stream().map(each -> gzip ? gzip(each) : each).toArray(byte[][]::new));
  }

  static WarcPages reading() {
    return new WarcPages(FetchLimits.defaults(), new AddressGuard(List.of()), IMPORTED);
  }

  static List<Capture> read(Path file) {
    return read(file, Capture.Mark.BEGINNING);
  }

  static List<Capture> read(Path file, Capture.Mark from) {
    try (var captures = new WarcSource(file, from, reading()).captures()) {
      return captures.toList();
    }
  }

  static Path file(Path dir, byte[]... parts) throws IOException {
    return Files.write(Files.createTempFile(dir, "a", ".warc"), join(parts));
  }
}
