package vn.hoinghi.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.hoinghi.ingest.Warcs.bytes;
import static vn.hoinghi.ingest.Warcs.gzip;
import static vn.hoinghi.ingest.Warcs.html;
import static vn.hoinghi.ingest.Warcs.http;
import static vn.hoinghi.ingest.Warcs.join;
import static vn.hoinghi.ingest.Warcs.joined;
import static vn.hoinghi.ingest.Warcs.page;
import static vn.hoinghi.ingest.Warcs.read;
import static vn.hoinghi.ingest.Warcs.response;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.hoinghi.avro.RawArticle;
import vn.hoinghi.avro.RawOrigin;

class WarcSourceTest {
  private static final String NEWS = "http://bao.example/tin";
  private static final String OK = "200 OK\r\nContent-Type: text/html; charset=utf-8\r\n";

  @TempDir Path dir;

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aPageIsDatedByItsCaptureAndByItsImport(boolean gzip) throws IOException {
    Path file = Warcs.file(dir, joined(List.of(page(1)), gzip));

    List<Capture> read = read(file);

    RawArticle raw = only(read);
    assertThat(raw.getUrl()).isEqualTo("http://bao.example/1");
    assertThat(raw.getOutlet()).isEqualTo("bao.example");
    assertThat(raw.getFetchedAt()).isEqualTo(Warcs.CAPTURED);
    assertThat(raw.getIngestedAt()).isEqualTo(Warcs.IMPORTED);
    assertThat(raw.getOrigin()).isEqualTo(RawOrigin.WARC);
    assertThat(raw.getHttpStatus()).isEqualTo(200);
    assertThat(raw.getMediaType()).isEqualTo("text/html");
    assertThat(raw.getCharset()).isEqualTo("utf-8");
    assertThat(text(raw)).contains("Trang 1 hội nghị");
    assertThat(read.get(0).in()).isEqualTo(new Attempt.Stretch(file.toString(), 0, size(file)));
  }

  @Test
  void whatIsNoCaptureOfAPageIsPassedOverAndCounted() throws IOException {
    byte[] head = bytes("GET / HTTP/1.1\r\n\r\n");
    String fields = Warcs.fields(NEWS, Warcs.CAPTURED.toString());
    Path file =
        Warcs.file(
            dir,
            gzip(Warcs.record("warcinfo", "", bytes("software: x\r\n"))),
            gzip(Warcs.record("request", fields, head)),
            gzip(page(1)),
            gzip(Warcs.record("metadata", fields, bytes("a: b\r\n"))),
            gzip(Warcs.record("revisit", fields, http("200 OK", new byte[0]))),
            gzip(Warcs.record("continuation", fields, new byte[10])),
            gzip(response(NEWS, http("301 Moved\r\nLocation: /x", new byte[0]))));
    var source = new WarcSource(file, Capture.Mark.BEGINNING, Warcs.reading());

    try (var captures = source.captures()) {
      assertThat(only(captures.toList()).getUrl()).isEqualTo("http://bao.example/1");
    }
    assertThat(source.passed().keySet())
        .containsExactlyInAnyOrder(
            "warcinfo", "request", "metadata", "revisit", "continuation", "response");
    assertThat(source.passed().values()).containsOnly(1L);
  }

  @Test
  void anAnswerIsUnpackedAsABrowserWouldUnpackIt() throws IOException {
    byte[] page = html("hội nghị trực tuyến");
    byte[] packed = gzip(page);
    byte[] chunked =
        join(bytes(Integer.toHexString(packed.length) + "\r\n"), packed, bytes("\r\n0\r\n\r\n"));
    Path file =
        Warcs.file(
            dir,
            response(NEWS + 1, http(OK + "Content-Encoding: gzip", packed)),
            response(
                NEWS + 2,
                http(OK + "Content-Encoding: gzip\r\nTransfer-Encoding: chunked", chunked)),
            response(NEWS + 3, http(OK + "Content-Encoding: gzip", page)),
            response("<" + NEWS + "4>", http(OK + "X-Crawl-Content-Encoding: br", page)));

    List<Capture> read = read(file);

    assertThat(read).hasSize(4).extracting(Capture::failed).containsOnlyNulls();
    assertThat(read).allSatisfy(c -> assertThat(text(c.raw())).contains("trực tuyến"));
    assertThat(read.get(0).bytes()).isEqualTo(packed.length);
    assertThat(read.get(3).url()).isEqualTo(NEWS + 4);
  }

  @Test
  void aFileInGzipAsAWholeIsReadToo() throws IOException {
    byte[] whole = gzip(joined(Warcs.pages(40), false));
    Path file = Warcs.file(dir, whole);

    List<Capture> read = read(file);

    assertThat(read).hasSize(40).extracting(Capture::failed).containsOnlyNulls();
    assertThat(read).extracting(Capture::inputId).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain", "gzip", "one member"})
  void readingGoesOnBehindAnyEntry(String form) throws IOException {
    byte[] plain = joined(Warcs.pages(12), false);
    byte[] bytes =
        switch (form) {
          case "plain" -> plain;
          case "gzip" -> joined(Warcs.pages(12), true);
          default -> gzip(plain);
        };
    Path file = Warcs.file(dir, bytes);
    List<Capture> all = read(file);
    List<String> urls = all.stream().map(Capture::url).toList();

    assertThat(urls).isEqualTo(IntStream.range(0, 12).mapToObj(Warcs::url).toList());
    for (int i = 0; i < all.size(); i++) {
      assertThat(read(file, all.get(i).next()))
          .extracting(Capture::url)
          .isEqualTo(urls.subList(i + 1, urls.size()));
    }
  }

  private static RawArticle only(List<Capture> read) {
    assertThat(read).hasSize(1).first().extracting(Capture::failed).isNull();
    return read.get(0).raw();
  }

  private static long size(Path file) {
    return file.toFile().length();
  }

  private static String text(RawArticle raw) {
    return StandardCharsets.UTF_8.decode(raw.getBody().duplicate()).toString();
  }
}
