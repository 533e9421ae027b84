package vn.hoinghi.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.hoinghi.avro.Article;
import vn.hoinghi.avro.ArticleOutcome;
import vn.hoinghi.avro.RawArticle;
import vn.hoinghi.content.PageReader;
import vn.hoinghi.enrich.mention.MentionReader;
import vn.hoinghi.schemas.Reason;

/**
 * A site that asks for a login, or has nothing to show, answers every address with one body. What
 * never becomes a member of an event cannot grow into one giant event.
 */
class OneBodyManyAddressesTest {
  private static final int ADDRESSES = 200;

  private final ArticleReader reader =
      new WebArticleReader(
          PageReader.standard(),
          MentionReader.standard(),
          Enrich.outlets(new EnrichConfig.Work(null, null, null, null, null, null)));

  @ParameterizedTest
  @Tag("H15")
  @ValueSource(
      strings = {
        "<h1>Đăng nhập</h1><p>Vui lòng đăng nhập để đọc tiếp bài viết về hội nghị này.</p>",
        "<h1>Thông báo</h1><p>Trang web dùng cookie để phục vụ bạn đọc tốt hơn. Đồng ý?</p>",
        "<h1>Không tìm thấy trang</h1><p>Trang bạn tìm không còn ở đây. Về trang chủ.</p>",
        "<div id=app></div><script>load('/bai-viet')</script><p>Đang tải thêm tin</p>",
        "<p>ok</p>",
        ""
      })
  void aBodyThatStandsUnderEveryAddressIsNoConference(String body) {
    for (int address = 0; address < ADDRESSES; address++) {
      ArticleReader.Outcome outcome = reader.read(page(address, body));
      if (outcome instanceof ArticleReader.Illegible illegible) {
        assertThat(illegible.reason()).isEqualTo(Reason.TEXT_EMPTY);
      } else {
        Article article = ((ArticleReader.Legible) outcome).article();
        assertThat(article.getOutcome()).as(body).isEqualTo(ArticleOutcome.NOT_CONFERENCE);
        assertThat(article.getReason()).isNotEmpty();
      }
    }
  }

  private static RawArticle page(int address, String body) {
    String html = "<html><head><title>Báo tỉnh</title></head><body>" + body + "</body></html>";
    RawArticle raw =
        Pages.raw(
            "https://bao.example/tin/hoi-nghi-" + address,
            1,
            1,
            ByteBuffer.wrap(html.getBytes(StandardCharsets.UTF_8)));
    raw.setMediaType("text/html; charset=utf-8");
    return raw;
  }
}
