package vn.hoinghi.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.GZIPOutputStream;
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

  @Test
  void entitiesOfItsOwnAndDeepNestingAreRefused() {
    assertThatThrownBy(() -> read("<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///\">]><urlset/>"))
        .isInstanceOfSatisfying(
            Refused.class, e -> assertThat(e.reason()).isEqualTo(Reason.FEED_DOCTYPE));
    assertThatThrownBy(() -> read("<urlset>" + "<a>".repeat(5_000)))
        .isInstanceOfSatisfying(
            Refused.class, e -> assertThat(e.reason()).isEqualTo(Reason.FEED_DEPTH));
  }

  private Links read(String text) throws Refused {
    return reader.read(text.getBytes(UTF_8), url(), null);
  }

  private static CanonicalUrl url() throws Refused {
    return CanonicalUrl.of("http://bao.vn/sitemap.xml");
  }
}
