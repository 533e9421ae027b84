package vn.hoinghi.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NextPageTest {
  @ParameterizedTest(name = "{0} leads by {1} to {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "/tin            | <a href='/tin?page=2'>2</a><a href='/tin?page=3'>3</a>     | /tin?page=2",
        "/tin?page=2     | <a href='/tin'>1</a><a href='/tin?page=3'>3</a>            | /tin?page=3",
        "/tin/           | <a href='/tin/page/2/'>Cũ hơn</a>                          | /tin/page/2/",
        "/tin/page/2/    | <a href='/tin/page/3/'>»</a><a href='/tin/page/9/'>cuối</a> | /tin/page/3/",
        "/tin.html       | <a href='/tin/trang-2.html'>2</a>                          | /tin/trang-2.html",
        "/tin/trang-9    | <a href='/tin/trang-10'>sau</a><a href='/tin/trang-8'>trước</a> | /tin/trang-10",
        "/tin-p4.html    | <a href='/tin-p5.html'>5</a>                               | /tin-p5.html",
        "/tin            | <a href='/tin?page=1'>2</a><a href='/tin?page=2'>3</a>     | /tin?page=1",
        "/tin?muc=7      | <a href='/tin?muc=7&amp;trang=2'>2</a>                     | /tin?muc=7&trang=2",
        "/tin            | <a rel='next' href='/cu?tu=abc'>Bài cũ hơn</a>             | /cu?tu=abc",
        "/tin            | <link rel=next href='/tin/2'>                              | /tin/2",
      })
  void theNextPageIsTheOneThatCountsOnFromHere(String at, String html, String next) throws Refused {
    assertThat(next(at, html)).hasToString("https://bao.example" + next);
  }

  @ParameterizedTest(name = "{0} does not lead on by {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "/lich/2026/11   | <a href='/lich/2026/12'>12</a><a href='/lich/2026/2'>2</a>",
        "/tin            | <a href='/the-thao?page=2'>2</a>",
        "/tin?page=3     | <a href='/tin?page=2'>2</a><a href='/tin'>1</a>",
        "/tin            | <a href='/tin/hoi-nghi-2.html'>2</a>",
        "/tin            | <a rel=next href='https://other.example/tin?page=2'>2</a>",
        "/tin?page=2     | <a rel=next href='/tin?page=2'>2</a>",
      })
  void calendarsOtherListsAndOtherSitesAreNoNextPage(String at, String html) throws Refused {
    assertThat(next(at, html)).isNull();
  }

  @Test
  void aPageWithoutLinksIsTheLast() throws Refused {
    assertThat(next("/tin", "<p>Hết</p>")).isNull();
  }

  private static CanonicalUrl next(String at, String html) throws Refused {
    CanonicalUrl url = CanonicalUrl.of("https://bao.example" + at);
    var page = ListingHtml.parse(html.getBytes(UTF_8), url, "utf-8");
    return NextPage.of(page, url, new PageLinks(page, url, Outlet.of("bao.example")));
  }
}
