package vn.hoinghi.enrich;

import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTransactionsOptions;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.clients.admin.TransactionState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.hoinghi.service.KafkaConfig;

/**
 * Transactions of instances that died amid their work. As long as one is open, nobody reads past
 * it: whoever takes over restores stores to the ends of their changelogs and asks how far the
 * partitions are, and waits for both, for as long as one page may take and up to ten seconds more,
 * until the broker breaks it off. The group, however, has decided after its session time-out that
 * the instance is dead. So an instance that waits breaks off what belongs to no member any more, as
 * the dead one would on coming back. One that was only frozen finds its transaction broken off, as
 * it would have later, and joins again.
 *
 * @see <a
 *     href="https://cwiki.apache.org/confluence/display/KAFKA/KIP-447%3A+Producer+scalability+for+exactly+once+semantics">KIP-447:
 *     why a group's offsets wait for transactions</a>
 */
final class AbandonedTransactions implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(AbandonedTransactions.class);
  private static final long ANSWER_MILLIS = 10_000;
  private static final String PROCESS = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";

  private final Admin admin;
  private final String application;
  private final EverySecond watch;

  private AbandonedTransactions(
      Admin admin, String application, BooleanSupplier waiting, Supplier<Set<String>> own) {
    this.admin = admin;
    this.application = application;
    this.watch = EverySecond.take(() -> look(waiting, own), "enrich-abandoned-transactions");
  }

  /**
   * Looks once a second until closed.
   *
   * @param waiting whether this instance waits for partitions
   * @param own client ids of its consumers, by which it knows itself among the members
   */
  static AbandonedTransactions watch(
      KafkaConfig kafka, String application, BooleanSupplier waiting, Supplier<Set<String>> own) {
    return new AbandonedTransactions(
        Admin.create(kafka.clientProperties()), application, waiting, own);
  }

  private void look(BooleanSupplier waiting, Supplier<Set<String>> own)
      throws InterruptedException {
    if (!waiting.getAsBoolean()) {
      return;
    }
    try {
      Set<String> abandoned = among(open(), application, members(), own.get());
      if (!abandoned.isEmpty()) {
        admin.fenceProducers(abandoned).all().get(ANSWER_MILLIS, TimeUnit.MILLISECONDS);
        LOG.info("what instances left open that are gone is broken off: {}", abandoned);
      }
    } catch (ExecutionException | TimeoutException e) {
      // not allowed, not answered, or on its way to its end: the broker's time-out comes anyway
      LOG.debug("left to the broker: {}", e.toString());
    }
  }

  private Set<String> open() throws ExecutionException, InterruptedException, TimeoutException {
    return admin
        .listTransactions(
            new ListTransactionsOptions().filterStates(List.of(TransactionState.ONGOING)))
        .all()
        .get(ANSWER_MILLIS, TimeUnit.MILLISECONDS)
        .stream()
        .map(TransactionListing::transactionalId)
        .collect(Collectors.toSet());
  }

  private Set<String> members() throws ExecutionException, InterruptedException, TimeoutException {
    return admin
        .describeConsumerGroups(List.of(application))
        .describedGroups()
        .get(application)
        .get(ANSWER_MILLIS, TimeUnit.MILLISECONDS)
        .members()
        .stream()
        .map(MemberDescription::clientId)
        .collect(Collectors.toSet());
  }

  /**
   * Those transactions of the application whose process has no member in its group. None where that
   * cannot be told: where this instance is no member, or one has a name that Streams does not give.
   *
   * @param open transactional ids, Streams' being application, process and number of the thread
   * @param members client ids in the group, Streams' being application, process and thread
   * @param own those of this instance
   */
  static Set<String> among(
      Collection<String> open,
      String application,
      Collection<String> members,
      Collection<String> own) {
    Pattern member =
        Pattern.compile(
            "%s-(%s)-StreamThread-\\d+-consumer".formatted(Pattern.quote(application), PROCESS));
    Pattern transaction =
        Pattern.compile("%s-(%s)-\\d+".formatted(Pattern.quote(application), PROCESS));
    var abandoned = new TreeSet<String>();
    if (own.isEmpty() || !members.containsAll(own)) {
      return abandoned;
    }
    var alive = new HashSet<String>();
    for (String each : members) {
      Matcher named = member.matcher(each);
      if (!named.matches()) {
        return abandoned;
      }
      alive.add(named.group(1));
    }
    for (String each : open) {
      Matcher named = transaction.matcher(each);
      if (named.matches() && !alive.contains(named.group(1))) {
        abandoned.add(each);
      }
    }
    return abandoned;
  }

  @Override
  public void close() {
    watch.close();
    admin.close(Duration.ZERO);
  }
}
