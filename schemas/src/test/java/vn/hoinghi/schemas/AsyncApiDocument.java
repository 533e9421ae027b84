package vn.hoinghi.schemas;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.TreeMap;

/**
 * The AsyncAPI 3.0 document of all topics, made of {@link Topics}, the released schemas, their
 * examples and {@link TopicWords}. What AsyncAPI has no word for stands in {@code x-} fields.
 */
final class AsyncApiDocument {
  private static final String AVRO = "application/vnd.apache.avro+json;version=1.9.0";
  private static final String BINDING = "0.5.0";

  private final ContractPack pack;
  private final ObjectNode document = PackFiles.JSON.createObjectNode();

  private AsyncApiDocument(ContractPack pack) {
    this.pack = pack;
  }

  static JsonNode of(ContractPack pack) {
    return new AsyncApiDocument(pack).build();
  }

  private JsonNode build() {
    document.put("asyncapi", "3.0.0");
    info();
    document.put("defaultContentType", "application/avro");
    ObjectNode channels = document.putObject("channels");
    ObjectNode operations = document.putObject("operations");
    ObjectNode messages = document.putObject("components").putObject("messages");
    for (Topic<?> topic : Topics.all()) {
      channel(topic, channels.putObject(topic.name()));
      operation("send", topic, operations);
      if (TopicWords.of(topic).received()) {
        operation("receive", topic, operations);
      }
      message(topic, messages.putObject(topic.name()));
    }
    return document;
  }

  private void info() {
    long subjects = pack.versions().stream().map(ContractPack.Version::subject).distinct().count();
    document
        .putObject("info")
        .put("title", "hoinghi")
        .put("version", "1." + (pack.versions().size() - subjects) + ".0")
        .put(
            "description",
            "Conference events of Vietnamese outlets on Kafka. Values are Avro behind a zero byte and"
                + " four bytes of schema id, big-endian; ids are those of your registry, or of the"
                + " admin port of any hoinghi process. Read with isolation.level=read_committed.")
        .putObject("license")
        .put("name", "Apache-2.0")
        .put("url", "https://www.apache.org/licenses/LICENSE-2.0");
  }

  private static void channel(Topic<?> topic, ObjectNode channel) {
    TopicWords words = TopicWords.of(topic);
    channel.put("address", topic.name()).put("summary", words.summary());
    reference(channel.putObject("messages").putObject("record"), "components/messages", topic);
    ObjectNode kafka = channel.putObject("bindings").putObject("kafka");
    kafka.put("topic", topic.name()).put("partitions", topic.partitions());
    ObjectNode settings = kafka.putObject("topicConfiguration");
    new TreeMap<>(topic.config()).forEach((key, value) -> setting(settings, key, value));
    kafka.put("bindingVersion", BINDING);
    channel.put("x-audience", words.audience());
    channel.put("x-kept", words.kept());
    channel.put("x-order", words.order());
    channel.put("x-null-value", words.nullValue());
    channel.put("x-isolation-level", "read_committed");
  }

  private static void setting(ObjectNode settings, String key, String value) {
    if (key.equals("cleanup.policy")) {
      settings.putArray(key).add(value);
    } else if (value.matches("-?[0-9]+")) {
      settings.put(key, Long.parseLong(value));
    } else {
      settings.put(key, value);
    }
  }

  private static void operation(String action, Topic<?> topic, ObjectNode operations) {
    ObjectNode operation = operations.putObject(action + "." + topic.name()).put("action", action);
    reference(operation.putObject("channel"), "channels", topic);
  }

  private static void reference(ObjectNode from, String place, Topic<?> topic) {
    from.put("$ref", "#/" + place + "/" + topic.name());
  }

  private void message(Topic<?> topic, ObjectNode message) {
    TopicWords words = TopicWords.of(topic);
    message.put("name", topic.value().getSimpleName()).put("summary", words.summary());
    if (!words.headers().isEmpty()) {
      ObjectNode headers = message.putObject("headers").put("type", "object");
      ObjectNode properties = headers.putObject("properties");
      words
          .headers()
          .forEach(
              (name, meaning) ->
                  properties.putObject(name).put("type", "string").put("description", meaning));
    }
    if (PackFiles.isDeadLetters(topic)) {
      message.put("contentType", "application/octet-stream");
      message.putObject("payload").put("type", "string").put("format", "binary");
    } else {
      payload(topic, message);
    }
    ObjectNode kafka = message.putObject("bindings").putObject("kafka");
    kafka.putObject("key").put("type", "string").put("description", topic.key());
    if (!PackFiles.isDeadLetters(topic)) {
      kafka.put("schemaIdLocation", "payload").put("schemaIdPayloadEncoding", "confluent");
      kafka.put("schemaLookupStrategy", "TopicNameStrategy");
    }
    kafka.put("bindingVersion", BINDING);
  }

  private void payload(Topic<?> topic, ObjectNode message) {
    ContractPack.Version newest = PackFiles.newest(pack, topic).orElseThrow();
    ObjectNode payload = message.putObject("payload").put("schemaFormat", AVRO);
    payload.putObject("schema").put("$ref", "./" + newest.file());
    ObjectNode example = message.putArray("examples").addObject();
    example.put("name", newest.file().replaceFirst("\\.avsc$", ""));
    example.set("payload", GoldenPayload.of(newest).json());
    ArrayNode history = message.putArray("x-schema-history");
    for (ContractPack.Version version : PackFiles.history(pack, topic)) {
      history
          .addObject()
          .put("version", version.version())
          .put("id", version.id())
          .put("file", version.file());
    }
  }
}
