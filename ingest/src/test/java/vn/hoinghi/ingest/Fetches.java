package vn.hoinghi.ingest;

import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import okhttp3.Dns;
import vn.hoinghi.avro.FetchKind;
import vn.hoinghi.schemas.Reason;

/** Fetchers with the limits of production at a twentieth of their time, and what they are fed. */
final class Fetches {
  static final int MIB = 1024 * 1024;
  static final String OK = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n";

  private Fetches() {}

  /**
   * No request holds a connection. The client clears idle ones away by a thread of its own, so that
   * two counts taken one after the other may not fit together for a moment.
   */
  static void awaitReleased(Fetcher fetcher) {
    await().until(() -> fetcher.connectionsInUse() == 0);
  }

  /** May talk to loopback. */
  static Fetcher opened() {
    return fetcher(List.of("127.0.0.0/8"), List.of(), Dns.SYSTEM);
  }

  /** As in production: to nobody but the public web. */
  static Fetcher strict(Dns dns) {
    return fetcher(List.of(), List.of(), dns);
  }

  static Fetcher fetcher(List<String> allowed, List<String> resolve, Dns dns) {
    return new Fetcher(
        Crawls.limits(),
        new AddressGuard(allowed.stream().map(Cidr::parse).toList()),
        HostOverrides.parse(resolve),
        "hoinghi-test/1 (+test)",
        dns);
  }

  /** An article's request: 8 MiB at most. */
  static FetchRequest page(String url) {
    try {
      return FetchRequest.of(CanonicalUrl.addressOf(url), 8 * MIB);
    } catch (Refused e) {
      throw new IllegalArgumentException(url, e);
    }
  }

  /** What an attempt that came to this answer is recorded with; null where it can be used. */
  static Reason reason(Fetched fetched) {
    Instant at = Instant.parse("2026-11-01T00:00:00Z");
    Outlet outlet = Outlet.of(Crawls.HOST);
    var unknown = FetchStates.unvisited(Crawls.HOST, fetched.finalUrl(), FetchKind.ARTICLE, at);
    var plan = new RevisitPlan(CrawlConfig.ofNobody("test"));
    return new Visit(outlet, unknown, fetched, at, plan).reasonOfStatus();
  }

  /** A name service that knows these names only; nothing is asked of the real one. */
  static Dns resolver(Map<String, List<String>> names) {
    return host -> {
      if (!names.containsKey(host)) {
        throw new UnknownHostException(host);
      }
      var found = new ArrayList<InetAddress>();
      for (String address : names.get(host)) {
        found.add(InetAddress.getByAddress(host, Cidr.literal(address)));
      }
      return found;
    };
  }

  static String gzipHead(int length) {
    return OK + "Content-Encoding: gzip\r\nContent-Length: " + length + "\r\n\r\n";
  }

  static byte[] gzip(byte[] plain) {
    var out = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
