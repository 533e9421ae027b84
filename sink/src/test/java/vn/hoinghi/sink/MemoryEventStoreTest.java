package vn.hoinghi.sink;

import java.time.Duration;
import java.util.List;

class MemoryEventStoreTest extends EventStoreContract {
  private MemoryEventStore store;

  @Override
  EventStore open() {
    store = new MemoryEventStore();
    return store;
  }

  @Override
  void letTimePass(Duration time) {
    store.incomplete = time;
  }

  @Override
  List<String> live() {
    return store.live.values().stream().map(e -> e.getEventId() + "@" + e.getRevision()).toList();
  }

  @Override
  List<String> revisions() {
    return store.revisions.entrySet().stream().map(e -> e.getKey() + " " + e.getValue()).toList();
  }

  @Override
  List<String> redirects() {
    return store.redirects.entrySet().stream().map(e -> e.getKey() + ">" + e.getValue()).toList();
  }
}
