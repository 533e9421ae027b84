package vn.hoinghi.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import vn.hoinghi.service.ConfigException;
import vn.hoinghi.service.Settings;

class CrawlConfigTest {
  private static final String KAFKA = "kafka: {bootstrapServers: 'localhost:9092'}\n";
  @TempDir Path dir;

  @Test
  void aHostAndAContactAreEnough() throws IOException {
    IngestConfig config =
        load("ingest:\n  contact: team@bao.example\n  outlets:\n    - host: BaoSonLa.vn\n");
    Outlet outlet = config.ingest().outlets().get(0);
    assertThat(outlet.host()).isEqualTo("baosonla.vn");
    assertThat(outlet.enabled()).isTrue();
    assertThat(outlet.listsAreGiven()).isFalse();
    assertThat(outlet.province()).isEqualTo("Sơn La");
    assertThat(outlet.kind()).isEqualTo("newspaper");
    assertThat(config.ingest().paceMillis()).isEqualTo(1_000);
    assertThat(config.ingest().limits().maxBytes()).isEqualTo(8 * 1024 * 1024);
    assertThat(config.ingest().fullUserAgent()).isEqualTo("hoinghi/0.1 (+team@bao.example)");
  }

  @Test
  void listsThatAreGivenAreTheOnlyOnesRead() throws IOException {
    Outlet outlet =
        load("""
                ingest:
                  contact: a@b.vn
                  outlets:
                    - host: bao.vn
                      feeds: [/tin.rss]
                      listings: [/tin]
                      articleLinks: ['/tin/*-#.html']
                """)
            .ingest()
            .outlets()
            .get(0);
    assertThat(outlet.listsAreGiven()).isTrue();
    assertThat(outlet.givenLists())
        .extracting(link -> link.kind() + " " + link.url())
        .containsExactly("FEED /tin.rss", "LISTING /tin");
  }

  @Test
  void theEnvironmentAndTheOptionsHaveTheirSay() throws IOException {
    IngestConfig config =
        Settings.load(
                IngestConfig.class,
                Files.writeString(dir.resolve("c.yaml"), KAFKA),
                Map.of(
                    "HOINGHI_INGEST_PACE_MILLIS",
                    "50",
                    "HOINGHI_INGEST_LIMITS_TOTAL_MILLIS",
                    "2000",
                    "HOINGHI_INGEST_ALLOW_ADDRESSES",
                    "[10.0.0.0/8]"))
            .with(
                CommandLine.populateCommand(
                    new WebOptions(),
                    "--allow-address=127.0.0.0/8",
                    "--resolve=bao.vn=127.0.0.1:8080"));
    assertThat(config.ingest().paceMillis()).isEqualTo(50);
    assertThat(config.ingest().limits().totalMillis()).isEqualTo(2_000);
    assertThat(config.ingest().allowAddresses()).containsExactly("10.0.0.0/8", "127.0.0.0/8");
    assertThat(config.ingest().resolve()).containsExactly("bao.vn=127.0.0.1:8080");
    assertThat(config.ingest().outlets()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "outlets: [{host: bao.vn}]                              | ingest.contact",
        "contact: 'a@b.vn (Lan)', outlets: [{host: bao.vn}]     | ingest.contact",
        "contact: a@b.vn, outlets: [{name: x}]                  | ingest.outlets[].host",
        "contact: a@b.vn, outlets: [{host: 'http://bao.vn'}]    | ingest.outlets[].host",
        "contact: a@b.vn, outlets: [{host: bao.vn},{host: BAO.vn}] | ingest.outlets[].host",
        "contact: a@b.vn, outlets: [{host: bao.vn, scheme: ftp}] | ingest.outlets[].scheme",
        "contact: a@b.vn, outlets: [{host: bao.vn, feeds: ['ftp://x/']}] | ingest.outlets[].feeds",
        "contact: a@b.vn, outlets: [{host: b.vn, listings: ['ftp://x/']}] | ingest.outlets[].listings",
        "contact: a@b.vn, outlets: [{host: b.vn, articleLinks: ['tin-*']}] | articleLinks",
        "contact: a@b.vn, outlets: [{host: b.vn, articleSelector: 'a['}] | articleSelector",
        "sources: {pagesPerListing: 0}                          | ingest.sources.pagesPerListing",
        "sources: {maxListingMillis: 0}                         | ingest.sources.maxListingMillis",
        "paceMillis: -1                                         | ingest.paceMillis",
        "allowAddresses: [localhost]                            | ingest.allowAddresses",
        "resolve: ['bao.vn=127.0.0.1']                          | ingest.resolve",
        "resolve: ['bao.vn=localhost:80']                       | ingest.resolve",
        "userAgent: 'a b'                                       | ingest.userAgent",
        "limits: {maxBytes: 999999999}                          | ingest.limits.maxBytes",
        "limits: {totalMillis: 0}                               | ingest.limits.totalMillis",
        "speed: 3                                               | speed",
      })
  void whatIsNotAllowedIsRefusedByItsName(String section, String key) {
    assertThatThrownBy(() -> load("ingest: {" + section + "}\n"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining(key);
  }

  private IngestConfig load(String yaml) throws IOException {
    Path file = Files.writeString(dir.resolve("config.yaml"), KAFKA + yaml);
    return Settings.load(IngestConfig.class, file, Map.of());
  }
}
