package vn.hoinghi.standalone;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/** Records of a web archive as crawlers write them, each in a gzip member of its own. */
final class ArchiveRecords {
  private ArchiveRecords() {}

  static byte[] response(String url, String type, String body) throws IOException {
    int length = body.getBytes(StandardCharsets.UTF_8).length;
    return record(
        "response",
        "WARC-Target-URI: " + url + "\r\nContent-Type: application/http; msgtype=response\r\n",
        "HTTP/1.1 200 OK\r\nContent-Type: "
            + type
            + "\r\nContent-Length: "
            + length
            + "\r\n\r\n"
            + body);
  }

  static byte[] record(String type, String fields, String block) throws IOException {
    byte[] bytes = block.getBytes(StandardCharsets.UTF_8);
    String head =
        "WARC/1.0\r\nWARC-Type: "
            + type
            + "\r\nWARC-Date: 2021-05-06T07:08:09Z\r\n"
            + fields
            + "Content-Length: "
            + bytes.length
            + "\r\n\r\n";
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write(head.getBytes(StandardCharsets.UTF_8));
      gzip.write(bytes);
      gzip.write("\r\n\r\n".getBytes(StandardCharsets.UTF_8));
    }
    return packed.toByteArray();
  }
}
