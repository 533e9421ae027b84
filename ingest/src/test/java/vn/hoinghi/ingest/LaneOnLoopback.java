package vn.hoinghi.ingest;

import org.junit.jupiter.api.AfterEach;

/** What tests of one lane have in common: a site on loopback, and the lane that reads it. */
abstract class LaneOnLoopback {
  final Site site = new Site();
  final Crawls crawl = Crawls.of(site);

  @AfterEach
  void close() {
    crawl.close();
    site.close();
  }
}
