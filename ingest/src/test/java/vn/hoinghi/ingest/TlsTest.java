package vn.hoinghi.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.Dns;
import okhttp3.Headers;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.hoinghi.ingest.Behaviours.Says;
import vn.hoinghi.ingest.Behaviours.Silent;
import vn.hoinghi.schemas.Reason;

/**
 * Certificates are believed where the machine's own trust store leads to them, and nothing switches
 * that off. An authority made for these tests stands in that store, so that a good certificate can
 * be told from bad ones.
 */
@Timeout(20)
class TlsTest {
  private static final String STORE = "javax.net.ssl.trustStore";
  private static final HeldCertificate AUTHORITY =
      new HeldCertificate.Builder().certificateAuthority(1).commonName("Test CA").build();

  private static Fetcher fetcher;
  @TempDir private static Path dir;

  @BeforeAll
  static void trustTheAuthority() throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setCertificateEntry("test", AUTHORITY.certificate());
    Path file = dir.resolve("trusted.p12");
    try (OutputStream out = Files.newOutputStream(file)) {
      store.store(out, "changeit".toCharArray());
    }
    System.setProperty(STORE, file.toString());
    System.setProperty(STORE + "Password", "changeit");
    System.setProperty(STORE + "Type", "PKCS12");
    fetcher = Fetches.fetcher(List.of("127.0.0.0/8"), List.of(), Dns.SYSTEM);
  }

  @AfterAll
  static void close() {
    fetcher.close();
    List.of("", "Password", "Type").forEach(key -> System.clearProperty(STORE + key));
  }

  @Test
  @Tag("C30")
  void aCertificateOfATrustedAuthorityForThisHostIsBelieved() throws IOException {
    Fetched page = fetch(signed().addSubjectAlternativeName("127.0.0.1").build());
    assertThat(page.ok()).as(page.problem()).isTrue();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bad")
  @Tag("C30")
  void anyOtherIsATlsFault(String name, HeldCertificate certificate) throws IOException {
    Fetched page = fetch(certificate);
    assertThat(page.failure()).as(page.problem()).isEqualTo(Reason.FETCH_TLS);
    assertThat(page.millis()).isLessThan(1_400);
  }

  static Stream<Arguments> bad() {
    long now = Instant.now().toEpochMilli();
    long day = Duration.ofDays(1).toMillis();
    return Stream.of(
        arguments("expired", here(signed()).validityInterval(now - 2 * day, now - day).build()),
        arguments("not yet", here(signed()).validityInterval(now + day, now + 2 * day).build()),
        arguments("self-signed", here(new HeldCertificate.Builder()).build()),
        arguments("of another host", signed().addSubjectAlternativeName("bao.example").build()),
        arguments("by a name only", signed().commonName("127.0.0.1").build()),
        arguments(
            "of a megabyte", here(signed()).organizationalUnit("x".repeat(1024 * 1024)).build()));
  }

  @Test
  @Tag("C30")
  void whatIsNoTlsOrAnOldOneIsATlsFault() {
    // a server's first flight that picks TLS 1.0
    String hello = "\26\3\1\0\52" + "\2\0\0\46" + "\3\1" + "r".repeat(32) + "\0" + "\0\57" + "\0";
    for (String answer : List.of("this is no TLS\r\n", hello)) {
      try (var server = HostileServer.speakingFirst(new Says(answer))) {
        Fetched page = fetcher.fetch(Fetches.page("https://127.0.0.1:" + server.port() + "/"));
        assertThat(page.failure()).as(page.problem()).isEqualTo(Reason.FETCH_TLS);
      }
    }
  }

  @Test
  @Tag("C30")
  void aHandshakeThatHangsCostsTheDeadline() {
    try (var server = HostileServer.speakingFirst(new Silent())) {
      Fetched page = fetcher.fetch(Fetches.page("https://127.0.0.1:" + server.port() + "/"));
      assertThat(page.failure()).as(page.problem()).isEqualTo(Reason.FETCH_DEADLINE);
      assertThat(page.millis()).isLessThan(2_500);
      Fetches.awaitReleased(fetcher);
    }
  }

  private static HeldCertificate.Builder signed() {
    return new HeldCertificate.Builder().signedBy(AUTHORITY);
  }

  private static HeldCertificate.Builder here(HeldCertificate.Builder certificate) {
    return certificate.addSubjectAlternativeName("127.0.0.1");
  }

  private static Fetched fetch(HeldCertificate certificate) throws IOException {
    try (var server = new MockWebServer()) {
      server.useHttps(
          new HandshakeCertificates.Builder()
              .heldCertificate(certificate)
              .build()
              .sslSocketFactory());
      server.enqueue(new MockResponse(200, Headers.of("Content-Type", "text/html"), "hi"));
      server.start(java.net.InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0);
      return fetcher.fetch(Fetches.page("https://127.0.0.1:" + server.getPort() + "/"));
    }
  }
}
