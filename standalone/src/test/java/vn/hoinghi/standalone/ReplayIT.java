package vn.hoinghi.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.hoinghi.avro.Article;
import vn.hoinghi.avro.ArticleOutcome;
import vn.hoinghi.avro.RawArticle;
import vn.hoinghi.enrich.ArticleReader;
import vn.hoinghi.enrich.Enrich;
import vn.hoinghi.enrich.EnrichConfig;
import vn.hoinghi.enrich.mention.MentionReader;
import vn.hoinghi.schemas.ContentIds;
import vn.hoinghi.schemas.NotConference;
import vn.hoinghi.standalone.replay.Shadow;

/** What other rules change is seen before anybody else sees it. */
class ReplayIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String APP = "hoinghi-enrich";

  @TempDir private static Path dir;
  private static TestCluster cluster;
  private static List<RawArticle> news;
  private static String published;

  private String printed;

  @BeforeAll
  static void eventsThatArePublic() throws Exception {
    cluster = TestCluster.start(dir);
    news = TestNews.of(dir, 40, 7);
    cluster.publish(news);
    cluster.pass(APP, dir.resolve("live"), TestNews.reader(), MentionReader.RULES_VERSION);
    published = cluster.canonical();
  }

  @AfterAll
  static void close() {
    cluster.close();
  }

  @Test
  void theSameRulesGiveTheSameEvents() {
    assertThat(replay("shadow", "gleich", "--state", dir.resolve("gleich").toString())).isZero();
    assertThat(replay("diff", "gleich")).describedAs(printed).isZero();
    long events = published.lines().count();
    assertThat(printed.strip()).isEqualTo(events + " events are the same");
    assertThat(cluster.canonical()).isEqualTo(published);

    assertThat(replay("drop", "gleich")).isZero();
    assertThat(replay("diff", "gleich")).isEqualTo(2);
    assertThat(replay("shadow", "Not A Name")).isEqualTo(2);
  }

  @Test
  void anotherRuleIsSeenEventByEventAndFieldByField() throws Exception {
    var work = EnrichConfig.Work.in(null);
    var shadow = new Shadow(cluster.config, work, "streng");
    shadow.createTopics();
    String strict = news.get(0).getArticleId();
    try (var enrich =
        new Enrich(
                shadow.config(dir.resolve("streng")),
                raw -> otherwise(TestNews.reader().read(raw), strict),
                "test-2",
                shadow.outputs(),
                new SimpleMeterRegistry())
            .start()) {
      shadow.await(
          () -> {
            var dead = new TreeMap<String, String>();
            enrich.failure().ifPresent(fault -> dead.put("enrich", fault.toString()));
            return dead;
          },
          new Unheard());
    }
    assertThat(cluster.canonical()).isEqualTo(published);

    assertThat(replay("diff", "streng", "--json")).isEqualTo(1);
    List<JsonNode> lines = new ArrayList<>();
    for (String line : printed.lines().toList()) {
      lines.add(JSON.readTree(line));
    }
    // every event has another term
    assertThat(lines)
        .filteredOn(line -> line.get("kind").asText().equals("CHANGED"))
        .isNotEmpty()
        .allSatisfy(
            line ->
                assertThat(line.get("fields").get("term").get("after").asText())
                    .isEqualTo("1990-1995"));
    // its first article counts no more: the event goes on under another id
    assertThat(lines)
        .filteredOn(line -> line.get("kind").asText().equals("REMOVED"))
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.get("eventId").asText()).isEqualTo(ContentIds.eventId("vn", strict));
              assertThat(line.get("others")).hasSize(1);
            });
    assertThat(replay("diff", "streng")).isEqualTo(1);
    assertThat(printed).contains("~ ", "term: none -> \"1990-1995\"", " changed", "fields:  {");
  }

  /** Rules by which one article reports nothing and all others tell of the same term. */
  private static ArticleReader.Outcome otherwise(ArticleReader.Outcome read, String strict) {
    if (!(read instanceof ArticleReader.Legible legible)
        || legible.article().getConference() == null) {
      return read;
    }
    Article.Builder article = Article.newBuilder(legible.article()).setRulesVersion("test-2");
    if (legible.article().getArticleId().equals(strict)) {
      article
          .setOutcome(ArticleOutcome.NOT_CONFERENCE)
          .setReason(NotConference.NO_GATHERING.name())
          .setConference(null);
    } else {
      article.getConference().setTerm("1990-1995");
    }
    return new ArticleReader.Legible(article.build());
  }

  private int replay(String... words) {
    var all = new ArrayList<>(List.of("replay"));
    all.addAll(List.of(words));
    all.addAll(List.of("--bootstrap-servers", cluster.config.bootstrapServers()));
    var text = new StringWriter();
    int code =
        Hoinghi.commandLine()
            .setOut(new PrintWriter(text))
            .setErr(new PrintWriter(new StringWriter()))
            .execute(all.toArray(String[]::new));
    printed = text.toString();
    return code;
  }
}
