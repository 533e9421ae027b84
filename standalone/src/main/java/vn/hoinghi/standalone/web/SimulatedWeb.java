package vn.hoinghi.standalone.web;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * A web of as many outlets as are wanted, with the truth about what a crawler must find there. Its
 * sites keep their articles in feeds, sitemaps, indexes of sitemaps, news sitemaps or pages of
 * links; some articles moved, some are forbidden, missing, listed twice; some sites are slow or
 * down, and some answers fail on their way. When the web {@linkplain #turn() turns}, articles are
 * corrected and withdrawn.
 */
public final class SimulatedWeb implements AutoCloseable {
  private final LoopbackWeb web;
  private final Map<String, SimulatedOutlet> outlets;

  private SimulatedWeb(LoopbackWeb web, Map<String, SimulatedOutlet> outlets) {
    this.web = web;
    this.outlets = outlets;
  }

  /**
   * Starts serving.
   *
   * @param port TCP port on 127.0.0.1; 0 takes a free one
   * @throws IOException where the port cannot be bound
   */
  public static SimulatedWeb start(int port, WebPlan plan) throws IOException {
    Phrases phrases = Phrases.load();
    var outlets = new LinkedHashMap<String, SimulatedOutlet>();
    IntStream.range(0, plan.outlets())
        .mapToObj(index -> new SimulatedOutlet(plan, phrases, index))
        .forEach(outlet -> outlets.put(outlet.host(), outlet));
    return new SimulatedWeb(LoopbackWeb.start(port, outlets), outlets);
  }

  /** The TCP port on 127.0.0.1 behind which all outlets are. */
  public int port() {
    return web.port();
  }

  /** The outlets in a fixed order. */
  public List<SimulatedOutlet> outlets() {
    return List.copyOf(outlets.values());
  }

  /** Every request answered so far, in order of arrival of their answers. */
  public List<WebAccess> log() {
    return web.log();
  }

  /** From now on articles that change have changed, and the lists say so, to the second. */
  public void turn() {
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    outlets.values().forEach(outlet -> outlet.turn(now));
  }

  /**
   * Section {@code ingest} of a configuration that crawls this web: every host found here, and this
   * one address opened.
   *
   * @param more settings beside these
   */
  public Map<String, Object> ingestSettings(Map<String, Object> more) {
    var settings = new TreeMap<String, Object>(more);
    settings.put("contact", "https://hoinghi.example/simulated");
    settings.put("allowAddresses", List.of("127.0.0.1/32"));
    settings.put(
        "resolve", outlets.keySet().stream().map(host -> host + "=127.0.0.1:" + port()).toList());
    settings.put("outlets", outlets.values().stream().map(SimulatedWeb::entry).toList());
    return settings;
  }

  private static Map<String, Object> entry(SimulatedOutlet outlet) {
    var entry = new TreeMap<String, Object>(Map.of("host", outlet.host(), "scheme", "http"));
    if (!outlet.findsItself()) {
      entry.put("feeds", outlet.feeds());
      entry.put("sitemaps", outlet.sitemaps());
    }
    return entry;
  }

  /**
   * What a crawler publishes: records for each article by its canonical URL, those that it must not
   * publish with 0.
   *
   * @param afterTurn after what changes has been seen again
   */
  public Map<String, Integer> publications(boolean afterTurn) {
    var all = new TreeMap<String, Integer>();
    outlets.values().forEach(outlet -> all.putAll(outlet.publications(afterTurn)));
    return all;
  }

  /** Paths that robots.txt forbids, each behind its host. */
  public Set<String> forbidden() {
    var all = new TreeSet<String>();
    for (SimulatedOutlet outlet : outlets.values()) {
      outlet.articles().stream()
          .filter(article -> article.fate() == Fate.FORBIDDEN)
          .forEach(article -> all.add(outlet.host() + article.path()));
    }
    return all;
  }

  /** Stops at once; requests under way are cut. */
  @Override
  public void close() {
    web.close();
  }
}
