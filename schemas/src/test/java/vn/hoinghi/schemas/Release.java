package vn.hoinghi.schemas;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;

/**
 * Writes the contract pack: a version for each subject whose newest one differs from this build,
 * its example, the AsyncAPI document and the page of reference.
 */
final class Release {
  private Release() {}

  static void run() throws IOException {
    schemas();
    ContractPack pack = PackFiles.pack();
    examples(pack);
    PackFiles.write(
        PackFiles.DIR.resolve("asyncapi.json"), PackFiles.text(AsyncApiDocument.of(pack)));
    PackFiles.write(PackFiles.PAGE, ReferencePage.of(pack));
  }

  private static void schemas() throws IOException {
    ContractPack pack = PackFiles.pack();
    var index = (ArrayNode) PackFiles.json(PackFiles.DIR.resolve("schemas.json"));
    for (Topic<?> topic : Topics.all()) {
      Schema current = SpecificData.get().getSchema(topic.value());
      List<ContractPack.Version> history = PackFiles.history(pack, topic);
      boolean known =
          !history.isEmpty() && history.get(history.size() - 1).schema().equals(current);
      if (PackFiles.isDeadLetters(topic) || known) {
        continue;
      }
      int version = history.size() + 1;
      String file = current.getName() + "." + version + ".avsc";
      PackFiles.write(
          PackFiles.DIR.resolve(file),
          PackFiles.JSON.readTree(current.toString()).toPrettyString() + "\n");
      index
          .addObject()
          .put("subject", PackFiles.subject(topic))
          .put("version", version)
          .put("id", index.size())
          .put("file", file);
    }
    PackFiles.write(PackFiles.DIR.resolve("schemas.json"), index.toPrettyString() + "\n");
  }

  /** Those of older versions stay as they are; what belongs to no version goes. */
  private static void examples(ContractPack pack) throws IOException {
    for (Topic<?> topic : Topics.all()) {
      PackFiles.newest(pack, topic).map(GoldenPayload::of).ifPresent(GoldenPayload::write);
    }
    Set<java.nio.file.Path> known =
        pack.versions().stream()
            .map(GoldenPayload::of)
            .flatMap(p -> Stream.of(p.jsonFile(), p.bytesFile()))
            .collect(Collectors.toSet());
    try (Stream<java.nio.file.Path> files = Files.list(PackFiles.DIR.resolve("examples"))) {
      for (var file : files.filter(f -> !known.contains(f)).toList()) {
        Files.delete(file);
      }
    }
  }
}
