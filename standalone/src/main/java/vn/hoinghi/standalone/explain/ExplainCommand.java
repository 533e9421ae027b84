package vn.hoinghi.standalone.explain;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.hoinghi.sink.StoredEvents;
import vn.hoinghi.standalone.batch.FolderOptions;
import vn.hoinghi.standalone.servers.ClusterOptions;
import vn.hoinghi.standalone.servers.TablesPlace;

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
          + " They are resolved by the same classes as in the stream.",
      "",
      "With --database, --data or --jdbc the tables are asked and no broker. What was decided is"
          + " theirs; the reasons are reckoned again from what the events tell of their articles,"
          + " which is all but their texts, and whatever is missing is named. Articles in no event"
          + " are not in the tables.",
      "",
      "Weights are log2 of how much likelier an agreement is between reports of one conference than"
          + " between reports of two.",
      "",
      "Examples:",
      "  hoinghi explain https://bao.example/1 https://dai.example/2 --bootstrap-servers HOST:PORT",
      "  hoinghi explain ebe5f91010264595849f5e4d2173f012 --config hoinghi.yaml",
      "  hoinghi explain https://bao.example/1 https://dai.example/2 --jdbc"
          + " jdbc:postgresql://HOST/DB --user ROLE",
      "  hoinghi explain a.html b.html --in pages",
      ""
    },
    exitCodeList = {
      "0:it was explained",
      "1:an article or event is not there, or reports no conference; or cluster or database could"
          + " not be read",
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

  @Option(
      names = "--database",
      description =
          "Ask the tables of the configuration's section 'sink', else of the 'hoinghi run' on this"
              + " machine.")
  private boolean database;

  @Mixin private TablesPlace tables = new TablesPlace();

  @Mixin private ClusterOptions cluster = new ClusterOptions();

  @Override
  public Integer call() throws Exception {
    requireOneSource();
    return say(answer());
  }

  private void requireOneSource() {
    boolean named = database || tables.anyGiven();
    refuse(in == null && folder.anyGiven(), "--manifest, --outlets and --corrections go with --in");
    refuse(
        in != null && (named || cluster.namesCluster()),
        "--in names a folder: leave --database, --data, --jdbc, --user, --bootstrap-servers");
    refuse(
        named && cluster.namesCluster(),
        "--bootstrap-servers names a cluster: leave --database, --data, --jdbc, --user");
  }

  private void refuse(boolean wrong, String because) {
    if (wrong) {
      throw new ParameterException(spec.commandLine(), because);
    }
  }

  private Answer answer() throws Exception {
    if (in != null) {
      return of(
          ExplainSources.folder(in, folder.manifest(), folder.outlets(), folder.corrections()));
    }
    if (database || tables.anyGiven()) {
      return tables.read(
          cluster.config(), connection -> new StoredAnswers(StoredEvents.on(connection)).to(asked));
    }
    var answer = new AtomicReference<Answer>();
    ExplainSources.topic(cluster.kafkaOrLocal(), known -> answer.set(of(known)));
    return answer.get();
  }

  private Answer of(KnownArticles known) {
    return new KnownAnswers(known).to(asked);
  }

  private int say(Answer answer) {
    PrintWriter err = spec.commandLine().getErr();
    answer.notes().forEach(note -> err.println("hoinghi: " + note));
    err.flush();
    PrintWriter out = spec.commandLine().getOut();
    if (json && answer.json() != null) {
      out.println(answer.json());
    } else {
      answer.lines().forEach(out::println);
    }
    out.flush();
    return answer.code();
  }
}
