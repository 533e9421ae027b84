package vn.hoinghi.enrich;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import org.jsoup.Jsoup;

/** What parsing a page of 100 KB costs and nothing more, on this machine and under its load. */
final class BareParse {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final int PAGE_BYTES = 100_000;

  /**
   * Pages parsed at a time; as many before them, which do not count, bring them into the caches.
   */
  private static final int ROUNDS = 15;

  private final String page;
  private long nanos;
  private int pages;

  BareParse() {
    String news =
        "<div class=tin><p>Hội nghị quán triệt nghị quyết <a href='/x'>tại tỉnh</a>.</p></div>";
    page = "<html><body>" + news.repeat(PAGE_BYTES / news.length()) + "</body></html>";
    for (int round = 0; round < 10; round++) {
      parse();
    }
  }

  /** Parses some pages more. */
  void measure() {
    parse();
    nanos += parse();
    pages += ROUNDS;
  }

  private long parse() {
    long start = THREADS.getCurrentThreadCpuTime();
    for (int round = 0; round < ROUNDS; round++) {
      if (Jsoup.parse(page).body().childNodeSize() == 0) {
        throw new IllegalStateException("an empty page");
      }
    }
    return THREADS.getCurrentThreadCpuTime() - start;
  }

  /** CPU µs a page since this was asked last. */
  double micros() {
    double micros = nanos / 1000.0 / pages;
    nanos = 0;
    pages = 0;
    return micros;
  }
}
