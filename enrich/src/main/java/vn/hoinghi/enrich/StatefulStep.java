package vn.hoinghi.enrich;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** A step of the topology that brings its stores along; all of them hold bytes. */
final class StatefulStep {
  private StatefulStep() {}

  static <A, B, C, D> ProcessorSupplier<A, B, C, D> of(
      Supplier<Processor<A, B, C, D>> processor, String... stores) {
    return new ProcessorSupplier<>() {
      @Override
      public Processor<A, B, C, D> get() {
        return processor.get();
      }

      @Override
      public Set<StoreBuilder<?>> stores() {
        return Stream.of(stores)
            .map(StatefulStep::store)
            .collect(Collectors.toCollection(LinkedHashSet::new));
      }
    };
  }

  private static StoreBuilder<?> store(String name) {
    return Stores.keyValueStoreBuilder(
        Stores.persistentKeyValueStore(name), Serdes.Bytes(), Serdes.ByteArray());
  }
}
