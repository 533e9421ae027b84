package vn.hoinghi.ingest.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.hoinghi.avro.Article;
import vn.hoinghi.avro.ArticleOutcome;
import vn.hoinghi.avro.ConferenceMention;
import vn.hoinghi.schemas.TrustedRecords;

class ArticleFactsTest {
  private static final Instant AT = Instant.parse("2026-03-02T01:00:00Z");

  @BeforeAll
  static void trust() {
    TrustedRecords.trust();
  }

  @Test
  void whatAnArticleHasIsFound() {
    var whole =
        article()
            .setTitle("Hội nghị tổng kết")
            .setText("Hội nghị tổng kết\n" + "Sáng nay, tại hội trường tỉnh. ".repeat(10))
            .setPublishedAt("2026-03-02")
            .setAuthor("An Bình")
            .setConference(new ConferenceMention())
            .build();

    var facts = ArticleFacts.of(whole);

    assertThat(facts.found()).isEqualTo(ArticleFacts.FIELDS);
    assertThat(facts.at()).isEqualTo(AT);
    assertThat(facts.host()).isEqualTo("bao.example");
  }

  @Test
  void aCaptionIsNoTextAndAPageThatCouldNotBeReadHasNothing() {
    var caption = article().setTitle("Ảnh").setText("Ảnh\nToàn cảnh hội nghị.").build();
    assertThat(ArticleFacts.of(caption).found()).containsExactly("title");
    assertThat(ArticleFacts.of(article().build()).found()).isEmpty();
  }

  @Test
  void aWithdrawnArticleSaysNothingOfItsOutlet() {
    assertThat(ArticleFacts.of(article().setOutcome(ArticleOutcome.WITHDRAWN).build())).isNull();
  }

  private static Article.Builder article() {
    return Article.newBuilder()
        .setArticleId("00")
        .setUrl("https://bao.example/1")
        .setOutlet("bao.example")
        .setFetchedAt(AT)
        .setIngestedAt(AT)
        .setContentHash("00")
        .setOutcome(ArticleOutcome.DROPPED)
        .setRulesVersion("test-1");
  }
}
