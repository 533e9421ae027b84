package vn.hoinghi.schemas;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.NameValidator;
import org.apache.avro.Schema;

/**
 * The schemas released so far, committed with the code: {@code contract/schemas.json} lists
 * subject, version, id and file. It serves where no registry is configured, and the admin port
 * shows it to other readers.
 */
public final class ContractPack implements SchemaIds {
  private static final String ROOT = "/vn/hoinghi/contract/";
  private static final ContractPack COMMITTED = load(ContractPack::resource);

  static {
    TrustedRecords.trust();
  }

  /**
   * One released schema.
   *
   * @param file name of the schema's file beside the list
   */
  public record Version(String subject, int version, int id, String file, Schema schema) {}

  /** Where a pack's files are read. */
  interface Files {
    byte[] read(String name) throws IOException;
  }

  private final List<Version> versions;
  private final Map<Integer, Schema> byId = new HashMap<>();

  private ContractPack(List<Version> versions) {
    this.versions = List.copyOf(versions);
    versions.forEach(v -> byId.put(v.id(), v.schema()));
  }

  /** The pack of this build. */
  public static ContractPack committed() {
    return COMMITTED;
  }

  /** All released versions, oldest first within each subject. */
  public List<Version> versions() {
    return versions;
  }

  @Override
  public int idOf(String topic, Schema schema) {
    return versions.stream()
        .filter(v -> v.subject().equals(topic + "-value") && v.schema().equals(schema))
        .mapToInt(Version::id)
        .findFirst()
        .orElseGet(() -> idOfAny(topic, schema));
  }

  /**
   * Internal topics (repartition, changelog, dead letters) have no subject: any id of the same
   * schema serves.
   */
  private int idOfAny(String topic, Schema schema) {
    return versions.stream()
        .filter(v -> v.schema().equals(schema))
        .mapToInt(Version::id)
        .findFirst()
        .orElseThrow(
            () ->
                new BadRecordException(
                    Reason.AVRO_UNKNOWN_SCHEMA,
                    schema.getFullName() + " for " + topic + " is not in the contract pack"));
  }

  @Override
  public Schema schemaOf(int id) {
    Schema schema = byId.get(id);
    if (schema == null) {
      throw new BadRecordException(
          Reason.AVRO_UNKNOWN_SCHEMA, "schema id " + id + " is not in the contract pack");
    }
    return schema;
  }

  static ContractPack load(Files files) {
    try {
      var found = new ArrayList<Version>();
      for (JsonNode n : new ObjectMapper().readTree(files.read("schemas.json"))) {
        String file = n.required("file").asText();
        Schema schema =
            new Schema.Parser(NameValidator.STRICT_VALIDATOR)
                .parse(new String(files.read(file), StandardCharsets.UTF_8));
        found.add(
            new Version(
                n.required("subject").asText(),
                n.required("version").asInt(),
                n.required("id").asInt(),
                file,
                schema));
      }
      return new ContractPack(found);
    } catch (IOException e) {
      throw new UncheckedIOException("the contract pack is damaged", e);
    }
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = ContractPack.class.getResourceAsStream(ROOT + name)) {
      if (in == null) {
        throw new IOException("missing " + ROOT + name);
      }
      return in.readAllBytes();
    }
  }
}
