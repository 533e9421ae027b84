package vn.hoinghi.schemas;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.avro.Schema;

/**
 * {@code docs/contracts.md}: the same as the AsyncAPI document, for people, behind a text that
 * stands in {@code contracts.md} beside this class.
 */
final class ReferencePage {
  private final ContractPack pack;
  private final StringBuilder page = new StringBuilder();
  private final Map<String, Schema> types = new LinkedHashMap<>();

  private ReferencePage(ContractPack pack) {
    this.pack = pack;
  }

  static String of(ContractPack pack) {
    return new ReferencePage(pack).build();
  }

  private String build() {
    page.append(head())
        .append(
            "\n## Topics\n\n| topic | value | key | kept | for |\n| --- | --- | --- | --- | --- |\n");
    for (Topic<?> topic : Topics.all()) {
      TopicWords words = TopicWords.of(topic);
      String value = PackFiles.isDeadLetters(topic) ? "bytes" : topic.value().getSimpleName();
      row(link(topic.name()), value, topic.key(), kept(words), words.audience());
    }
    Topics.all().forEach(this::topic);
    page.append("\n## Types within\n");
    for (Schema type : List.copyOf(types.values())) {
      page.append("\n### ").append(type.getName()).append("\n\n");
      page.append(oneLine(type.getDoc())).append("\n\n");
      if (type.getType() == Schema.Type.ENUM) {
        page.append(codes(type.getEnumSymbols()))
            .append("; one that a reader does not know is read as `")
            .append(type.getEnumDefault())
            .append("`.\n");
      } else {
        fields(type);
      }
    }
    return page.toString();
  }

  private static String kept(TopicWords words) {
    return words.compacted() ? "newest of each key" : words.kept();
  }

  private void topic(Topic<?> topic) {
    TopicWords words = TopicWords.of(topic);
    page.append("\n### ").append(topic.name()).append("\n\n");
    page.append(words.summary()).append("\n\n| | |\n| --- | --- |\n");
    row("key", topic.key() + ", UTF-8");
    row("value", value(topic));
    row("null value", words.nullValue());
    row("order", words.order());
    row("kept", words.kept());
    row("partitions", Integer.toString(topic.partitions()));
    row("compression", compression(topic));
    row("largest record", topic.maxMessageBytes() / 1024 + " KiB");
    if (!words.headers().isEmpty()) {
      page.append("\n| header | |\n| --- | --- |\n");
      words.headers().forEach((name, meaning) -> row("`" + name + "`", meaning));
    }
    if (!PackFiles.isDeadLetters(topic)) {
      page.append('\n');
      Schema schema = PackFiles.newest(pack, topic).orElseThrow().schema();
      collect(schema);
      types.remove(schema.getName());
      fields(schema);
    }
  }

  private String value(Topic<?> topic) {
    if (PackFiles.isDeadLetters(topic)) {
      return "the bytes that could not be used";
    }
    return topic.value().getSimpleName()
        + ", "
        + PackFiles.history(pack, topic).stream()
            .map(
                v ->
                    "[version %d](../schemas/src/main/resources/vn/hoinghi/contract/%s) (id %d)"
                        .formatted(v.version(), v.file(), v.id()))
            .collect(Collectors.joining(", "));
  }

  private static String compression(Topic<?> topic) {
    String type = topic.config().getOrDefault("compression.type", "producer");
    return type.equals("producer") ? "as produced" : type;
  }

  private void fields(Schema record) {
    page.append("| field | type | |\n| --- | --- | --- |\n");
    for (Schema.Field field : record.getFields()) {
      String doc = field.doc() == null ? "" : oneLine(field.doc());
      row("`" + field.name() + "`", type(field.schema()), doc);
    }
  }

  private String type(Schema schema) {
    return switch (schema.getType()) {
      case UNION -> type(PlainJson.present(schema)) + " or null";
      case ARRAY -> "list of " + type(schema.getElementType());
      case MAP -> "map of " + type(schema.getValueType());
      case RECORD, ENUM -> link(schema.getName());
      case LONG -> schema.getLogicalType() == null ? "long" : schema.getLogicalType().getName();
      default -> schema.getType().getName();
    };
  }

  /** Named types in the order in which a reader meets them. */
  private void collect(Schema schema) {
    switch (schema.getType()) {
      case UNION -> schema.getTypes().forEach(this::collect);
      case ARRAY -> collect(schema.getElementType());
      case MAP -> collect(schema.getValueType());
      case ENUM -> types.putIfAbsent(schema.getName(), schema);
      case RECORD -> {
        if (types.putIfAbsent(schema.getName(), schema) == null) {
          schema.getFields().forEach(f -> collect(f.schema()));
        }
      }
      default -> {
        // has no name of its own
      }
    }
  }

  private void row(String... cells) {
    page.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }

  private static String link(String name) {
    return "[" + name + "](#" + name.toLowerCase(java.util.Locale.ROOT).replace(".", "") + ")";
  }

  private static String codes(List<String> symbols) {
    return symbols.stream().map(s -> "`" + s + "`").collect(Collectors.joining(", "));
  }

  private static String oneLine(String doc) {
    return doc == null ? "" : doc.replaceAll("\\s+", " ").replace("|", "\\|");
  }

  private static String head() {
    try (InputStream in = ReferencePage.class.getResourceAsStream("contracts.md")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
