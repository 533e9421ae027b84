package vn.hoinghi.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.hoinghi.avro.Article;
import vn.hoinghi.avro.ConferenceDocument;
import vn.hoinghi.avro.ConferenceMention;
import vn.hoinghi.avro.ConferenceType;
import vn.hoinghi.avro.Correction;
import vn.hoinghi.avro.Evidence;
import vn.hoinghi.avro.Part;
import vn.hoinghi.avro.Person;
import vn.hoinghi.avro.RawArticle;
import vn.hoinghi.enrich.resolve.CorrectionCheck;
import vn.hoinghi.enrich.resolve.Member;

/** What is kept of an article in state. */
class CodecTest {
  private static final int CHANGELOG_RECORD = 64 * 1024;

  @Test
  void aMemberComesBackAsItWasStored() {
    Member member = member(3, 10);
    assertThat(Codec.member(Codec.member(member))).isEqualTo(member);
    Membership join = Membership.join(member);
    assertThat(Codec.membership(Codec.membership(join))).isEqualTo(join);
    Membership leave = Membership.leave(member.articleId(), "vn");
    assertThat(Codec.membership(Codec.membership(leave))).isEqualTo(leave);
  }

  @Test
  void anArticleBuiltToBeHugeStaysSmallInState() {
    assertThat(Codec.member(member(5000, 20_000))).hasSizeLessThan(CHANGELOG_RECORD);
  }

  @Test
  void theLargestCorrectionThatIsTakenStaysSmallInState() {
    Correction correction =
        Corrected.part(
            1,
            IntStream.range(0, CorrectionCheck.MAX_ARTICLES)
                .mapToObj(i -> "https://bao.example/" + i)
                .toArray(String[]::new));
    correction.setReason("ề".repeat(CorrectionCheck.REASON_CHARS));
    correction.setAuthor("ề".repeat(CorrectionCheck.AUTHOR_CHARS));
    CorrectionCheck.check(correction);
    assertThat(Codec.correction(correction)).hasSizeLessThan(CHANGELOG_RECORD);
    var news = new ShardNews.Corrected(correction);
    assertThat(Codec.news(Codec.news(news))).isEqualTo(news);
  }

  private static Member member(int items, int chars) {
    String long1 = "ề".repeat(chars);
    List<String> titles = Collections.nCopies(items, long1);
    var persons = new ArrayList<Person>();
    var documents = new ArrayList<ConferenceDocument>();
    var evidence = new ArrayList<Evidence>();
    for (int i = 0; i < Math.min(items, 300); i++) {
      persons.add(new Person(long1, titles, titles, Part.SPEAKER));
      documents.add(new ConferenceDocument(long1, long1, long1));
      evidence.add(new Evidence("persons", long1, i, i + chars, "rule"));
    }
    ConferenceMention mention =
        ConferenceMention.newBuilder()
            .setType(ConferenceType.STUDY)
            .setOrganiser(long1)
            .setTerm(long1)
            .setPersons(persons)
            .setDocuments(documents)
            .setEvidence(evidence)
            .build();
    RawArticle raw = Pages.report("https://bao.example/" + "x".repeat(chars), 0, long1, m -> {});
    Article article = ((ArticleReader.Legible) new ScriptedReader().read(raw)).article();
    article.setConference(mention);
    return Member.of(article, 7);
  }
}
