package vn.hoinghi.schemas;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The contract pack as it lies in the source tree, where a release writes it. */
final class PackFiles {
  static final Path DIR = Path.of("src/main/resources/vn/hoinghi/contract");
  static final Path PAGE = Path.of("../docs/contracts.md");
  static final ObjectMapper JSON = new ObjectMapper();

  private PackFiles() {}

  /** The pack as the source tree has it now, also right after a release. */
  static ContractPack pack() {
    return ContractPack.load(name -> Files.readAllBytes(DIR.resolve(name)));
  }

  static String subject(Topic<?> topic) {
    return topic.name() + "-value";
  }

  /** Dead letters hold the bytes of the topic they come from. */
  static boolean isDeadLetters(Topic<?> topic) {
    return topic.name().endsWith(".dlq");
  }

  static List<ContractPack.Version> history(ContractPack pack, Topic<?> topic) {
    return pack.versions().stream().filter(v -> v.subject().equals(subject(topic))).toList();
  }

  static Optional<ContractPack.Version> newest(ContractPack pack, Topic<?> topic) {
    return history(pack, topic).stream().reduce((older, newer) -> newer);
  }

  static JsonNode json(Path file) {
    try {
      return JSON.readTree(file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Two spaces, one item a line: the same on every machine. */
  static String text(JsonNode json) {
    try {
      var indent = new DefaultIndenter("  ", "\n");
      return JSON.writer(
                  new DefaultPrettyPrinter().withObjectIndenter(indent).withArrayIndenter(indent))
              .writeValueAsString(json)
          + "\n";
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
