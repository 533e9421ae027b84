package vn.hoinghi.standalone.reading;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.hoinghi.standalone.Hoinghi;

class TryCommandTest {
  private static final Path PAGES = Path.of("src/test/resources/vn/hoinghi/standalone/batch");
  private static final String PAGE = PAGES.resolve("muong-te.html").toString();

  @TempDir private Path dir;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final List<String> asked = new ArrayList<>();
  private final List<String> named = new ArrayList<>();
  private HttpServer server;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    byte[] page = Files.readAllBytes(Path.of(PAGE));
    byte[] robots = "User-agent: *\nDisallow: /kin/\n".getBytes(StandardCharsets.UTF_8);
    server.createContext(
        "/",
        exchange -> {
          String path = exchange.getRequestURI().getPath();
          asked.add(path);
          named.add(exchange.getRequestHeaders().getFirst("User-Agent"));
          byte[] body = path.equals("/robots.txt") ? robots : page;
          exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
          exchange.sendResponseHeaders(path.startsWith("/mat") ? 404 : 200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void aFileIsShownWithItsEvidenceAndItsRecord() {
    assertThat(run(PAGE, "--outlet", "laichau.example")).isZero();

    assertThat(out.toString())
        .contains("[startDate: ")
        .contains("20/4/2021")
        .contains("CONFERENCE")
        .containsPattern("type +TRAINING +\\S")
        .containsPattern("startDate +2021-04-20 +\\S")
        .containsPattern("province +Lai Châu \\(12\\) +\\S")
        .containsPattern("\\S+ +Lò Văn Hặc +Phó Bí thư Huyện ủy")
        .contains("2021-04-20T08:00:00+07:00, read from meta")
        .contains("outlet     laichau.example");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void aPageOnTheWebIsFetchedOnceAfterItsRobotsTxt() throws Exception {
    assertThat(
            run(
                "http://tin.example/tap-huan.html",
                "--json",
                "--resolve",
                place(),
                "--allow-address",
                "127.0.0.0/8"))
        .isZero();

    JsonNode line = new ObjectMapper().readTree(out.toString());
    assertThat(out.toString().strip().lines()).hasSize(1);
    assertThat(line.path("url").asText()).isEqualTo("http://tin.example/tap-huan.html");
    assertThat(line.path("outlet").asText()).isEqualTo("tin.example");
    assertThat(line.path("outcome").asText()).isEqualTo("CONFERENCE");
    assertThat(line.path("reason").isNull()).isTrue();
    assertThat(line.at("/conference/startDate").asText()).isEqualTo("2021-04-20");
    assertThat(line.path("because").asText()).isNotBlank();
    assertThat(asked).containsExactly("/robots.txt", "/tap-huan.html");
    assertThat(named).containsOnly("hoinghi/0.1");
  }

  @Test
  void theSiteLearnsWhomToWriteTo() {
    assertThat(fetched("http://tin.example/tap-huan.html", "--contact", "lan@bao.example"))
        .isZero();
    assertThat(fetched("http://tin.example/", "--contact", "a\r\nX-Other: b")).isEqualTo(2);

    assertThat(named).containsOnly("hoinghi/0.1 (+lan@bao.example)");
  }

  @Test
  void whatRobotsTxtForbidsIsNotAskedFor() {
    assertThat(
            run(
                "http://tin.example/kin/1.html",
                "--resolve",
                place(),
                "--allow-address",
                "127.0.0.1"))
        .isEqualTo(1);

    assertThat(err.toString()).contains("ROBOTS_DISALLOWED");
    assertThat(asked).containsExactly("/robots.txt");
  }

  @Test
  void anAddressThatIsNotPublicIsNotAsked() {
    assertThat(run("http://127.0.0.1/1.html")).isEqualTo(1);
    assertThat(run("http://tin.example/1.html", "--resolve", place())).isEqualTo(1);

    assertThat(err.toString().lines())
        .hasSize(2)
        .allMatch(l -> l.contains("FETCH_BLOCKED_ADDRESS") && l.contains("--allow-address"));
    assertThat(asked).isEmpty();
  }

  @Test
  void aPageThatIsNotThereIsToldByItsReasonAlsoAsJson() throws Exception {
    assertThat(
            run(
                "http://tin.example/mat.html",
                "--json",
                "--resolve",
                place(),
                "--allow-address",
                "127.0.0.1"))
        .isEqualTo(1);

    JsonNode line = new ObjectMapper().readTree(out.toString());
    assertThat(line.path("outcome").asText()).isEqualTo("DROPPED");
    assertThat(line.path("reason").asText()).isEqualTo("FETCH_STATUS_4XX");
    assertThat(line.path("outlet").asText()).isEqualTo("tin.example");
    assertThat(line.has("conference")).isTrue();
    assertThat(line.path("conference").isNull()).isTrue();
    assertThat(err.toString()).contains("FETCH_STATUS_4XX: status 404");
  }

  @Test
  void whatIsNoConferenceIsReadAllTheSame() {
    assertThat(run(PAGES.resolve("thoi-tiet.txt").toString(), "--published", "2022-12-20"))
        .isZero();

    assertThat(out.toString())
        .contains("NOT A CONFERENCE: NO_GATHERING, ")
        .contains("2022-12-20, read from manifest")
        .contains("outlet     none is named for this file")
        .contains("because: ");
  }

  @Test
  void theWordsThatSpeakAgainstAReportAreNamed() throws Exception {
    Path preview =
        Files.writeString(
            dir.resolve("sap-hop.txt"),
            "Sắp diễn ra hội nghị xúc tiến thương mại\nTheo kế hoạch, hội nghị sẽ được tổ chức tại"
                + " trung tâm huyện trong tháng tới với sự tham gia của nhiều hợp tác xã.");
    assertThat(run(preview.toString())).isZero();

    assertThat(out.toString())
        .contains("NOT A CONFERENCE: PREVIEW")
        .containsPattern("because: cues PREVIEW \\d+ 'Sắp diễn ra'");
  }

  @Test
  void aFileWithoutTextOrNoFileAtAllEndsWithItsReason() {
    assertThat(run(PAGES.resolve("trong.html").toString())).isEqualTo(1);
    assertThat(run(dir.resolve("khong-co.html").toString())).isEqualTo(1);

    assertThat(err.toString()).contains("TEXT_EMPTY").contains("INPUT_MISSING: no file /");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void theHtmlPageShowsTheSameMarks() throws Exception {
    Path html = dir.resolve("seen.html");
    assertThat(run(PAGE, "--html", html.toString())).isZero();

    var page = Jsoup.parse(html.toFile(), "UTF-8");
    assertThat(page.select("div.text mark.when").eachText().toString()).contains("20/4/2021");
    assertThat(page.select("div.text mark.persons").eachText().toString()).contains("Lò Văn Hặc");
  }

  @Test
  void wrongWordsAreWrongUse() throws Exception {
    Path noOutlets = Files.writeString(dir.resolve("outlets.json"), "{}");

    assertThat(run()).isEqualTo(2);
    assertThat(run(PAGE, "--published", "hôm qua")).isEqualTo(2);
    assertThat(run(PAGE, "--outlet", "a b")).isEqualTo(2);
    assertThat(run(PAGE, "--outlets", noOutlets.toString())).isEqualTo(2);
    assertThat(run("http://tin.example/", "--allow-address", "0/0/0")).isEqualTo(2);
    assertThat(run("http://tin.example/", "--resolve", "tin.example")).isEqualTo(2);
    assertThat(out.toString()).isEmpty();
    assertThat(asked).isEmpty();
  }

  private String place() {
    return "tin.example=127.0.0.1:" + server.getAddress().getPort();
  }

  private int fetched(String... words) {
    var all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--resolve", place(), "--allow-address", "127.0.0.1"));
    return run(all.toArray(String[]::new));
  }

  private int run(String... words) {
    var all = new ArrayList<>(List.of("try"));
    all.addAll(List.of(words));
    return Hoinghi.commandLine()
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(all.toArray(String[]::new));
  }
}
