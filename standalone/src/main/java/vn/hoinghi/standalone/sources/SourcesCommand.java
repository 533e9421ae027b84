package vn.hoinghi.standalone.sources;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vn.hoinghi.avro.HealthStatus;
import vn.hoinghi.avro.SourceHealth;
import vn.hoinghi.ingest.CrawlConfig;
import vn.hoinghi.ingest.HealthConfig;
import vn.hoinghi.ingest.Outlet;
import vn.hoinghi.schemas.ContractJson;
import vn.hoinghi.schemas.Topics;
import vn.hoinghi.service.ClusterTopics;
import vn.hoinghi.service.KafkaConfig;
import vn.hoinghi.standalone.servers.ClusterOptions;
import vn.hoinghi.standalone.terminal.ExitCode;
import vn.hoinghi.standalone.terminal.Harmless;
import vn.hoinghi.standalone.terminal.Paint;
import vn.hoinghi.standalone.topics.TopicReader;

/** The words of {@code hoinghi sources}. */
@Command(
    name = "sources",
    description = {
      "Show how each outlet is doing: what comes, what is refused, what is understood of it, judged"
          + " against its own history. The worst come first.",
      "",
      "The cluster is the one that is named, else that of the 'hoinghi run' on this machine.",
      "",
      "Columns: since when it has its status; when the newest article was first captured; new"
          + " articles a day; captures published in the last 24 hours, and in all; share of its"
          + " last articles with a text, and that report a conference; attempts that robots.txt"
          + " forbade, and why attempts failed, in the last 24 hours.",
      "",
      "Examples:",
      "  hoinghi sources",
      "  hoinghi sources --status dead,blocked,quiet,drifted --bootstrap-servers HOST:PORT",
      "  hoinghi sources --host baosonla.vn --json",
      ""
    },
    exitCodeList = {
      "0:it was shown",
      "1:the outlet that was named is not known",
      "2:the command line or the configuration is wrong"
    })
public final class SourcesCommand implements Callable<Integer> {
  private static final Duration OUT_OF_DATE = Duration.ofDays(1);

  @Spec private CommandSpec spec;

  @Option(names = "--host", paramLabel = "HOST", description = "This outlet only.")
  private String host;

  @Option(
      names = "--status",
      paramLabel = "STATUS,...",
      split = ",",
      description = "Only those with one of: ${COMPLETION-CANDIDATES}.")
  private List<HealthStatus> statuses = new ArrayList<>();

  @Option(
      names = "--all",
      description = "Also name outlets of the configuration that were never asked.")
  private boolean all;

  @Option(names = "--json", description = "Print one line of JSON for each.")
  private boolean json;

  @Mixin private ClusterOptions cluster = new ClusterOptions();

  /** The sections that are read beside the cluster. */
  record Sections(CrawlConfig ingest, HealthConfig health) {}

  @Override
  public Integer call() {
    Sections sections = cluster.section(Sections.class);
    KafkaConfig kafka = cluster.kafkaOrLocal();
    ClusterTopics.require(
        kafka, List.of(Topics.SOURCE_HEALTH, Topics.FETCH_OUTCOMES, Topics.ARTICLES));
    List<SourceHealth> known;
    try (var topics = TopicReader.of(kafka)) {
      known = KnownSources.read(topics, sections.health().rules());
    }
    List<Outlet> unasked = all ? unasked(sections.ingest(), known) : List.of();
    List<SourceHealth> shown =
        known.stream().filter(this::wanted).sorted(SourceTable.WORST_FIRST).toList();
    show(shown, unasked);
    return tellWhatIsOdd(kafka, known, shown);
  }

  private boolean wanted(SourceHealth source) {
    return (host == null || host.equalsIgnoreCase(source.getHost()))
        && (statuses.isEmpty() || statuses.contains(source.getStatus()));
  }

  private List<Outlet> unasked(CrawlConfig config, List<SourceHealth> known) {
    Set<String> asked = new HashSet<>();
    known.forEach(source -> asked.add(source.getHost()));
    return config.outlets().stream()
        .filter(o -> !asked.contains(o.host()) && (host == null || host.equals(o.host())))
        .sorted(Comparator.comparing(Outlet::host))
        .toList();
  }

  private void show(List<SourceHealth> shown, List<Outlet> unasked) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      shown.stream().map(ContractJson::sourceHealth).forEach(out::println);
      unasked.forEach(outlet -> out.println(unasked(outlet)));
    } else {
      if (!shown.isEmpty()) {
        SourceTable.lines(shown, Paint.ofOutput()).forEach(out::println);
      }
      unasked.forEach(
          o -> out.println((o.enabled() ? "never asked: " : "not enabled: ") + o.host()));
    }
    out.flush();
  }

  private static ObjectNode unasked(Outlet outlet) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("host", outlet.host())
        .putNull("status")
        .put("enabled", outlet.enabled());
  }

  private int tellWhatIsOdd(KafkaConfig kafka, List<SourceHealth> known, List<SourceHealth> shown) {
    if (host != null && known.stream().noneMatch(s -> host.equalsIgnoreCase(s.getHost()))) {
      note(Harmless.line(host) + " was never asked; outlets are named as in the configuration");
      return ExitCode.FAILED;
    }
    if (known.isEmpty()) {
      note(
          "no outlet was ever asked on %s: 'hoinghi ingest' and 'hoinghi run' ask those of their configuration (ingest.outlets)"
              .formatted(kafka.bootstrapServers()));
    } else if (shown.isEmpty()) {
      note("none of %d outlets is %s".formatted(known.size(), statuses));
    }
    known.stream()
        .map(s -> s.getMemory().getNewestAt())
        .max(Comparator.naturalOrder())
        .filter(newest -> newest.isBefore(Instant.now().minus(OUT_OF_DATE)))
        .ifPresent(
            newest ->
                note(
                    "nothing was asked since %s: is ingest running?"
                        .formatted(SourceTable.time(newest))));
    return 0;
  }

  private void note(String line) {
    PrintWriter err = spec.commandLine().getErr();
    err.println("hoinghi: " + line);
    err.flush();
  }
}
