package vn.hoinghi.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.hoinghi.avro.RawArticle;
import vn.hoinghi.avro.RawOrigin;
import vn.hoinghi.ingest.FolderImport.Published;
import vn.hoinghi.schemas.AvroSerde;
import vn.hoinghi.schemas.ContentIds;
import vn.hoinghi.schemas.ContractPack;
import vn.hoinghi.schemas.Reason;
import vn.hoinghi.schemas.Topics;
import vn.hoinghi.service.ConfigException;

class FolderImportTest {
  @TempDir Path dir;

  private final MockProducer<String, RawArticle> producer =
      new MockProducer<>(
          Cluster.empty(),
          true,
          null,
          new StringSerializer(),
          AvroSerde.of(RawArticle.class, ContractPack.committed()).serializer());

  @Test
  void aManifestGivesExactlyItsFilesInItsOrder() throws IOException {
    file("b.html", "<p>B</p>");
    file("a.txt", "Tiêu đề\nA");
    file("unlisted.html", "<p>no</p>");
    manifest(
        """
        {"id":"2","file":"b.html","url":"HTTPS://Bao.vn/b?utm_source=x","outlet":"Bao.vn","fetched_at":"2026-11-15T02:00:00Z","published":"2026-11-14","more":[1]}

        {"id":"1","file":"a.txt","url":"https://bao.vn/a","fetched_at":"2026-11-15 09:01"}
        """);

    List<Published> done = run();

    assertThat(done).extracting(Published::inputId).containsExactly("2", "1");
    RawArticle b = sent(0);
    assertThat(b.getUrl()).isEqualTo("https://bao.vn/b");
    assertThat(b.getArticleId()).isEqualTo(ContentIds.articleId("https://bao.vn/b"));
    assertThat(producer.history().get(0).key()).isEqualTo(b.getArticleId());
    assertThat(b.getOutlet()).isEqualTo("bao.vn");
    assertThat(b.getFetchedAt()).isEqualTo("2026-11-15T02:00:00Z");
    assertThat(b.getIngestedAt()).isEqualTo(b.getFetchedAt());
    assertThat(b.getPublishedHint()).isEqualTo("2026-11-14");
    assertThat(b.getMediaType()).isEqualTo("text/html");
    assertThat(b.getCharset()).isNull();
    assertThat(b.getOrigin()).isEqualTo(RawOrigin.FOLDER);
    assertThat(b.getInputId()).isEqualTo("2");
    RawArticle a = sent(1);
    assertThat(a.getMediaType()).isEqualTo("text/plain");
    assertThat(a.getFetchedAt()).isEqualTo("2026-11-15T02:01:00Z");
    assertThat(a.getOutlet()).isEqualTo("bao.vn");
    assertThat(done.get(1).contentHash()).isEqualTo(ContentIds.contentHash(a));
  }

  @Test
  void theOrderOfTheLinesMakesNoDifferenceToTheRecords() throws IOException {
    var lines = new ArrayList<String>();
    for (int i = 0; i < 20; i++) {
      file(i + ".html", "<p>" + i + "</p>");
      lines.add("{\"file\":\"%d.html\",\"fetched_at\":\"2026-11-15T02:%02d:00Z\"}".formatted(i, i));
    }
    manifest(String.join("\n", lines));
    run();
    List<RawArticle> inOrder = allSent();
    producer.clear();
    Collections.reverse(lines);
    manifest(String.join("\n", lines));

    run();

    assertThat(allSent()).isEqualTo(inOrder);
  }

  @Test
  void everyLineThatCannotBeUsedIsOneNamedFailure() throws IOException {
    file("ok.html", "<p>ok</p>");
    manifest(
        """
        no json
        {"id":"no-file"}
        {"id":"gone","file":"gone.html"}
        {"id":"outside","file":"../outside.html"}
        {"id":"absolute","file":"/etc/passwd"}
        {"id":"when","file":"ok.html","fetched_at":"yesterday"}
        {"id":"where","file":"ok.html","url":"http://user@bao.vn/"}
        {"id":"scheme","file":"ok.html","url":"ftp://bao.vn/"}
        {"id":"elsewhere","file":"ok.html","url":"file:../../etc/passwd"}
        {"id":"ok","file":"ok.html"}
        """);

    List<Published> done = run();

    assertThat(done)
        .extracting(Published::failed)
        .containsExactly(
            Reason.INPUT_MALFORMED,
            Reason.INPUT_MALFORMED,
            Reason.INPUT_MISSING,
            Reason.INPUT_MALFORMED,
            Reason.INPUT_MALFORMED,
            Reason.TS_INVALID,
            Reason.URL_INVALID,
            Reason.FETCH_SCHEME,
            Reason.INPUT_MALFORMED,
            null);
    assertThat(done.get(0).problem()).contains("manifest.jsonl line 1");
    assertThat(producer.history()).hasSize(1);
  }

  @Test
  void aLinkThatLeadsOutOfTheFolderIsNotFollowed(@TempDir Path elsewhere) throws IOException {
    Path secret = Files.writeString(elsewhere.resolve("secret.html"), "<p>secret</p>");
    Files.createSymbolicLink(dir.resolve("link.html"), secret);
    manifest("{\"file\":\"link.html\"}");

    assertThat(run()).extracting(Published::failed).containsExactly(Reason.INPUT_MALFORMED);
  }

  @Test
  void withoutAManifestEveryPageIsTakenAndKnownByItsPath() throws IOException {
    Path page = file("2025/đại hội.HTM", "<p>x</p>");
    Files.setLastModifiedTime(page, FileTime.from(Instant.parse("2025-06-01T01:02:03.456Z")));
    file("a.txt", "A");
    file("style.css", "p {}");

    List<Published> done = run();

    assertThat(done).extracting(Published::inputId).containsExactly("2025/đại hội", "a");
    assertThat(done.get(0).url()).isEqualTo("file:2025/đại hội.HTM");
    assertThat(done.get(0).fetchedAt()).isEqualTo("2025-06-01T01:02:03.456Z");
    assertThat(sent(0).getIngestedAt()).isEqualTo("2025-06-01T01:02:03.456Z");
  }

  @Test
  void aPageTooLargeForARecordIsRefusedAndTheNextOneIsNot() throws IOException {
    Files.write(dir.resolve("a.html"), new byte[FolderFiles.MAX_BYTES + 1]);
    Files.write(dir.resolve("b.html"), new byte[FolderFiles.MAX_BYTES]);

    assertThat(run()).extracting(Published::failed).containsExactly(Reason.RECORD_TOO_LARGE, null);
  }

  @Test
  void progressIsToldInTheFoldersOrder() throws IOException {
    for (int i = 100; i < 700; i++) {
      file(i + ".txt", "x" + i);
    }
    var told = new ArrayList<Published>();

    new FolderImport(producer, (attempt, input) -> told.add(input))
        .publish(FolderSource.of(dir, null));

    assertThat(told).hasSize(600);
    assertThat(told).isSortedAccordingTo(Comparator.comparing(Published::inputId));
    assertThat(told).allSatisfy(p -> assertThat(p.offset()).isNotNegative());
  }

  @Test
  void aFolderOrManifestThatIsNotThereIsSaidSo() {
    assertThatThrownBy(() -> FolderSource.of(dir.resolve("none"), null))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("none");
    assertThatThrownBy(() -> FolderSource.of(dir, dir.resolve("none.jsonl")))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("none.jsonl");
  }

  private List<Published> run() {
    var done = new ArrayList<Published>();
    new FolderImport(producer, (attempt, input) -> done.add(input))
        .publish(FolderSource.of(dir, null));
    return done;
  }

  private RawArticle sent(int index) {
    ProducerRecord<String, RawArticle> record = producer.history().get(index);
    assertThat(record.topic()).isEqualTo(Topics.RAW.name());
    return record.value();
  }

  private List<RawArticle> allSent() {
    return producer.history().stream()
        .map(ProducerRecord::value)
        .sorted(Comparator.comparing(RawArticle::getUrl))
        .toList();
  }

  private Path file(String name, String text) throws IOException {
    Path path = dir.resolve(name);
    Files.createDirectories(path.getParent());
    return Files.writeString(path, text);
  }

  private void manifest(String lines) throws IOException {
    file(FolderSource.MANIFEST, lines);
  }
}
