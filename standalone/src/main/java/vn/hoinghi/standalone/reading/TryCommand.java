package vn.hoinghi.standalone.reading;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.hoinghi.avro.Article;
import vn.hoinghi.enrich.OneReading;
import vn.hoinghi.ingest.OnePage;
import vn.hoinghi.ingest.Outlet;
import vn.hoinghi.ingest.WebOptions;
import vn.hoinghi.schemas.ContractJson;
import vn.hoinghi.schemas.Reason;
import vn.hoinghi.service.ConfigException;
import vn.hoinghi.standalone.ledger.Outcome;
import vn.hoinghi.standalone.ledger.Verdicts;
import vn.hoinghi.standalone.terminal.ExitCode;
import vn.hoinghi.standalone.terminal.Harmless;
import vn.hoinghi.standalone.terminal.Paint;

/** The words of {@code hoinghi try}. */
@Command(
    name = "try",
    description = {
      "Read one page and show what is read in it, and where.",
      "",
      "Prints the article with its evidence marked, then the typed record with the rule behind"
          + " each value, the persons, time and origin; or why it is no conference. Starts"
          + " neither broker nor database and keeps nothing.",
      "",
      "A URL is fetched once, as the crawler would: under the crawler's name, after robots.txt,"
          + " which is obeyed although a person asks; addresses that are not public are refused,"
          + " size and time are limited, redirects are followed also to another site. A page that"
          + " robots.txt keeps from crawlers can be saved by hand and read as a file. A *.txt file"
          + " is plain text with the headline in its first line; any other is HTML.",
      "",
      "Evidence is coloured on a terminal; elsewhere, or where NO_COLOR is set, it is marked with"
          + " its field: [startDate: 12/12]. Spans may lie within one another:"
          + " [organiser: [level: Huyện ủy] Mường Tè].",
      "",
      "Examples:",
      "  hoinghi try https://outlet.example/hoi-nghi.html",
      "  hoinghi try page.html --outlet baosonla.vn --published 2022-09-15",
      "  hoinghi try page.html --html seen.html",
      "  hoinghi try page.txt --json | jq .conference.startDate",
      ""
    },
    exitCodeList = {
      "0:the page was read, conference or not",
      "1:it could not be read; the reason code is on standard error",
      "2:the command line is wrong"
    })
public final class TryCommand implements Callable<Integer> {
  private static final Pattern ADDRESS = Pattern.compile("(?i)[a-z][a-z0-9+.-]*://.*");

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "URL|FILE",
      description = "Page to read: an address on the web, or a file.")
  private String page;

  @Option(
      names = "--json",
      description =
          "Print one line of JSON as 'hoinghi batch --articles-out' writes it: the record under"
              + " 'conference', or null there and a 'reason'; and 'because', the words and rules"
              + " that decided.")
  private boolean json;

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description =
          "Write it there too, as a page that needs nothing else: no script, nothing to load;"
              + " a legend of the fields, the table of rules below the text.")
  private Path html;

  @Option(
      names = "--outlet",
      paramLabel = "HOST",
      description = "Read it as if that outlet had published it; its home province counts.")
  private String outlet;

  @Option(
      names = "--published",
      paramLabel = "ISO",
      description =
          "When it was published: a day (2022-09-15) or a time (2022-09-15T08:00:00+07:00).")
  private String published;

  @Option(
      names = "--outlets",
      paramLabel = "FILE",
      description = "JSON: [{\"host\",\"name\",\"province\",\"kind\"}, ...].")
  private Path outlets;

  @Option(
      names = "--contact",
      paramLabel = "WHO",
      defaultValue = "${env:HOINGHI_INGEST_CONTACT}",
      description =
          "Mail address or page that is told to the site with the request; without, what"
              + " HOINGHI_INGEST_CONTACT says, else none.")
  private String contact;

  @Mixin private WebOptions web = new WebOptions();

  @Override
  public Integer call() throws IOException {
    checkOutlet();
    checkPublished();
    OnePage found = find().from(outlet, published);
    if (found.raw() == null) {
      return unreadable(found, Outcome.DROPPED, found.failed(), found.problem());
    }
    OneReading reading = OneReading.of(found.raw(), outlets);
    if (reading.article() == null) {
      Outcome outcome = reading.deadLetter() ? Outcome.DEAD_LETTER : Outcome.DROPPED;
      return unreadable(found, outcome, reading.failed(), reading.problem());
    }
    var facts = new ReadingFacts(reading);
    if (html != null) {
      Files.writeString(html, new ReadingHtml(facts).page());
    }
    if (json) {
      Article article = reading.article();
      String outcome = article.getOutcome().name();
      say(line(found, article, outcome, article.getReason(), reading.because()));
    } else {
      new ReadingText(facts, Markers.in(Paint.ofOutput())).lines().forEach(this::say);
    }
    return 0;
  }

  private OnePage find() {
    if (ADDRESS.matcher(page).matches()) {
      return OnePage.fetch(page, contact, web, InstantSource.system());
    }
    try {
      return OnePage.file(Path.of(page));
    } catch (InvalidPathException e) {
      throw new ParameterException(spec.commandLine(), "no URL and no file name: " + page, e);
    }
  }

  private int unreadable(OnePage found, Outcome outcome, Reason reason, String problem) {
    if (json) {
      var nothing = new Article();
      nothing.setArticleId(found.articleId());
      nothing.setUrl(found.url());
      nothing.setOutlet(found.raw() == null ? Verdicts.host(found.url()) : found.raw().getOutlet());
      say(line(found, nothing, outcome.name(), reason.name(), problem));
    }
    PrintWriter err = spec.commandLine().getErr();
    String words = problem.startsWith(reason + ": ") ? problem : reason + ": " + problem;
    String hint = reason == Reason.FETCH_BLOCKED_ADDRESS ? " (--allow-address CIDR opens it)" : "";
    err.println("hoinghi: " + Harmless.line(words) + hint);
    err.flush();
    return ExitCode.FAILED;
  }

  private static String line(
      OnePage found, Article article, String outcome, String reason, String because) {
    boolean named = found.raw() != null && found.raw().getInputId() != null;
    String id = named ? found.raw().getInputId() : article.getArticleId();
    ObjectNode line = ContractJson.article(id, article, outcome, reason, null);
    return line.put("because", because).toString();
  }

  private void checkOutlet() {
    try {
      if (outlet != null) {
        Outlet.of(outlet);
      }
    } catch (ConfigException e) {
      throw new ParameterException(
          spec.commandLine(), "--outlet is no host name such as baosonla.vn: " + outlet, e);
    }
  }

  private void checkPublished() {
    if (published != null && !isDayOrTime(published)) {
      throw new ParameterException(
          spec.commandLine(), "--published is no ISO 8601 day or time: " + published);
    }
  }

  /** A time may leave its zone out. */
  private static boolean isDayOrTime(String text) {
    boolean day = text.length() <= "2022-09-15".length();
    DateTimeFormatter format =
        day ? DateTimeFormatter.ISO_LOCAL_DATE : DateTimeFormatter.ISO_DATE_TIME;
    try {
      return format.parse(text).isSupported(ChronoField.DAY_OF_MONTH);
    } catch (DateTimeException e) {
      return false;
    }
  }

  private void say(String line) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(line);
    out.flush();
  }
}
