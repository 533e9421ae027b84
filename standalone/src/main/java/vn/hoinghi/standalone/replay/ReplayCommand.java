package vn.hoinghi.standalone.replay;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.hoinghi.enrich.Enrich;
import vn.hoinghi.enrich.EnrichConfig;
import vn.hoinghi.schemas.Topics;
import vn.hoinghi.service.ClusterTopics;
import vn.hoinghi.service.KafkaConfig;
import vn.hoinghi.standalone.servers.ClusterOptions;
import vn.hoinghi.standalone.terminal.ExitCode;
import vn.hoinghi.standalone.terminal.Progress;
import vn.hoinghi.standalone.terminal.Shutdown;
import vn.hoinghi.standalone.topics.LatestValues;
import vn.hoinghi.standalone.topics.Scratch;
import vn.hoinghi.standalone.topics.TopicReader;

/** The words of {@code hoinghi replay}. */
@Command(
    name = "replay",
    description = {
      "Compute articles and events once more from the raw articles, by the rules of this program,"
          + " beside what is public, and see what the rules change before anybody else does.",
      "",
      "A shadow is an application of its own with topics of its own (hoinghi.shadow-NAME.events and"
          + " so on). It may be interrupted and goes on; given again later it takes in what came"
          + " since. Nothing public is touched.",
      "",
      "The cluster is the one that is named, else that of the 'hoinghi run' on this machine.",
      "",
      "Examples:",
      "  hoinghi replay shadow spring",
      "  hoinghi replay diff spring --json > changes.jsonl",
      "  hoinghi replay drop spring",
      ""
    },
    exitCodeList = {
      "0:it is done, or there is no difference",
      "1:a part has failed; of diff: there are differences",
      "2:the command line or the configuration is wrong, or there is no such shadow"
    })
public final class ReplayCommand {
  @Spec private CommandSpec spec;

  /** Which shadow. */
  static final class Named {
    @Parameters(paramLabel = "NAME", description = "Of the shadow: a-z, 0-9, hyphens.")
    private String name;

    @Mixin private ClusterOptions cluster = new ClusterOptions();

    private Shadow shadow() {
      KafkaConfig kafka = cluster.kafkaOrLocal();
      ClusterTopics.require(
          kafka, List.of(Topics.RAW, Topics.CORRECTIONS, Topics.ARTICLES, Topics.EVENTS));
      return new Shadow(kafka, cluster.section(Enriching.class).enrich(), name);
    }
  }

  /** The section that is read beside the cluster. */
  record Enriching(EnrichConfig.Work enrich) {
    Enriching {
      enrich = Objects.requireNonNullElseGet(enrich, () -> EnrichConfig.Work.in(null));
    }
  }

  @Command(name = "shadow", description = "Compute all of it; ends when it is through.")
  int shadow(
      @Mixin Named named,
      @Option(
              names = "--state",
              paramLabel = "DIR",
              defaultValue = "hoinghi-shadow",
              description = "Where its stores lie (default: ${DEFAULT-VALUE}).")
          Path state)
      throws InterruptedException {
    Shadow shadow = named.shadow();
    shadow.createTopics();
    try (var shutdown = Shutdown.onSignal();
        var progress = Progress.to(spec.commandLine().getErr());
        var enrich =
            new Enrich(shadow.config(state), shadow.outputs(), new SimpleMeterRegistry()).start()) {
      shadow.await(
          () -> {
            shutdown.check();
            Map<String, String> dead = new TreeMap<>();
            enrich.failure().ifPresent(fault -> dead.put("enrich", fault.toString()));
            return dead;
          },
          progress);
    }
    return say(
        List.of(
            "computed on " + shadow.outputs().events().name(),
            "next:    hoinghi replay diff " + named.name));
  }

  @Command(name = "diff", description = "Show what differs, event by event and field by field.")
  int diff(
      @Mixin Named named,
      @Option(names = "--json", description = "A line of JSON for each event.") boolean json) {
    Shadow shadow = named.shadow();
    if (!shadow.exists()) {
      note("no shadow %s: 'hoinghi replay shadow %1$s' makes it".formatted(named.name));
      return ExitCode.WRONG_USE;
    }
    var diff = new ShadowDiff();
    try (var scratch = Scratch.open();
        var topics = TopicReader.of(named.cluster.kafkaOrLocal());
        var live = LatestValues.read(topics, Topics.EVENTS, scratch.path());
        var other = LatestValues.read(topics, shadow.outputs().events(), scratch.path())) {
      diff.compare(
          ShadowDiff.Side.of(live),
          ShadowDiff.Side.of(other),
          d -> say(json ? List.of(DiffText.json(d)) : DiffText.lines(d)));
    }
    if (!json) {
      say(DiffText.sums(diff));
    }
    return diff.counts().isEmpty() ? 0 : ExitCode.FAILED;
  }

  @Command(name = "drop", description = "Take a shadow away, topics and all.")
  int drop(@Mixin Named named) {
    Shadow shadow = named.shadow();
    if (!shadow.exists()) {
      note("no shadow " + named.name);
      return ExitCode.WRONG_USE;
    }
    shadow.drop();
    return say(List.of(named.name + " is gone; its --state directory may be removed"));
  }

  private int say(List<String> lines) {
    PrintWriter out = spec.commandLine().getOut();
    lines.forEach(out::println);
    out.flush();
    return 0;
  }

  private void note(String line) {
    PrintWriter err = spec.commandLine().getErr();
    err.println("hoinghi: " + line);
    err.flush();
  }
}
