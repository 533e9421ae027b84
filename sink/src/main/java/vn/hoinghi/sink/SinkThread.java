package vn.hoinghi.sink;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.hoinghi.service.KafkaConfig;

/** One member of the group: a consumer with its loop, on a thread of its own until it is ended. */
final class SinkThread {
  private static final Logger LOG = LoggerFactory.getLogger(SinkThread.class);
  private static final Duration GOODBYE = Duration.ofSeconds(5);

  private final Feed feed;
  private final KafkaConfig kafka;
  private final Consumer<byte[], byte[]> consumer;
  private final Backoff backoff;
  private final Loops loops;
  private final Ended ended;
  private final Thread thread;
  private final CountDownLatch gone = new CountDownLatch(1);
  private volatile SinkLoop loop;
  private volatile boolean closing;

  /** Puts a loop together. */
  interface Loops {
    SinkLoop of(Consumer<byte[], byte[]> consumer, TopicFacts facts, DeadLetters letters);
  }

  /** Hears that a thread has left the group. */
  interface Ended {
    /**
     * It has left.
     *
     * @param fault why it stopped by itself, or null
     */
    void by(Throwable fault);
  }

  SinkThread(String name, SinkConfig config, Feed feed, Backoff backoff, Loops loops, Ended ended) {
    this.feed = feed;
    this.kafka = config.kafka();
    this.consumer = EventConsumer.open(config);
    this.backoff = backoff;
    this.loops = loops;
    this.ended = ended;
    this.thread = new Thread(this::run, name);
  }

  void start() {
    thread.start();
  }

  private void run() {
    Throwable fault = null;
    var clients = kafka.clientProperties();
    try (TopicFacts facts = new KafkaTopicFacts(clients);
        DeadLetters letters = new KafkaDeadLetters(clients, feed.events().deadLetters())) {
      var rounds = loops.of(consumer, facts, letters);
      loop = rounds;
      rounds.subscribe();
      while (!closing) {
        rounds.step();
      }
    } catch (WakeupException e) {
      LOG.debug("woken to end");
    } catch (Throwable e) {
      fault = e;
      LOG.error("the sink has stopped: {}", e.getMessage(), e);
    } finally {
      leave(fault);
    }
  }

  /** However the farewell goes, whoever waits for the end gets it. */
  private void leave(Throwable fault) {
    try {
      consumer.close(CloseOptions.timeout(GOODBYE));
    } catch (KafkaException e) {
      LOG.warn("the group was left without a farewell: {}", e.toString());
    } finally {
      gone.countDown();
      ended.by(fault);
    }
  }

  /** What keeps it from writing, for the health page. */
  Optional<String> fault() {
    return backoff.fault();
  }

  /** Whether the group has told it its partitions, be it none. */
  boolean joined() {
    return loop != null && loop.joined();
  }

  /** Asks it to end after the batch in hand. */
  void end() {
    closing = true;
    consumer.wakeup();
  }

  /** Whether it has left the group, or was never in it, at the latest after so long. */
  boolean isGone(long nanos) throws InterruptedException {
    return thread.getState() == Thread.State.NEW || gone.await(nanos, TimeUnit.NANOSECONDS);
  }
}
