package vn.hoinghi.standalone.web;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** One outlet of a {@link SimulatedWeb}. Its pages are made when they are asked for. */
public final class SimulatedOutlet implements Site {
  private static final Pattern NUMBER = Pattern.compile("1[0-9]{5}");
  private static final Pattern TRACKING = Pattern.compile("[?&]utm_.*$");
  private static final int SLOW_MILLIS = 40;
  private static final int IN_PAGER = 5;

  private final WebPlan plan;
  private final Phrases phrases;
  private final int index;
  private final long seed;
  private final String host;
  private final Listings listings;
  private final Set<Integer> hitched = ConcurrentHashMap.newKeySet();
  private volatile Instant turned;

  SimulatedOutlet(WebPlan plan, Phrases phrases, int index) {
    this.plan = plan;
    this.phrases = phrases;
    this.index = index;
    this.seed = plan.seed() * 1_000_003L + index;
    this.host =
        "%s-%03d.example"
            .formatted(phrases.hosts().get(index % phrases.hosts().size()), index)
            .toLowerCase(Locale.ROOT);
    this.listings = Listings.of(this, index, plan.listingOnly());
  }

  public String host() {
    return host;
  }

  /** Feeds that have to be told; empty where the site is found out about by itself. */
  public List<String> feeds() {
    return listings.feeds();
  }

  /** Sitemaps that have to be told; empty where the site is found out about by itself. */
  public List<String> sitemaps() {
    return listings.sitemaps();
  }

  /** Whether nothing but its host has to be told. */
  public boolean findsItself() {
    return feeds().isEmpty() && sitemaps().isEmpty();
  }

  /** What its robots.txt asks for between two requests; 0 where it asks for nothing. */
  public long crawlDelayMillis() {
    return hasRobots() && index % 10 == 4 ? plan.crawlDelayMillis() : 0;
  }

  /** Every article by its canonical URL, with the records that a crawler publishes about it. */
  Map<String, Integer> publications(boolean afterTurn) {
    var all = new TreeMap<String, Integer>();
    for (SimulatedArticle article : isDown() ? List.<SimulatedArticle>of() : articles()) {
      all.put(url(article.path()), article.fate().publications(afterTurn));
    }
    return all;
  }

  List<SimulatedArticle> articles() {
    return IntStream.range(0, plan.articles()).mapToObj(this::article).toList();
  }

  SimulatedArticle article(int number) {
    return SimulatedArticle.of(seed, number, forbids(), plan.faults());
  }

  String url(String path) {
    return "http://" + host + path;
  }

  String title(SimulatedArticle article) {
    return article.title(phrases);
  }

  /** When the listings say that it changed last. */
  Instant modified(SimulatedArticle article) {
    Instant turn = turned;
    return turn != null && article.fate().changes() ? turn : article.published();
  }

  /** Null before it turned. */
  Instant turned() {
    return turned;
  }

  void turn(Instant at) {
    turned = at;
  }

  int size() {
    return plan.articles();
  }

  private boolean isDown() {
    return plan.faults() && index % 20 == 13;
  }

  private boolean isSlow() {
    return plan.faults() && index % 20 == 7;
  }

  private boolean hasRobots() {
    return index % 7 != 3 || !listings.inRobots().isEmpty();
  }

  private boolean forbids() {
    return hasRobots() && index % 3 != 2;
  }

  @Override
  public Reply reply(String target) {
    if (isDown()) {
      return Reply.problem(503, "Đang bảo trì");
    }
    Reply reply = target.equals("/robots.txt") ? robots() : found(target);
    return isSlow() ? reply.after(SLOW_MILLIS) : reply;
  }

  private Reply found(String target) {
    Reply list = listings.reply(target);
    if (list != null) {
      return list;
    }
    String path = TRACKING.matcher(target).replaceFirst("");
    Matcher digits = NUMBER.matcher(path);
    int number = digits.find() ? Integer.parseInt(digits.group()) - 100_000 : -1;
    return number < 0 || number >= plan.articles()
        ? Reply.notFound()
        : reply(article(number), path);
  }

  private Reply reply(SimulatedArticle article, String path) {
    if (path.equals(article.oldPath())) {
      return Reply.movedTo(url(article.path()));
    }
    if (!path.equals(article.path()) || article.fate() == Fate.MISSING) {
      return Reply.notFound();
    }
    Hitch hitch = hitched.add(article.number()) ? article.hitch() : Hitch.NONE;
    return hitch.of(page(article));
  }

  private Reply page(SimulatedArticle article) {
    boolean late = turned != null;
    if (article.fate() == Fate.BROKEN) {
      return Reply.problem(500, "Lỗi máy chủ");
    } else if (late && article.fate() == Fate.VANISHED) {
      return Reply.notFound();
    } else if (late && article.fate() == Fate.WITHDRAWN) {
      return Reply.problem(410, "Bài viết đã được gỡ");
    }
    return Reply.ok(
        "text/html; charset=UTF-8",
        article.version(late),
        modified(article),
        () -> article.html(phrases, this, late));
  }

  private Reply robots() {
    if (!hasRobots()) {
      return Reply.notFound();
    }
    var text = new StringBuilder("User-agent: *\n");
    text.append(forbids() ? "Disallow: /noi-bo/\n" : "Disallow:\n");
    if (crawlDelayMillis() > 0) {
      text.append("Crawl-delay: ").append(crawlDelayMillis() / 1000.0).append('\n');
    }
    listings.inRobots().forEach(url -> text.append("Sitemap: ").append(url).append('\n'));
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    return Reply.ok("text/plain; charset=UTF-8", bytes, Instant.EPOCH);
  }

  /** What stands above each page. */
  void head(StringBuilder out, String title) {
    out.append("<!DOCTYPE html>\n<html lang=\"vi\"><head><meta charset=\"UTF-8\"><title>");
    out.append(title).append(" | ").append(host).append("</title></head>\n<body><header><nav>");
    out.append("<a href=\"/\">Trang chủ</a> <a href=\"/trang/2\">Tin cũ hơn</a>");
    out.append(" <a href=\"/gioi-thieu\">Giới thiệu</a></nav></header>\n<main>");
  }

  /** What stands below an article: links to its neighbours, and how often it was read. */
  void foot(StringBuilder out, int number, int views) {
    out.append("</main>\n<aside><h3>Tin liên quan</h3><ul>");
    for (int next = number + 1; next <= Math.min(number + IN_PAGER, plan.articles() - 1); next++) {
      SimulatedArticle other = article(next);
      out.append("<li><a href=\"").append(other.listedPath()).append("\">");
      out.append(other.title(phrases)).append("</a></li>");
    }
    out.append("</ul></aside>\n<footer>").append(host).append(" - bản quyền thuộc về tòa soạn. ");
    out.append("Đang truy cập: ").append(views % 97).append("</footer></body></html>\n");
  }
}
