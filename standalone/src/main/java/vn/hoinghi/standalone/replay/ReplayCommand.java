package vn.hoinghi.standalone.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vn.hoinghi.schemas.Topics;
import vn.hoinghi.service.KafkaConfig;
import vn.hoinghi.standalone.terminal.ExitCode;
import vn.hoinghi.standalone.terminal.Progress;
import vn.hoinghi.standalone.terminal.Speech;
import vn.hoinghi.standalone.topics.LatestValues;
import vn.hoinghi.standalone.topics.Scratch;
import vn.hoinghi.standalone.topics.TopicReader;

/** The words of {@code hoinghi replay}. */
@Command(
    name = "replay",
    subcommands = PromoteCommand.class,
    description = {
      "Compute articles and events once more from the raw articles, by the rules of this program,"
          + " beside what is public, and see what the rules change before anybody else does.",
      "",
      "A shadow is an application of its own with topics of its own (hoinghi.shadow-NAME.events and"
          + " so on), and where a database is named or of that run, tables of its own (schema"
          + " hoinghi_shadow_NAME, hyphens as underscores). It may be interrupted and goes on; given"
          + " again later it takes in what came since. Nothing public is touched until it is"
          + " promoted.",
      "",
      "The cluster is the one that is named, else that of the 'hoinghi run' on this machine.",
      "",
      "Examples:",
      "  hoinghi replay shadow spring",
      "  hoinghi replay diff spring --json > changes.jsonl",
      "  hoinghi replay promote spring --dry-run",
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

  @Command(name = "shadow", description = "Compute all of it; ends when it is through.")
  int shadow(
      @Mixin ShadowName name,
      @Mixin StateOption state,
      @Option(names = "--no-tables", description = "Only topics, even where a database is named.")
          boolean noTables)
      throws InterruptedException {
    KafkaConfig kafka = name.cluster().kafkaOrLocal();
    Shadow shadow = name.shadow(kafka);
    Optional<ShadowTables> tables = noTables ? Optional.empty() : name.tables(kafka);
    shadow.refusePromoted();
    tables.ifPresent(ShadowTables::make);
    shadow.createTopics();
    var said = new ArrayList<String>();
    try (var progress = Progress.to(spec.commandLine().getErr())) {
      ShadowName.compute(shadow, state.directory(), progress);
      said.add("computed on " + shadow.outputs().events().name());
      if (tables.isPresent()) {
        tables.get().fill(progress);
        said.add("tables:  SET search_path = " + tables.get().schema());
      }
    }
    said.add("next:    hoinghi replay diff " + name);
    return speech().say(said);
  }

  @Command(name = "diff", description = "Show what differs, event by event and field by field.")
  int diff(
      @Mixin ShadowName name,
      @Option(names = "--json", description = "A line of JSON for each event.") boolean json) {
    Shadow shadow = name.shadow();
    shadow.require();
    var diff = new ShadowDiff();
    try (var scratch = Scratch.open();
        var topics = TopicReader.of(name.cluster().kafkaOrLocal());
        var live = LatestValues.read(topics, Topics.EVENTS, scratch.path());
        var other = LatestValues.read(topics, shadow.outputs().events(), scratch.path())) {
      diff.compare(
          ShadowDiff.Side.of(live),
          ShadowDiff.Side.of(other),
          d -> speech().say(json ? List.of(DiffText.json(d)) : DiffText.lines(d)));
    }
    if (!json) {
      speech().say(DiffText.sums(diff));
    }
    return diff.counts().isEmpty() ? 0 : ExitCode.FAILED;
  }

  @Command(name = "drop", description = "Take a shadow away, topics and all.")
  int drop(
      @Mixin ShadowName name,
      @Option(names = "--no-tables", description = "Leave its tables, where it has any.")
          boolean noTables) {
    KafkaConfig kafka = name.cluster().kafkaOrLocal();
    Shadow shadow = name.shadow(kafka);
    Optional<ShadowTables> tables = noTables ? Optional.empty() : name.tables(kafka);
    shadow.requireUnpromoted();
    tables.ifPresent(ShadowTables::drop);
    shadow.drop();
    return speech().say(List.of(name + " is gone; its --state directory may be removed"));
  }

  private Speech speech() {
    return new Speech(spec);
  }
}
