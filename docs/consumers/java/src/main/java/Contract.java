import java.io.IOException;
import java.io.InputStream;
import vn.hoinghi.avro.ConferenceEvent;
import vn.hoinghi.schemas.AvroSerde;
import vn.hoinghi.schemas.ContractPack;
import vn.hoinghi.schemas.Topics;

/**
 * Uses hoinghi's contract from the artifact vn.hoinghi:hoinghi-schemas: lists what was released, and reads an event as a
 * consumer of the topic would, here from the example in the jar. With a registry: SchemaRegistry.at(url) instead of the pack.
 */
final class Contract {
  public static void main(String[] none) throws IOException {
    ContractPack pack = ContractPack.committed();
    pack.versions().forEach(v -> System.out.println(v.subject() + " " + v.version() + " id " + v.id()));
    System.out.println("asyncapi.json: " + file("asyncapi.json").length + " bytes");

    var values = AvroSerde.of(ConferenceEvent.class, pack).deserializer();
    String topic = Topics.EVENTS.name();
    ConferenceEvent event = values.deserialize(topic, file("examples/ConferenceEvent.1.bin"));
    System.out.println(event.getStartDate() + " " + event.getTitle() + ": " + event.getSourceCount() + " reports");
  }

  private static byte[] file(String name) throws IOException {
    try (InputStream in = ContractPack.class.getResourceAsStream("/vn/hoinghi/contract/" + name)) {
      return in.readAllBytes();
    }
  }
}
