package vn.hoinghi.standalone.reading;

import java.time.Instant;
import java.util.List;
import vn.hoinghi.avro.Article;
import vn.hoinghi.avro.ArticleOutcome;
import vn.hoinghi.avro.ConferenceMention;
import vn.hoinghi.avro.ConferenceType;
import vn.hoinghi.avro.Count;
import vn.hoinghi.avro.Evidence;
import vn.hoinghi.avro.Part;
import vn.hoinghi.avro.Person;
import vn.hoinghi.avro.Province;
import vn.hoinghi.avro.Qualifier;
import vn.hoinghi.enrich.OneReading;
import vn.hoinghi.enrich.outlet.Outlet;

/** Readings made by hand, for tests of what is shown of them. */
final class Readings {
  private static final Outlet OUTLET =
      new Outlet("tin.example", "Báo Tin", "Lai Châu", "newspaper");

  private Readings() {}

  /** A conference that this text reports, with this evidence and one person. */
  static ReadingFacts conference(String title, String text, List<Evidence> evidence) {
    var mention =
        ConferenceMention.newBuilder()
            .setType(ConferenceType.TRAINING)
            .setProvince(new Province("12", "Lai Châu"))
            .setStartDate("2021-04-20")
            .setAttendees(new Count(1120, Qualifier.OVER))
            .setPersons(
                List.of(
                    new Person(
                        "Lò Văn Hặc",
                        List.of("Phó Bí thư Huyện ủy", "Chủ tịch UBND huyện"),
                        List.of("Phó Bí thư Huyện ủy", "Chủ tịch Ủy ban nhân dân huyện"),
                        Part.SPEAKER)))
            .setEvidence(evidence)
            .build();
    Article article =
        article(title, text)
            .setOutcome(ArticleOutcome.CONFERENCE)
            .setConference(mention)
            .setOrigin("TTXVN")
            .build();
    return new ReadingFacts(
        new OneReading(article, "'tổ chức hội nghị'", OUTLET, null, null, false));
  }

  /** An article that announces one. */
  static ReadingFacts preview(String title, String text, String because) {
    Article article =
        article(title, text).setOutcome(ArticleOutcome.NOT_CONFERENCE).setReason("PREVIEW").build();
    return new ReadingFacts(new OneReading(article, because, OUTLET, null, null, false));
  }

  private static Article.Builder article(String title, String text) {
    return Article.newBuilder()
        .setArticleId("0")
        .setUrl("https://tin.example/1.html")
        .setOutlet("tin.example")
        .setFetchedAt(Instant.EPOCH)
        .setIngestedAt(Instant.EPOCH)
        .setContentHash("0")
        .setTitle(title)
        .setText(text)
        .setPublishedAt("2021-04-20T08:00:00+07:00")
        .setPublishedFrom("meta")
        .setRulesVersion("0");
  }
}
