package vn.hoinghi.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentIdsTest {

  @ParameterizedTest
  @CsvSource({
    "http://bao.vn/tin,              https://bao.vn/tin",
    "https://www.bao.vn/tin,         https://bao.vn/tin",
    "http://www.bao.vn/tin?id=1,     https://bao.vn/tin?id=1",
    "http://www.bao.vn:8080/tin,     https://bao.vn:8080/tin",
    "https://bao.vn/tin,             https://bao.vn/tin",
    "https://www.vn/tin,             https://www.vn/tin",
    "https://www2.bao.vn/tin,        https://www2.bao.vn/tin",
    "https://tin.bao.vn/www.bao.vn,  https://tin.bao.vn/www.bao.vn",
    "https://a.vn/?u=http://www.b.vn, https://a.vn/?u=http://www.b.vn",
    "file:pages/tin.html,            file:pages/tin.html",
  })
  void spellingsOfOneArticleAreOne(String url, String identity) {
    assertThat(ContentIds.identity(url)).isEqualTo(identity);
    assertThat(ContentIds.articleId(url)).isEqualTo(ContentIds.articleId(identity));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://bao.vn/Tin", "https://bao.vn/tin/", "https://m.bao.vn/tin", "tin.html"})
  void whatMayBeAnotherArticleIs(String url) {
    assertThat(ContentIds.articleId(url)).isNotEqualTo(ContentIds.articleId("https://bao.vn/tin"));
  }

  @Test
  void theIdOfAnAddressThatIsSpeltSoIsItsHash() {
    // printf https://bao.vn/tin | sha256sum
    assertThat(ContentIds.articleId("https://bao.vn/tin"))
        .isEqualTo("0faac43f258ff2fe0d61a806560bb93bc300e74385d72f67cb9078a73bb5475a");
  }
}
