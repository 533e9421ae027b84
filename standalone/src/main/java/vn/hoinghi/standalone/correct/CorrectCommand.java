package vn.hoinghi.standalone.correct;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.hoinghi.avro.ConferenceEvent;
import vn.hoinghi.avro.Correction;
import vn.hoinghi.avro.CorrectionKind;
import vn.hoinghi.schemas.Topics;
import vn.hoinghi.service.ClusterTopics;
import vn.hoinghi.service.ConfigException;
import vn.hoinghi.service.KafkaConfig;
import vn.hoinghi.standalone.correct.NamedArticles.Meant;
import vn.hoinghi.standalone.servers.ClusterOptions;
import vn.hoinghi.standalone.terminal.Harmless;
import vn.hoinghi.standalone.topics.Scratch;
import vn.hoinghi.standalone.topics.TopicReader;

/** The words of {@code hoinghi correct}. */
@Command(
    name = "correct",
    description = {
      "Say what the rules got wrong: which articles report one conference and which do not, what a"
          + " field of an event is, which article belongs in no event.",
      "",
      "A correction is a record on hoinghi.corrections.v1. It names articles, so it holds whatever"
          + " becomes of event ids, and stays until it is undone; one that comes before its"
          + " articles waits for them. Of two that contradict each other the later counts. An event"
          + " id stands for the article that the id is made of; an id that has ended leads on.",
      "",
      "The cluster is the one that is named, else that of the 'hoinghi run' on this machine.",
      "",
      "Examples:",
      "  hoinghi correct link EVENT https://bao.example/2 --reason \"one congress\"",
      "  hoinghi correct set EVENT startDate 2020-12-21 --reason \"asked them\"",
      "  hoinghi correct undo 3f2a91c0 --reason \"was right\"",
      ""
    },
    exitCodeList = {
      "0:the correction is given",
      "1:the broker could not be asked or told",
      "2:the command line or the configuration is wrong, or names what is not there"
    })
public final class CorrectCommand {
  @Spec private CommandSpec spec;

  /** What every correction takes. */
  static final class Given {
    @Mixin private Signature signature = new Signature();
    @Mixin private ClusterOptions cluster = new ClusterOptions();

    @Option(
        names = "--ahead",
        description = "Take articles that were not read yet; the correction waits for them.")
    private boolean ahead;

    private Meant meant(NamedArticles articles, String name) {
      Meant meant = articles.meant(name);
      if (!ahead) {
        articles.requireRead(meant);
      }
      return meant;
    }
  }

  @Command(name = "link", description = "These articles or events report one conference.")
  int link(
      @Mixin Given given,
      @Parameters(paramLabel = "URL|EVENT", arity = "2..*") List<String> names) {
    return give(
        given,
        articles -> {
          var ids = new LinkedHashSet<String>();
          names.forEach(name -> ids.add(given.meant(articles, name).articleId()));
          if (ids.size() < names.size()) {
            throw new ConfigException("two of them are one article or one event already");
          }
          return given.signature.correction(CorrectionKind.MUST_LINK, List.copyOf(ids), null, null);
        });
  }

  @Command(
      name = "unlink",
      description =
          "These two report two conferences; an article that stands in the event is parted from"
              + " all others in it.")
  int unlink(
      @Mixin Given given,
      @Parameters(paramLabel = "URL|EVENT", index = "0") String one,
      @Parameters(paramLabel = "URL|EVENT", index = "1") String other) {
    return give(
        given,
        articles -> {
          Meant mine = given.meant(articles, one);
          Meant theirs = given.meant(articles, other);
          var ids = new LinkedHashSet<String>();
          if (mine.event() == null && theirs.event() != null) {
            ids.add(mine.articleId());
            ids.addAll(NamedArticles.others(theirs.event(), mine.articleId()));
          } else if (mine.event() != null && theirs.event() == null) {
            ids.add(theirs.articleId());
            ids.addAll(NamedArticles.others(mine.event(), theirs.articleId()));
          } else {
            ids.add(mine.articleId());
            ids.add(theirs.articleId());
          }
          if (ids.size() < 2) {
            throw new ConfigException("they are one article: nothing is left to part it from");
          }
          return given.signature.correction(
              CorrectionKind.CANNOT_LINK, List.copyOf(ids), null, null);
        });
  }

  @Command(
      name = "set",
      description =
          "A field of the event is this, whatever the articles say; '' for not known. Persons and"
              + " documents cannot be set.")
  int set(
      @Mixin Given given,
      @Parameters(paramLabel = "URL|EVENT", index = "0") String name,
      @Parameters(
              paramLabel = "FIELD",
              index = "1",
              description = "As in the event's record; the answer to a wrong one names all.")
          String field,
      @Parameters(paramLabel = "VALUE", index = "2", description = "In normal form, or as written.")
          String value) {
    return give(
        given,
        articles -> {
          Meant meant = given.meant(articles, name);
          ConferenceEvent event =
              meant.event() == null
                  ? articles.eventOf(meant.articleId()).orElse(null)
                  : meant.event();
          return given.signature.correction(
              CorrectionKind.OVERRIDE,
              List.of(meant.articleId()),
              field,
              SpokenValue.of(field, value, event));
        });
  }

  @Command(name = "retract", description = "This article belongs in no event.")
  int retract(@Mixin Given given, @Parameters(paramLabel = "URL") String name) {
    return give(
        given,
        articles -> {
          Meant meant = given.meant(articles, name);
          if (meant.event() != null) {
            throw new ConfigException(
                "an event cannot be retracted, only its articles, one by one: "
                    + String.join(" ", NamedArticles.others(meant.event(), "")));
          }
          return given.signature.correction(
              CorrectionKind.RETRACT, List.of(meant.articleId()), null, null);
        });
  }

  @Command(name = "undo", description = "Take a correction back, for ever.")
  int undo(
      @Mixin Signature signature,
      @Mixin ClusterOptions cluster,
      @Parameters(paramLabel = "ID", description = "Of the correction, or how it begins.")
          String id) {
    KafkaConfig kafka = asked(cluster);
    List<Correction> found;
    try (var topics = TopicReader.of(kafka)) {
      found = CorrectionBook.read(topics).startingWith(id);
    }
    if (found.size() != 1) {
      throw new ConfigException(
          found.isEmpty()
              ? "no correction " + Harmless.line(id) + ": 'hoinghi correct list' shows all"
              : found.size() + " corrections begin with " + Harmless.line(id));
    }
    Correction known = found.get(0);
    if (known.getUndone() == null) {
      known = signature.undone(known);
      CorrectionBook.publish(kafka, List.of(known));
    }
    return say(CorrectionText.lines(known));
  }

  @Command(name = "list", description = "Show every correction, undone ones too, in their order.")
  int list(
      @Mixin ClusterOptions cluster,
      @Option(
              names = "--json",
              description = "A line of JSON each, as 'hoinghi batch --corrections' reads them.")
          boolean json) {
    try (var topics = TopicReader.of(asked(cluster))) {
      var lines = new ArrayList<String>();
      var book = CorrectionBook.read(topics);
      Set<String> overruled = book.set().overruled();
      for (Correction correction : book.all()) {
        if (json) {
          lines.add(CorrectionLine.of(correction));
        } else {
          lines.addAll(
              CorrectionText.lines(correction, overruled.contains(correction.getCorrectionId())));
        }
      }
      return say(lines);
    }
  }

  private int give(Given given, Function<NamedArticles, Correction> making) {
    KafkaConfig kafka = asked(given.cluster);
    Correction correction;
    try (var scratch = Scratch.open();
        var topics = TopicReader.of(kafka);
        var articles = new NamedArticles(topics, scratch.path())) {
      correction = making.apply(articles);
    }
    CorrectionBook.publish(kafka, List.of(correction));
    var lines = new ArrayList<>(CorrectionText.lines(correction));
    lines.add("next:    hoinghi correct undo " + correction.getCorrectionId() + " --reason ...");
    return say(lines);
  }

  /** A cluster that answers and has the topics. */
  private static KafkaConfig asked(ClusterOptions cluster) {
    KafkaConfig kafka = cluster.kafkaOrLocal();
    ClusterTopics.require(
        kafka,
        List.of(
            Topics.CORRECTIONS, Topics.CORRECTIONS.deadLetters(), Topics.EVENTS, Topics.ARTICLES));
    return kafka;
  }

  private int say(List<String> lines) {
    PrintWriter out = spec.commandLine().getOut();
    lines.forEach(out::println);
    out.flush();
    return 0;
  }
}
