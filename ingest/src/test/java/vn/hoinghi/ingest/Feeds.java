package vn.hoinghi.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import vn.hoinghi.schemas.Reason;

/** Feeds as text, and what is read in them. */
final class Feeds {
  private static final String RSS =
      "<rss version=\"2.0\"><channel><title>Báo</title><link>http://bao.vn/</link>"
          + "<description>d</description>%s</channel></rss>";

  private Feeds() {}

  static Links read(byte[] feed, CanonicalUrl url, String charset) throws Refused {
    return new FeedReader().read(feed, url, charset);
  }

  static String next(String feed) throws Refused {
    return read(feed.getBytes(UTF_8), url(), null).next();
  }

  static List<String> links(String feed) throws Refused {
    return links(feed.getBytes(UTF_8), null);
  }

  static List<String> links(byte[] feed, String charset) throws Refused {
    return read(feed, url(), charset).found().stream()
        .filter(link -> link.url().startsWith("http"))
        .map(Links.Link::url)
        .toList();
  }

  static void assertRefused(String feed, Reason reason) {
    assertThatThrownBy(() -> read(feed.getBytes(UTF_8), url(), null))
        .isInstanceOfSatisfying(Refused.class, e -> assertThat(e.reason()).isEqualTo(reason));
  }

  static CanonicalUrl url() throws Refused {
    return CanonicalUrl.of("http://bao.vn/tin/rss");
  }

  static String rss(String... items) {
    return RSS.formatted(String.join("", items));
  }

  static String item(String link) {
    return "<item><title>t</title><link>" + link + "</link></item>";
  }
}
