package vn.hoinghi.standalone.explain;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.hoinghi.avro.Article;
import vn.hoinghi.enrich.resolve.EventAccount;
import vn.hoinghi.enrich.resolve.PairAccount;
import vn.hoinghi.schemas.NotConference;
import vn.hoinghi.standalone.batch.FolderOptions;
import vn.hoinghi.standalone.ledger.WhyNot;
import vn.hoinghi.standalone.servers.ClusterOptions;
import vn.hoinghi.standalone.terminal.ExitCode;
import vn.hoinghi.standalone.terminal.Harmless;
import vn.hoinghi.standalone.terminal.Paint;

/** The words of {@code hoinghi explain}. */
@Command(
    name = "explain",
    description = {
      "Show why articles are one event, or why two are not.",
      "",
      "With one argument: the event's articles, what joined them, and for each field the chosen"
          + " value and those it was chosen over. With two: the comparison field by field, what each"
          + " agreement weighs, the rule that forbids the link, through which articles they came"
          + " together or where that was refused, and which indexes made them candidates.",
      "",
      "An event stands for the article that its id is made of. Articles are read from the topic"
          + " hoinghi.articles.v1 of the cluster that is named, else of the 'hoinghi run' on this"
          + " machine; or with --in from a folder, in this process and without a broker."
          + " They are resolved by the same classes as in the stream. The database holds what was"
          + " decided, not the texts and records that were compared, so it cannot be asked.",
      "",
      "Weights are log2 of how much likelier an agreement is between reports of one conference than"
          + " between reports of two.",
      "",
      "Examples:",
      "  hoinghi explain https://bao.example/1 https://dai.example/2 --bootstrap-servers HOST:PORT",
      "  hoinghi explain ebe5f91010264595849f5e4d2173f012 --config hoinghi.yaml",
      "  hoinghi explain a.html b.html --in pages",
      ""
    },
    exitCodeList = {
      "0:it was explained",
      "1:an article or event is not there, or reports no conference",
      "2:the command line or the configuration is wrong"
    })
public final class ExplainCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "EVENT|URL",
      arity = "1..2",
      description =
          "Event id, address, article id, or with --in what the manifest calls it, or its path.")
  private List<String> asked;

  @Option(
      names = "--in",
      paramLabel = "DIR",
      description = "Folder of pages, read as 'hoinghi batch' does.")
  private Path in;

  @Mixin private FolderOptions folder = new FolderOptions();

  @Option(names = "--json", description = "Print one line of JSON; weights in 1/100 bit.")
  private boolean json;

  @Mixin private ClusterOptions cluster = new ClusterOptions();

  private int code;

  @Override
  public Integer call() {
    if (in != null) {
      explain(ExplainSources.folder(in, folder.manifest(), folder.outlets(), folder.corrections()));
    } else if (folder.anyGiven()) {
      throw new ParameterException(
          spec.commandLine(), "--manifest, --outlets and --corrections go with --in");
    } else {
      ExplainSources.topic(cluster.kafkaOrLocal(), this::explain);
    }
    return code;
  }

  private void explain(KnownArticles known) {
    code = asked.size() == 1 ? one(known, asked.get(0)) : two(known, asked.get(0), asked.get(1));
  }

  private int one(KnownArticles known, String name) {
    Optional<String> id = known.articleId(name);
    Optional<EventAccount> account = id.flatMap(a -> known.around(a).flatMap(e -> e.event(a)));
    if (account.isEmpty()) {
      return missing(known, name, id);
    }
    String found = account.get().event().getEventId();
    if (KnownArticles.isEventId(name) && !found.equals(name)) {
      note(name + " is no event of its own any more; its first article is in " + found);
    }
    say(ExplainJson.of(account.get()), new EventText(account.get(), Paint.ofOutput()).lines());
    return 0;
  }

  private int two(KnownArticles known, String left, String right) {
    Optional<String> mine = known.articleId(left);
    Optional<String> theirs = known.articleId(right);
    if (mine.flatMap(known::around).isEmpty()) {
      return missing(known, left, mine);
    }
    if (theirs.flatMap(known::around).isEmpty()) {
      return missing(known, right, theirs);
    }
    if (mine.equals(theirs)) {
      throw new ParameterException(spec.commandLine(), "both are one article: " + left);
    }
    Optional<PairAccount> account =
        known.around(mine.get()).flatMap(e -> e.pair(mine.get(), theirs.get()));
    if (account.isEmpty()) {
      note("they stand in different shards, which are never compared");
      return ExitCode.FAILED;
    }
    say(ExplainJson.of(account.get()), new PairText(account.get(), Paint.ofOutput()).lines());
    return 0;
  }

  private int missing(KnownArticles known, String name, Optional<String> id) {
    String reason =
        id.flatMap(a -> known.article(a).map(article -> standing(article, known.retracted(a))))
            .orElse(
                KnownArticles.isEventId(name)
                    ? "no article that is known gives this event its id"
                    : "no such article");
    note(Harmless.line(name) + ": " + reason);
    return ExitCode.FAILED;
  }

  private static String standing(Article article, boolean retracted) {
    if (retracted) {
      return "stands in no event, for a person retracted it";
    }
    String reason = article.getReason();
    return switch (article.getOutcome()) {
      case NOT_CONFERENCE ->
          "reports no conference: "
              + reason
              + ", "
              + WhyNot.sentence(NotConference.valueOf(reason));
      case WITHDRAWN -> "was withdrawn";
      case DROPPED -> "could not be read: " + reason;
      case CONFERENCE -> "is not in this shard";
    };
  }

  private void note(String line) {
    PrintWriter err = spec.commandLine().getErr();
    err.println("hoinghi: " + line);
    err.flush();
  }

  private void say(ObjectNode object, List<String> lines) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(object);
    } else {
      lines.forEach(out::println);
    }
    out.flush();
  }
}
