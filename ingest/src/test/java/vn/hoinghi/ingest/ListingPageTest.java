package vn.hoinghi.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.hoinghi.avro.FetchKind;
import vn.hoinghi.schemas.Reason;

class ListingPageTest {
  private static final String HEADLINE = "Hội nghị học tập nghị quyết lần thứ ";

  @Test
  void aNewspapersArticlesAreToldFromItsMenusTagsAndFiles() throws Refused {
    String page =
        """
        <header><a href="/">Báo Sông Xanh</a></header>
        <ul class="main-menu">
          <li><a href="/chinh-tri">Chính trị</a></li>
          <li><a href="/xay-dung-dang-va-he-thong">Xây dựng Đảng và hệ thống chính trị</a></li>
          <li><a href="/lien-he.html">Liên hệ với tòa soạn báo Sông Xanh</a></li>
        </ul>
        <div class="box-tin">%s</div>
        <div class="sidebar"><h3>Đọc nhiều</h3>%s</div>
        <div><a href="/tags/hoi-nghi-trung-uong-8-khoa-13.html">hội nghị trung ương lần thứ 8</a>
        <a href="/files/ke-hoach-to-chuc-hoi-nghi-2026.pdf">Kế hoạch tổ chức hội nghị năm 2026</a>
        <a href="https://facebook.com/songxanh/posts/123456">Theo dõi Báo Sông Xanh trên mạng</a></div>
        <footer><a href="/gioi-thieu-ve-toa-soan-12345.html">Giới thiệu về tòa soạn và ban biên tập</a></footer>
        """
            .formatted(
                items("/chinh-tri/hoi-nghi-so-%d-2000%1$d.html", 6),
                items("/xa-hoi/chuyen-hom-qua-%d-1000%1$d.html", 3));

    assertThat(articles(page, "/"))
        .hasSize(9)
        .allMatch(
            url -> url.matches("https://bao\\.example/(chinh-tri|xa-hoi)/.*-[0-9]{5}\\.html"));
  }

  @Test
  void headlinesInTheHeadersOfArticlesAreNoNavigation() throws Refused {
    var page =
        new StringBuilder("<header class='site-header'><a href='/gioi-thieu-chung-ve-trang'>");
    page.append("Giới thiệu chung về trang thông tin</a></header><div id='content'>");
    for (int i = 0; i < 5; i++) {
      page.append(
              "<article class='post hentry'><header class='entry-header'><h2><a href='/2026/11/0")
          .append(i + 1)
          .append("/hoi-nghi-tong-ket-nam/'>")
          .append(HEADLINE)
          .append(i)
          .append(
              "</a></h2></header><footer class='entry-footer'><a href='/2026/11/00/the-nguoi-viet/'>")
          .append("Người viết bài này là ai vậy</a></footer></article>");
    }

    assertThat(articles(page.append("</div>").toString(), "/"))
        .hasSize(5)
        .allMatch(url -> url.endsWith("/hoi-nghi-tong-ket-nam/"));
  }

  @Test
  void aPageInsideOfWhatIsNamedAfterItsMenuIsReadAllTheSame() throws Refused {
    String page =
        "<div class='off-canvas-menu-wrapper'><ul class='menu'><li><a href='/mot-muc-co-ten-12345.html'>"
            + "Xây dựng Đảng và hệ thống chính trị</a></li></ul><main>"
            + items("/tin/ban-tin-%d-3000%1$d.html", 4)
            + "</main></div>";

    assertThat(articles(page, "/")).hasSize(4).allMatch(url -> url.contains("/tin/"));
  }

  @Test
  void anEmptyFirstPageLeadsWhereItsScriptOrItsFramesLead() throws Refused {
    String script =
        "<script>setTimeout(function(){window.location.href = '/portal/home';}, 9)</script>";
    String replace = "<script>top.location.replace(\"/web/guest\")</script>";
    String frames = "<frameset><frame src='/trai.asp'><frame src='/chinh.asp'></frameset>";

    assertThat(kinds(script, "/", FetchKind.LISTING))
        .containsExactly("https://bao.example/portal/home");
    assertThat(kinds(replace, "/", FetchKind.LISTING))
        .containsExactly("https://bao.example/web/guest");
    assertThat(kinds(frames, "/", FetchKind.LISTING))
        .containsExactly("https://bao.example/trai.asp", "https://bao.example/chinh.asp");
    assertThat(kinds(script + items("/tin/a-%d-3000%1$d.html", 4), "/", FetchKind.LISTING))
        .doesNotContain("https://bao.example/portal/home");
  }

  @Test
  @Tag("F03")
  void aListThatTakesForEverIsGivenUpWithAReason() {
    var over = new AtomicBoolean();
    try (var reading = new GistReader(Duration.ofMillis(50))) {
      assertThatThrownBy(() -> reading.list(new byte[1], () -> endless(over)))
          .isInstanceOfSatisfying(
              Refused.class, e -> assertThat(e.reason()).isEqualTo(Reason.PARSE_BUDGET));
      assertThatThrownBy(
              () ->
                  reading.list(
                      new byte[2],
                      () -> {
                        throw new Refused(Reason.FEED_LIMIT, "as the reader says");
                      }))
          .isInstanceOfSatisfying(
              Refused.class, e -> assertThat(e.reason()).isEqualTo(Reason.FEED_LIMIT));
    } finally {
      over.set(true);
    }
  }

  /** Works on, for as long as the test lasts. */
  private static Links endless(AtomicBoolean over) {
    while (!over.get()) {
      Thread.onSpinWait();
    }
    return null;
  }

  @Test
  void anArticleWithAPictureOnlyHasTheShapeOfTheOthers() throws Refused {
    String page =
        items("/tin/ban-tin-%d-3000%1$d.html", 4)
            + "<div><a href='/tin/anh-9-30009.html'><img src='/a.jpg'></a></div>";

    assertThat(articles(page, "/tin"))
        .hasSize(5)
        .contains("https://bao.example/tin/anh-9-30009.html");
  }

  @Test
  void aPortalThatTellsItsArticlesByANumberInTheQueryIsRead() throws Refused {
    var page = new StringBuilder("<table><tr><td>");
    for (int i = 0; i < 8; i++) {
      page.append("<a href='/Default.aspx?tabid=10")
          .append(i)
          .append("'>Mục ")
          .append(i)
          .append("</a>");
    }
    page.append("</td><td>");
    for (int i = 0; i < 5; i++) {
      page.append("<table><tr><td><a class=tieude href='/Default.aspx?tabid=101&amp;itemid=45")
          .append(i)
          .append("'>")
          .append(HEADLINE)
          .append(i)
          .append("</a></td></tr></table>");
    }
    assertThat(articles(page.append("</td></tr></table>").toString(), "/Default.aspx?tabid=101"))
        .hasSize(5)
        .allMatch(url -> url.contains("itemid=45"));
  }

  @Test
  void addressesThatTellNothingAreToldByTheLookOfTheirItems() throws Refused {
    var page =
        new StringBuilder(
            "<div class=menu><a href='/gioi-thieu'>Giới thiệu chung về tỉnh Sông Xanh</a></div>");
    for (String path : List.of("a", "b", "c", "d")) {
      page.append("<li class=tin><h3><a href='/")
          .append(path)
          .append("'>")
          .append(HEADLINE)
          .append(path)
          .append("</a></h3></li>");
    }
    page.append("<p>Xem <a href='/thong-bao'>thông báo về việc nghỉ lễ năm nay</a></p>");

    assertThat(articles(page.toString(), "/tin"))
        .containsExactly(
            "https://bao.example/a",
            "https://bao.example/b",
            "https://bao.example/c",
            "https://bao.example/d");
  }

  @Test
  void whatHasPagesBelowItIsASection() throws Refused {
    String page =
        items("/hoat-dong-cua-lanh-dao-tinh/bai-%d-5000%1$d.html", 4)
            + "<li><h3><a href='/hoat-dong-cua-lanh-dao-tinh'>Hoạt động của lãnh đạo tỉnh nhà</a></h3></li>";

    assertThat(articles(page, "/")).hasSize(4).noneMatch(url -> url.endsWith("tinh"));
    assertThat(kinds(page, "/", FetchKind.LISTING))
        .containsExactly("https://bao.example/hoat-dong-cua-lanh-dao-tinh");
  }

  @Test
  void aHomePageLeadsToItsFeedsAndSections() throws Refused {
    String page =
        """
        <head><link rel="alternate" type="application/rss+xml" href="/rss/home.rss">
        <link rel="alternate" type="application/atom+xml" href="/comments/feed/">
        <link rel="alternate" type="application/rss+xml" href="https://other.example/rss">
        <link rel="alternate" hreflang="en" href="/en/"></head>
        <nav><a href="/thoi-su">Thời sự</a><a href="/kinh-te">Kinh tế</a><a href="/rss">RSS</a>
        <a href="/dang-nhap">Đăng nhập</a></nav>%s"""
            .formatted(items("/thoi-su/bai-%d-7000%1$d.html", 3));

    assertThat(kinds(page, "/", FetchKind.FEED))
        .containsExactly("https://bao.example/rss/home.rss", "https://bao.example/rss");
    assertThat(kinds(page, "/", FetchKind.LISTING))
        .containsExactly("https://bao.example/thoi-su", "https://bao.example/kinh-te");
  }

  @Test
  void whoKnowsTheSiteIsBelieved() throws Refused {
    String page =
        "<div class=a><a href='/x/1'>1</a></div><div class=b><a href='/x/2'>2</a><a href='/y'>3</a></div>"
            + items("/tin/bai-%d-8000%1$d.html", 5);

    assertThat(articles(page, outlet(List.of("/x/#"), null)))
        .containsExactly("https://bao.example/x/1", "https://bao.example/x/2");
    assertThat(articles(page, outlet(null, "div.b")))
        .containsExactly("https://bao.example/x/2", "https://bao.example/y");
    assertThat(articles(page, outlet(List.of("/x/*"), "div.b a")))
        .containsExactly("https://bao.example/x/2");
  }

  @Test
  void aBaseThatLeadsElsewhereIsNotBelieved() throws Refused {
    String page = items("bai-%d-8000%1$d.html", 3);

    assertThat(articles("<base href='https://other.example/'>" + page, "/tin/"))
        .allMatch(url -> url.startsWith("https://bao.example/tin/bai-"))
        .hasSize(3);
    assertThat(articles("<base href='/goc/'>" + page, "/tin/"))
        .allMatch(url -> url.startsWith("https://bao.example/goc/bai-"));
  }

  @Test
  void aPageWithoutAListListsNothing() throws Refused {
    assertThat(
            articles(
                "<p>Trang đang được nâng cấp</p><a href='/tin/mot-bai-viet-duy-nhat-123456.html'>x</a>",
                "/"))
        .isEmpty();
    assertThat(articles("%PDF-1.7 \u0000\u0001", "/")).isEmpty();
    assertThat(articles("", "/")).isEmpty();
  }

  @Test
  @Timeout(60)
  void aPageMadeToExhaustItsReaderEndsInLinksOrAReason() throws Refused {
    assertThat(articles("<div>".repeat(50_000) + items("/tin/bai-%d-8000%1$d.html", 3), "/"))
        .hasSizeLessThanOrEqualTo(3);
    assertThat(articles("<b><i><a href='/x'>".repeat(20_000), "/")).isEmpty();
    assertThat(articles(items("/tin/bai-%d-8000%1$d.html", 10_000), "/")).hasSizeLessThan(5_001);
    assertThatThrownBy(() -> read("<a>".repeat(400_001), "/", Outlet.of("bao.example")))
        .isInstanceOfSatisfying(
            Refused.class, e -> assertThat(e.reason()).isEqualTo(Reason.PARSE_BUDGET));
  }

  /** List items with headlines; the pattern takes their number. */
  private static String items(String pattern, int count) {
    var items = new StringBuilder("<ul>");
    for (int i = 1; i <= count; i++) {
      items
          .append("<li class=item><h3><a href='")
          .append(pattern.formatted(i))
          .append("'>")
          .append(HEADLINE)
          .append(i)
          .append("</a></h3><p>Sáng 12/11, Huyện ủy tổ chức…</p></li>");
    }
    return items.append("</ul>").toString();
  }

  private static Outlet outlet(List<String> patterns, String selector) {
    return new Outlet(
        "bao.example", null, null, null, null, null, null, patterns, selector, null, null, null);
  }

  private static List<String> articles(String page, Outlet outlet) throws Refused {
    return urls(read(page, "/", outlet), FetchKind.ARTICLE);
  }

  private static List<String> articles(String page, String path) throws Refused {
    return kinds(page, path, FetchKind.ARTICLE);
  }

  private static List<String> kinds(String page, String path, FetchKind kind) throws Refused {
    return urls(read(page, path, Outlet.of("bao.example")), kind);
  }

  private static List<String> urls(Links links, FetchKind kind) {
    return links.found().stream().filter(link -> link.kind() == kind).map(Links.Link::url).toList();
  }

  private static Links read(String page, String path, Outlet outlet) throws Refused {
    return ListingPage.home(outlet, 40)
        .read(page.getBytes(UTF_8), CanonicalUrl.of("https://bao.example" + path), "utf-8");
  }
}
