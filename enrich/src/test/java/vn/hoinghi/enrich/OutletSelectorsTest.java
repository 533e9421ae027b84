package vn.hoinghi.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.hoinghi.avro.Article;
import vn.hoinghi.content.PageReader;
import vn.hoinghi.enrich.mention.MentionReader;
import vn.hoinghi.enrich.outlet.OutletRegistry;

@DisplayName("Selectors in the user's list of outlets")
class OutletSelectorsTest {
  private static final String PAGE =
      "<html><body><div><p>"
          + "Một khung lớn với nhiều chữ mà người biết trang này không coi là bài viết. ".repeat(8)
          + "</p></div><section><b>Đảng ủy xã Na Mèo tổng kết năm</b><div id='nd'>"
          + "Sáng 5/3/2021, Đảng ủy xã Na Mèo tổ chức hội nghị tổng kết công tác năm 2020.<br>"
          + "Dự hội nghị có 50 đại biểu. Đồng chí Bí thư Đảng ủy phát biểu khai mạc hội nghị."
          + "</div></section></body></html>";

  private static Article read(OutletRegistry outlets) {
    var raw =
        Pages.raw(
            "https://xa.vidu.example/1.html",
            1,
            1,
            ByteBuffer.wrap(PAGE.getBytes(StandardCharsets.UTF_8)));
    raw.setMediaType("text/html");
    var reader = new WebArticleReader(PageReader.standard(), MentionReader.standard(), outlets);
    return ((ArticleReader.Legible) reader.read(raw)).article();
  }

  @Test
  void areUsedByThePageReader(@TempDir Path dir) throws IOException {
    Path own = dir.resolve("outlets.json");
    Files.writeString(
        own,
        "[{\"host\":\"vidu.example\",\"province\":\"Thanh Hóa\","
            + "\"selectors\":{\"title\":\"section b\",\"text\":\"#nd\"}}]");
    OutletRegistry merged = OutletRegistry.standard().mergedWith(OutletRegistry.read(own));
    Article article = read(merged);
    assertThat(article.getTitle()).isEqualTo("Đảng ủy xã Na Mèo tổng kết năm");
    assertThat(article.getText()).contains("50 đại biểu").doesNotContain("khung lớn");
    assertThat(article.getConference().getProvince().getName()).isEqualTo("Thanh Hóa");
    assertThat(read(OutletRegistry.standard()).getText()).isNotEqualTo(article.getText());
  }
}
