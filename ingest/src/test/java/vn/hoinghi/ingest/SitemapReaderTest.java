package vn.hoinghi.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.hoinghi.avro.FetchKind;
import vn.hoinghi.schemas.Reason;

class SitemapReaderTest {
  private static final String NS = "xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"";
  private final SitemapReader reader = new SitemapReader(FetchLimits.defaults());

  @Test
  void aSitemapListsArticlesWithTheTimeOfTheirLastChange() throws Refused {
    Links links =
        read(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><urlset "
                + NS
                + "><url><loc> http://bao.vn/a </loc><lastmod>2026-01-02T03:04:05+07:00</lastmod></url>"
                + "<url><loc><![CDATA[http://bao.vn/b?x=1&y=2]]></loc></url></urlset>");
    assertThat(links.found())
        .extracting(Links.Link::url)
        .containsExactly("http://bao.vn/a", "http://bao.vn/b?x=1&y=2");
    assertThat(links.found()).allMatch(link -> link.kind() == FetchKind.ARTICLE);
    assertThat(links.found().get(0).modified()).isEqualTo("2026-01-01T20:04:05Z");
  }

  @Test
  void anIndexListsSitemapsAndANewsSitemapListsArticles() throws Refused {
    Links index =
        read(
            "<sitemapindex "
                + NS
                + "><sitemap><loc>http://bao.vn/1.xml</loc></sitemap></sitemapindex>");
    assertThat(index.found())
        .singleElement()
        .satisfies(link -> assertThat(link.kind()).isEqualTo(FetchKind.SITEMAP));
    Links news =
        read(
            "<urlset "
                + NS
                + " xmlns:news=\"http://www.google.com/schemas/sitemap-news/0.9\"><url>"
                + "<loc>http://bao.vn/a</loc><news:news><news:title>t</news:title></news:news>"
                + "</url></urlset>");
    assertThat(news.found()).extracting(Links.Link::url).containsExactly("http://bao.vn/a");
  }

  @Test
  void aSitemapMayBeAFileInGzipOrAListOfLines() throws Refused, IOException {
    String text = "http://bao.vn/a\nhttp://bao.vn/b\n";
    var out = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(text.getBytes(UTF_8));
    }
    assertThat(reader.read(out.toByteArray(), url(), null).found()).hasSize(2);
    assertThat(read(text).found()).hasSize(2);
  }

  @Tag("F11")
  @Test
  void aBombInGzipIsFoundByItsRatio() throws IOException {
    var out = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(new byte[20 * 1024 * 1024]);
    }
    assertThatThrownBy(() -> reader.read(out.toByteArray(), url(), null))
        .isInstanceOfSatisfying(
            Refused.class, e -> assertThat(e.reason()).isEqualTo(Reason.FETCH_RATIO));
  }

  @Tag("F11")
  @Test
  void entriesBeyondTheProtocolsLimitAreCountedAndLeft() throws Refused {
    var map = new StringBuilder("<urlset " + NS + ">");
    for (int i = 0; i < SitemapReader.MAX_URLS + 3; i++) {
      map.append("<url><loc>http://bao.vn/").append(i).append("</loc></url>");
    }
    Links links = read(map.append("</urlset>").toString());
    assertThat(links.found()).hasSize(SitemapReader.MAX_URLS);
    assertThat(links.dropped()).isEqualTo(3);
    assertThat(links.limit()).isEqualTo(Reason.SITEMAP_LIMIT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "<html><p>404</p></html>", "<urlset", "{}"})
  void whatIsNoSitemapIsSaidToBeNone(String text) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOfSatisfying(
            Refused.class, e -> assertThat(e.reason()).isEqualTo(Reason.FEED_NOT_XML));
  }

  @Tag("F01")
  @Tag("F03")
  @Test
  void entitiesOfItsOwnAndDeepNestingAreRefused() {
    assertThatThrownBy(() -> read("<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///\">]><urlset/>"))
        .isInstanceOfSatisfying(
            Refused.class, e -> assertThat(e.reason()).isEqualTo(Reason.FEED_DOCTYPE));
    assertThatThrownBy(() -> read("<urlset>" + "<a>".repeat(5_000)))
        .isInstanceOfSatisfying(
            Refused.class, e -> assertThat(e.reason()).isEqualTo(Reason.FEED_DEPTH));
  }

  @Test
  @Tag("F11")
  void moreBytesThanTheProtocolAllowsAreNotRead() throws IOException {
    byte[] padding = " ".repeat(SitemapReader.MAX_BYTES + 1).getBytes(UTF_8);
    assertThatThrownBy(() -> reader.read(padding, url(), null))
        .isInstanceOfSatisfying(
            Refused.class, e -> assertThat(e.reason()).isEqualTo(Reason.SITEMAP_LIMIT));
    var few = new FetchLimits(null, null, null, null, null, null, 1_000, 1_000, null);
    var out = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(new byte[5_000]);
    }
    assertThatThrownBy(() -> new SitemapReader(few).read(out.toByteArray(), url(), null))
        .isInstanceOfSatisfying(
            Refused.class, e -> assertThat(e.reason()).isEqualTo(Reason.SITEMAP_LIMIT));
  }

  @Test
  @Tag("F12")
  void whatIsWrongWithOneAddressTakesNoOtherAway() throws Refused {
    Links links =
        read(
            "<urlset "
                + NS
                + "><url><loc>http://bao.vn/a b</loc></url>"
                + "<url><loc>http://bao.vn/"
                + "x".repeat(100_000)
                + "</loc></url><url><loc></loc></url><url><loc>http://bao.vn/c?x=1&amp;y=2</loc>"
                + "<lastmod>2999-01-01</lastmod><priority>NaN</priority></url>"
                + "<url><loc>http://bao.vn/d</loc><lastmod>Feb 30</lastmod>"
                + "<priority>1e999</priority><changefreq>often</changefreq></url></urlset>");
    assertThat(links.found())
        .extracting(Links.Link::url)
        .contains("http://bao.vn/c?x=1&y=2", "http://bao.vn/d");
    assertThat(links.found())
        .filteredOn(link -> link.url().equals("http://bao.vn/d"))
        .singleElement()
        .satisfies(link -> assertThat(link.modified()).isNull());
  }

  private Links read(String text) throws Refused {
    return reader.read(text.getBytes(UTF_8), url(), null);
  }

  private static CanonicalUrl url() throws Refused {
    return CanonicalUrl.of("http://bao.vn/sitemap.xml");
  }
}
