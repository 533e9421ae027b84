package vn.hoinghi.ingest;

import java.io.IOException;
import java.net.Proxy;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import okhttp3.Authenticator;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.CookieJar;
import okhttp3.Dns;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import vn.hoinghi.schemas.Reason;

/**
 * Fetches one URL from a web that may be slow, broken or hostile, and always comes back within its
 * deadline with an answer or a reason. Redirects are followed here and not in the client, so that
 * every hop passes the same checks as the first. No cookies, no credentials, no proxies; HTTP/1.1
 * only, for one connection a host gains nothing from HTTP/2 and is spared its attacks.
 */
final class Fetcher implements AutoCloseable {
  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

  private static final int KEEP_ALIVE_SECONDS = 20;

  static final int MAX_HEADER_CHARS = 8 * 1024;
  private static final String ACCEPT =
      "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,"
          + "application/xml;q=0.9,text/plain;q=0.8,*/*;q=0.1";

  private final FetchLimits limits;
  private final Headers headers;
  private final SpeedWatch speed;
  private final GuardedDns dns;
  private final HeadLimit heads;
  private final OkHttpClient client;
  private volatile Origin last;

  /** Scheme, host and port, as written and as read. */
  private record Origin(String text, HttpUrl url) {}

  Fetcher(FetchLimits limits, AddressGuard guard, HostOverrides overrides, String userAgent) {
    this(limits, guard, overrides, userAgent, Dns.SYSTEM);
  }

  Fetcher(
      FetchLimits limits,
      AddressGuard guard,
      HostOverrides overrides,
      String userAgent,
      Dns system) {
    this.limits = limits;
    this.headers =
        Headers.of(
            "User-Agent",
            userAgent,
            "Accept",
            ACCEPT,
            "Accept-Language",
            "vi,en;q=0.5",
            "Accept-Encoding",
            "gzip");
    this.heads = new HeadLimit();
    this.speed = new SpeedWatch(limits);
    this.dns = new GuardedDns(system, guard, overrides, limits.dnsMillis());
    this.client =
        new OkHttpClient.Builder()
            .dns(dns)
            .socketFactory(new GuardedSockets(guard, overrides, heads))
            .proxy(Proxy.NO_PROXY)
            .proxyAuthenticator(Authenticator.NONE)
            .authenticator(Authenticator.NONE)
            .cookieJar(CookieJar.NO_COOKIES)
            .followRedirects(false)
            .followSslRedirects(false)
            .retryOnConnectionFailure(true)
            .fastFallback(false)
            .protocols(List.of(Protocol.HTTP_1_1))
            .connectionPool(oneConnection())
            .connectTimeout(limits.connectMillis(), TimeUnit.MILLISECONDS)
            // the call's deadline ends reads and writes too; a clock for each costs more than they
            .readTimeout(0, TimeUnit.MILLISECONDS)
            .writeTimeout(0, TimeUnit.MILLISECONDS)
            .build();
  }

  private Fetcher(Fetcher other) {
    this.limits = other.limits;
    this.headers = other.headers;
    this.speed = other.speed;
    this.dns = other.dns;
    this.heads = other.heads;
    this.client = other.client.newBuilder().connectionPool(oneConnection()).build();
  }

  private static ConnectionPool oneConnection() {
    return new ConnectionPool(1, KEEP_ALIVE_SECONDS, TimeUnit.SECONDS);
  }

  /**
   * The same for one site, with a connection of its own that is kept for the next visit: in a pool
   * for all, each visit would go through the connections of all sites to find it.
   */
  Fetcher ofOneSite() {
    return new Fetcher(this);
  }

  /** Lets the connection go, if none is in use; for a site that is not asked any more. */
  void leave() {
    client.connectionPool().evictAll();
  }

  /** Never throws for anything the other side does. */
  Fetched fetch(FetchRequest request) {
    var hops = new Hops(request.url());
    while (true) {
      try {
        request.hops().check(hops.at);
        Fetched answer = ask(request, hops);
        if (!REDIRECTS.contains(answer.status())) {
          return answer;
        }
        hops.follow(answer.header("location"), limits.maxRedirects());
      } catch (IOException | RuntimeException e) {
        return hops.failed(FetchFault.of(e, hops.count > 0, hops.answered), e);
      }
    }
  }

  private Fetched ask(FetchRequest request, Hops hops) throws IOException {
    hops.answered = false;
    Call call = client.newCall(httpRequest(request, hops));
    long left = limits.totalMillis() - hops.millis();
    if (left <= 0) {
      throw new Refused(Reason.FETCH_DEADLINE, "redirects took too long");
    }
    call.timeout().timeout(left, TimeUnit.MILLISECONDS);
    heads.expectHead();
    try (Response response = call.execute()) {
      heads.headIsOver();
      hops.answered = true;
      if (response.code() != 200) {
        return hops.answer(response.code(), headers(response), new byte[0], 0);
      }
      return withBody(request, hops, call, response);
    } finally {
      heads.headIsOver();
    }
  }

  private Fetched withBody(FetchRequest request, Hops hops, Call call, Response response)
      throws IOException {
    var reader = new BodyReader(request.maxBytes(), request.cut(), limits.maxRatio());
    try (SpeedWatch.Watched watched = speed.watch(call::cancel)) {
      try {
        BodyReader.Body body = reader.read(response, watched);
        if (!body.whole()) {
          call.cancel();
        }
        return hops.answer(200, headers(response), body.decoded(), body.wireBytes());
      } catch (IOException e) {
        call.cancel(); // before the response is closed, which would read on for a while
        if (watched.tooSlow()) {
          throw new Refused(
              Reason.FETCH_SLOW, "below " + limits.minBytesPerSecond() + " bytes a second", e);
        }
        throw e;
      }
    }
  }

  private Request httpRequest(FetchRequest request, Hops hops) {
    var http = new Request.Builder().url(address(hops.at)).headers(headers);
    if (hops.count == 0 && request.etag() != null) {
      http.header("If-None-Match", request.etag());
    }
    if (hops.count == 0 && request.lastModified() != null) {
      http.header("If-Modified-Since", request.lastModified());
    }
    return http.build();
  }

  /**
   * The client goes through the tables of Unicode for every host it reads; so an address is read as
   * one below the origin that was asked last, except where it could be taken for another host's.
   */
  private HttpUrl address(CanonicalUrl url) {
    Origin origin = last;
    if (origin == null || !origin.text().equals(url.origin())) {
      origin = new Origin(url.origin(), HttpUrl.get(url.origin()));
      last = origin;
    }
    String below = url.pathAndQuery();
    boolean plain = below.startsWith("/") && !below.startsWith("//") && below.indexOf('\\') < 0;
    HttpUrl address = plain ? origin.url().resolve(below) : null;
    return address == null ? HttpUrl.get(url.toString()) : address;
  }

  /** Names in lower case; endless values are left out, lines that are no headers refused. */
  private static Map<String, String> headers(Response response) throws Refused {
    Headers all = response.headers();
    var kept = new TreeMap<String, String>();
    for (int i = 0; i < all.size(); i++) {
      String name = all.name(i).toLowerCase(Locale.ROOT);
      String value = all.value(i);
      String before = kept.get(name);
      boolean second = name.equals("location") && before != null && !before.equals(value);
      if (name.isEmpty() || name.charAt(0) <= ' ' || value.indexOf('\0') >= 0 || second) {
        throw new Refused(Reason.FETCH_BAD_HTTP, "header " + Text.printable(value, 80));
      }
      if (value.length() <= MAX_HEADER_CHARS) {
        kept.put(name, before == null || before.equals(value) ? value : before + ", " + value);
      }
    }
    return kept;
  }

  /** Connections that a request holds at this moment. */
  int connectionsInUse() {
    return client.connectionPool().connectionCount()
        - client.connectionPool().idleConnectionCount();
  }

  @Override
  public void close() {
    client.dispatcher().executorService().shutdown();
    client.connectionPool().evictAll();
    speed.close();
    dns.close();
  }

  /** Where one fetch stands. */
  private static final class Hops {
    private final long startNanos = System.nanoTime();
    private CanonicalUrl at;
    private int count;
    private boolean answered;

    Hops(CanonicalUrl start) {
      this.at = start;
    }

    long millis() {
      return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startNanos);
    }

    void follow(String location, int max) throws Refused {
      if (count == max) {
        throw new Refused(Reason.FETCH_REDIRECT_LIMIT, count + " redirects visited");
      }
      if (location == null || location.isBlank()) {
        throw new Refused(Reason.FETCH_BAD_HTTP, "a redirect to nowhere");
      }
      count++;
      answered = false;
      at = CanonicalUrl.addressOf(Links.resolve(at, location));
    }

    Fetched answer(int status, Map<String, String> headers, byte[] body, long wireBytes) {
      return new Fetched(at, count, status, headers, body, wireBytes, millis(), null, null);
    }

    Fetched failed(Reason reason, Exception e) {
      String problem = Text.printable(e.getMessage() == null ? e.toString() : e.getMessage(), 200);
      return new Fetched(at, count, null, Map.of(), new byte[0], 0, millis(), reason, problem);
    }
  }
}
