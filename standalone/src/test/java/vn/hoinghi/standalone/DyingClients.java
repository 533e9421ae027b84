package vn.hoinghi.standalone;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Collection;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.internals.DefaultKafkaClientSupplier;

/**
 * Kafka Streams talks to the world through its clients alone, so every point at which a death may
 * matter lies before or after one of their calls. With these clients a process ends there, without
 * a farewell to anyone, as after kill -9: {@code DIE_AT="producer.send:events.v1 after 2"} is the
 * return of the second call that sends to a topic with "events.v1" in its name.
 */
public final class DyingClients extends DefaultKafkaClientSupplier {
  /** What the exit code of a process is that SIGKILL ended. */
  static final int KILLED = 128 + 9;

  private static final String[] POINT = System.getenv().getOrDefault("DIE_AT", "never").split(" ");
  private static int left = POINT.length < 3 ? 0 : Integer.parseInt(POINT[2]);

  private static synchronized void at(String side, String call) {
    if (POINT.length == 3 && POINT[1].equals(side) && call.startsWith(POINT[0]) && --left == 0) {
      Runtime.getRuntime().halt(KILLED);
    }
  }

  @Override
  @SuppressWarnings("unchecked") // a proxy of the type that it stands for
  public Producer<byte[], byte[]> getProducer(Map<String, Object> config) {
    return dying("producer", super.getProducer(config), Producer.class);
  }

  @Override
  @SuppressWarnings("unchecked")
  public Consumer<byte[], byte[]> getConsumer(Map<String, Object> config) {
    return dying("consumer", super.getConsumer(config), Consumer.class);
  }

  @Override
  @SuppressWarnings("unchecked")
  public Consumer<byte[], byte[]> getRestoreConsumer(Map<String, Object> config) {
    return dying("restore", super.getRestoreConsumer(config), Consumer.class);
  }

  private static <T> T dying(String role, T client, Class<T> type) {
    InvocationHandler calls = (proxy, method, arguments) -> called(role, client, method, arguments);
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, calls));
  }

  private static Object called(String role, Object client, Method method, Object[] arguments)
      throws Throwable {
    String call = role + '.' + method.getName() + topic(method, arguments);
    listen(method, arguments);
    at("before", call);
    Object answer;
    try {
      answer = method.invoke(client, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
    boolean nothing = answer instanceof ConsumerRecords<?, ?> records && records.isEmpty();
    if (!nothing) {
      at("after", call);
    }
    return answer;
  }

  /** The last part of the topic's name, behind the application's. */
  private static String topic(Method method, Object[] arguments) {
    boolean sends = method.getName().equals("send") && arguments[0] instanceof ProducerRecord;
    if (!sends) {
      return "";
    }
    String topic = ((ProducerRecord<?, ?>) arguments[0]).topic();
    String application = System.getenv("HOINGHI_ENRICH_APPLICATION_ID") + "-";
    return ":" + topic.replace(application, "").replace("hoinghi.", "");
  }

  private static void listen(Method method, Object[] arguments) {
    if (method.getName().equals("subscribe")
        && arguments.length == 2
        && arguments[1] instanceof ConsumerRebalanceListener listener) {
      arguments[1] = new Listening(listener);
    }
  }

  private record Listening(ConsumerRebalanceListener listener)
      implements ConsumerRebalanceListener {
    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
      at("before", "consumer.assigned");
      listener.onPartitionsAssigned(partitions);
      at("after", "consumer.assigned");
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
      at("before", "consumer.revoked");
      listener.onPartitionsRevoked(partitions);
      at("after", "consumer.revoked");
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
      listener.onPartitionsLost(partitions);
    }
  }
}
