package vn.hoinghi.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Where a site's articles are listed. */
class LaneListingsTest extends LaneOnLoopback {

  @Test
  void anOutletOfWhichOnlyTheHostIsKnownIsReadWhereSitesKeepTheirLists() {
    site.answers(
            "/robots.txt",
            200,
            "text/plain",
            "Sitemap: http://bao.example/map.xml\nUser-agent: *\n")
        .answers(
            "/map.xml",
            200,
            "application/xml",
            "<sitemapindex><sitemap><loc>http://bao.example/2026.xml</loc></sitemap></sitemapindex>")
        .answers(
            "/2026.xml",
            200,
            "application/xml",
            "<urlset><url><loc>http://bao.example/a.html</loc></url>"
                + "<url><loc>http://other.example/b.html</loc></url></urlset>")
        .page("/a.html", "<p>A</p>");
    var outlet = new Outlet(Crawls.HOST, null, null, null, null, null, "http", null);
    try (var guessing = Crawls.of(site, outlet)) {
      guessing.settle();

      assertThat(guessing.published).hasSize(1);
      assertThat(site.asked())
          .contains("/rss", "/feed", "/map.xml", "/2026.xml", "/a.html")
          .doesNotContain("/sitemap.xml");
    }
  }

  @Test
  @Tag("F11")
  void sitemapsNestedWithoutEndAreFollowedThreeLevelsDeep() {
    for (int i = 0; i < 10; i++) {
      site.answers(
          "/" + i + ".xml",
          200,
          "application/xml",
          "<sitemapindex><sitemap><loc>http://bao.example/"
              + (i + 1)
              + ".xml</loc></sitemap><sitemap><loc>http://bao.example/"
              + i
              + ".xml</loc></sitemap></sitemapindex>");
    }
    var outlet = new Outlet(Crawls.HOST, null, null, null, null, List.of("/0.xml"), "http", null);
    try (var nested = Crawls.of(site, outlet)) {
      nested.settle();

      assertThat(nested.results())
          .containsEntry("/2.xml", "LISTED")
          .containsEntry("/3.xml", "REFUSED SITEMAP_DEPTH")
          .doesNotContainKey("/4.xml");
    }
  }
}
