package vn.hoinghi.standalone.dlq;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.hoinghi.schemas.Topic;
import vn.hoinghi.service.ClusterTopics;
import vn.hoinghi.service.ConfigException;
import vn.hoinghi.service.KafkaConfig;
import vn.hoinghi.standalone.servers.ClusterOptions;
import vn.hoinghi.standalone.terminal.ExitCode;
import vn.hoinghi.standalone.terminal.Harmless;
import vn.hoinghi.standalone.topics.TopicReader;

/** The words of {@code hoinghi dlq}. */
@Command(
    name = "dlq",
    description = {
      "Look into the dead letters, records that a reader could not use, and send them again when"
          + " what kept it from doing so is repaired.",
      "",
      "A letter is named by topic, partition and offset: raw:3@17. It is kept 30 days. Sent again,"
          + " it is a new record of its topic, and a note that it is settled stands in the"
          + " dead-letter topic, both in one transaction: doing it twice, or being killed amid it,"
          + " sends nothing twice. A letter of an event goes into the tables instead, unless a"
          + " newer revision stands there.",
      "",
      "The cluster is the one that is named, else that of the 'hoinghi run' on this machine.",
      "",
      "Examples:",
      "  hoinghi dlq ls --since 7d",
      "  hoinghi dlq show raw:3@17",
      "  hoinghi dlq replay --reason PARSE_BUDGET --outlet baosonla.vn --dry-run",
      ""
    },
    exitCodeList = {
      "0:it was shown or sent",
      "1:a letter is not there or could not be sent",
      "2:the command line or the configuration is wrong"
    })
public final class DlqCommand {
  @Spec private CommandSpec spec;

  @Command(name = "ls", description = "Count letters by topic, reason and outlet, or list each.")
  int ls(
      @Mixin ClusterOptions cluster,
      @Mixin LetterFilter filter,
      @Option(names = "--each", description = "A line for each letter.") boolean each,
      @Option(names = "--all", description = "Also those that are settled.") boolean all,
      @Option(names = "--json", description = "A line of JSON for each letter.") boolean json) {
    KafkaConfig kafka = asked(cluster);
    var shown = new ArrayList<Letter>();
    int settled = 0;
    try (var topics = TopicReader.of(kafka)) {
      for (Box box : filter.boxes()) {
        LetterBox letters = LetterBox.read(topics, box);
        List<Letter> wanted = filter.of(letters.all(), Instant.now());
        List<Letter> open = wanted.stream().filter(l -> !letters.isSettled(l)).toList();
        settled += wanted.size() - open.size();
        shown.addAll(all ? wanted : open);
      }
    }
    if (json) {
      return say(shown.stream().map(LetterText::json).toList());
    }
    if (shown.isEmpty()) {
      return say(
          List.of("no letters" + (settled == 0 ? "" : "; %d are settled".formatted(settled))));
    }
    var lines = new ArrayList<>(each ? LetterTable.each(shown) : LetterTable.groups(shown));
    lines.add(
        "%d letters, %d %s"
            .formatted(shown.size(), settled, all ? "of them settled" : "more are settled"));
    return say(lines);
  }

  @Command(
      name = "show",
      description = "Show one letter: headers, and the value as far as it can be read.")
  int show(
      @Mixin ClusterOptions cluster,
      @Parameters(paramLabel = "LETTER", description = "Such as raw:3@17.") String name,
      @Option(
              names = "--value",
              paramLabel = "FILE",
              description = "Write the bytes of the value there.")
          Path file) {
    Letter.Place place = place(name);
    KafkaConfig kafka = asked(cluster);
    try (var topics = TopicReader.of(kafka)) {
      ConsumerRecord<byte[], byte[]> record =
          topics
              .one(place.box().letters(), place.partition(), place.offset())
              .filter(r -> Letter.header(r, Letter.SETTLED).isEmpty())
              .orElse(null);
      if (record == null) {
        note(name + ": no such letter");
        return ExitCode.FAILED;
      }
      if (file != null && record.value() != null) {
        Files.write(file, record.value());
      }
      return say(LetterText.lines(place, record));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }

  @Command(
      name = "replay",
      description = "Send letters again, all that are open or those that are named.")
  int replay(
      @Mixin ClusterOptions cluster,
      @Mixin LetterFilter filter,
      @Parameters(paramLabel = "LETTER", arity = "0..*", description = "Such as raw:3@17.")
          List<String> names,
      @Option(names = "--dry-run", description = "Only say which.") boolean dryRun,
      @Option(
              names = "--times",
              paramLabel = "N",
              defaultValue = "3",
              description =
                  "Leave those whose content was sent again that often before (${DEFAULT-VALUE}).")
          int times) {
    KafkaConfig kafka = asked(cluster);
    List<Letter.Place> named =
        names == null ? List.of() : names.stream().map(DlqCommand::place).toList();
    boolean allThere = true;
    for (Box box : filter.boxes()) {
      List<Letter.Place> here = named.stream().filter(p -> p.box() == box).toList();
      if (named.isEmpty() || !here.isEmpty()) {
        allThere &= replay(kafka, cluster, box, filter, here, times, dryRun);
      }
    }
    return allThere ? 0 : ExitCode.FAILED;
  }

  private boolean replay(
      KafkaConfig kafka,
      ClusterOptions cluster,
      Box box,
      LetterFilter filter,
      List<Letter.Place> named,
      int times,
      boolean dryRun) {
    try (var topics = TopicReader.of(kafka);
        Resending resending = dryRun ? null : Resending.to(box, kafka, cluster)) {
      LetterBox letters = LetterBox.read(topics, box);
      Map<String, Integer> before = letters.sentAgain();
      List<Letter> wanted =
          filter.of(letters.all(), Instant.now()).stream()
              .filter(l -> named.isEmpty() || named.contains(l.place()))
              .toList();
      List<Letter> open = wanted.stream().filter(l -> !letters.isSettled(l)).toList();
      Map<Boolean, List<Letter>> tired =
          open.stream()
              .collect(
                  Collectors.partitioningBy(l -> before.getOrDefault(l.content(), 0) >= times));
      List<Letter> due = tired.get(false);
      tired
          .get(true)
          .forEach(l -> note(l.place() + " came back " + times + " times: left (--times N)"));
      named.stream()
          .filter(p -> wanted.stream().noneMatch(l -> l.place().equals(p)))
          .forEach(p -> note(p + ": no such letter"));
      if (dryRun) {
        say(due.isEmpty() ? List.of() : LetterTable.each(due));
        say(List.of("%s: %d letters would be sent again".formatted(box.words(), due.size())));
      } else {
        int sent = resending.send(topics, due, this::note);
        say(List.of("%s: %d of %d letters sent again".formatted(box.words(), sent, due.size())));
        return sent == due.size() && wanted.size() >= named.size();
      }
      return wanted.size() >= named.size();
    }
  }

  private static Letter.Place place(String name) {
    return Letter.Place.of(name)
        .orElseThrow(
            () -> new ConfigException(Harmless.line(name) + " is no letter such as raw:3@17"));
  }

  private static KafkaConfig asked(ClusterOptions cluster) {
    KafkaConfig kafka = cluster.kafkaOrLocal();
    var wanted = new ArrayList<Topic<?>>();
    for (Box box : Box.values()) {
      wanted.add(box.topic());
      wanted.add(box.topic().deadLetters());
    }
    ClusterTopics.require(kafka, wanted);
    return kafka;
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
