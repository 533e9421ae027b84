package vn.hoinghi.standalone;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import vn.hoinghi.standalone.web.SimulatedOutlet;
import vn.hoinghi.standalone.web.SimulatedWeb;
import vn.hoinghi.standalone.web.WebPlan;

/**
 * A web archive as crawlers write it: each request and each answer in a gzip member of its own. Its
 * pages are those of a simulated web, amid styles, scripts and menus as sites have them, so that
 * they are as large and pack as well as real ones: 15 to 120 KB by the site, about five to one.
 * Sites stand mixed, as in an archive of a day's news.
 */
final class SampleArchive implements AutoCloseable {
  private static final int SITES = 40;
  private static final int SYLLABLES = 3;
  private static final int WORDS = 200;
  private static final int[] COLOURS = {0, 0xffffff, 0xa31f0c, 0x0c3c78, 0xf2f2f2, 0x333333};

  private final OutputStream out;
  private final DataOutputStream index;
  private final Map<String, String> layouts = new HashMap<>();
  private int pages;
  private long bodyBytes;
  private long skipped;

  private SampleArchive(Path file, Path index) throws IOException {
    this.out = new BufferedOutputStream(Files.newOutputStream(file));
    this.index = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(index)));
  }

  /** Pages, and bytes of their bodies in all. */
  record Size(int pages, long bodyBytes) {}

  /**
   * Writes an archive of about so many pages.
   *
   * @param index where its bodies lie in what it unfolds to: for each, bytes to skip and its length
   */
  static Size write(Path file, Path index, int pages) throws IOException {
    var plan = WebPlan.of(1, SITES, pages / SITES + 1).withoutFaults();
    try (var web = SimulatedWeb.start(0, plan);
        var archive = new SampleArchive(file, index)) {
      var outlets = new HashMap<String, SimulatedOutlet>();
      web.outlets().forEach(outlet -> outlets.put(outlet.host(), outlet));
      archive.member(record("warcinfo", "", bytes("software: sample\r\n")));
      Map<String, Integer> publications = web.publications(false);
      var urls = new ArrayList<String>(publications.keySet());
      urls.removeIf(url -> publications.get(url) == 0);
      Collections.shuffle(urls, new Random(1));
      for (String url : urls) {
        archive.add(URI.create(url), outlets.get(URI.create(url).getHost()));
      }
      return new Size(archive.pages, archive.bodyBytes);
    }
  }

  private void add(URI url, SimulatedOutlet outlet) throws IOException {
    String target = url.getRawPath() + (url.getRawQuery() == null ? "" : "?" + url.getRawQuery());
    String page = new String(outlet.reply(target).body().get(), StandardCharsets.UTF_8);
    String layout = layouts.computeIfAbsent(outlet.host(), SampleArchive::layout);
    byte[] body = page.replace("</head>", layout + "</head>").getBytes(StandardCharsets.UTF_8);
    member(record("request", fields(url, "request"), request(url.getHost(), target)));
    byte[] head = head(body.length);
    var http = new ByteArrayOutputStream();
    http.writeBytes(head);
    http.writeBytes(body);
    byte[] response = record("response", fields(url, "response"), http.toByteArray());
    int before = response.length - body.length - 4;
    index.writeLong(skipped + before);
    index.writeInt(body.length);
    member(response);
    skipped = 4;
    pages++;
    bodyBytes += body.length;
  }

  private void member(byte[] record) throws IOException {
    var gzip = new GZIPOutputStream(out);
    gzip.write(record);
    gzip.finish();
    skipped += record.length;
  }

  private static byte[] record(String type, String fields, byte[] block) {
    String head =
        lines("WARC/1.0", "WARC-Type: " + type)
            + fields
            + lines("Content-Length: " + block.length, "");
    var record = new ByteArrayOutputStream();
    record.writeBytes(bytes(head));
    record.writeBytes(block);
    record.writeBytes(bytes("\r\n\r\n"));
    return record.toByteArray();
  }

  private static String fields(URI url, String kind) {
    String id = "%012x".formatted(url.hashCode() & 0xffffffffffL);
    return lines(
        "WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-" + id + ">",
        "WARC-Date: 2025-07-01T03:04:05Z",
        "WARC-IP-Address: 203.0.113.7",
        "WARC-Target-URI: " + url,
        "Content-Type: application/http; msgtype=" + kind);
  }

  private static byte[] request(String host, String target) {
    return bytes(
        lines(
            "GET " + target + " HTTP/1.1",
            "Host: " + host,
            "User-Agent: sample/1.0",
            "Accept: text/html",
            ""));
  }

  private static byte[] head(int length) {
    return bytes(
        lines(
            "HTTP/1.1 200 OK",
            "Date: Tue, 01 Jul 2025 03:04:05 GMT",
            "Server: nginx",
            "Content-Type: text/html; charset=UTF-8",
            "Content-Length: " + length,
            "Cache-Control: max-age=60",
            "Vary: Accept-Encoding",
            "X-Cache: HIT",
            "Set-Cookie: s=1; path=/",
            "Last-Modified: Mon, 30 Jun 2025 08:00:00 GMT",
            ""));
  }

  private static String lines(String... lines) {
    return String.join("\r\n", lines) + "\r\n";
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** What all pages of a site share: styles, a script and menus, more of it or less. */
  private static String layout(String host) {
    var random = new SplittableRandom(host.hashCode());
    int rules = 150 + random.nextInt(1_500);
    var layout = new StringBuilder("<style>\n");
    for (int i = 0; i < rules; i++) {
      layout.append(
          ".%s-%s{margin:%dpx %dpx;color:#%06x;background:url(/img/%s.png)}%n"
              .formatted(
                  word(random),
                  word(random),
                  random.nextInt(40),
                  random.nextInt(40),
                  COLOURS[random.nextInt(COLOURS.length)],
                  word(random)));
    }
    layout.append("</style>\n<script>\n");
    for (int i = 0; i < rules / 10; i++) {
      layout.append(
          "function %s(e){var t=document.getElementById('%s');if(t){t.style.%s='%d';%s(e);}}%n"
              .formatted(word(random), word(random), word(random), random.nextInt(), word(random)));
    }
    return layout.append("</script>\n").toString();
  }

  /** One of a few hundred: names in styles and scripts repeat. */
  private static String word(SplittableRandom random) {
    var word = new SplittableRandom(random.nextInt(WORDS));
    var letters = new StringBuilder();
    for (int i = 0; i < SYLLABLES; i++) {
      letters.append("bcdghlmnrst".charAt(word.nextInt(11)));
      letters.append("aeiou".charAt(word.nextInt(5)));
    }
    return letters.toString();
  }

  @Override
  public void close() throws IOException {
    out.close();
    index.close();
  }
}
