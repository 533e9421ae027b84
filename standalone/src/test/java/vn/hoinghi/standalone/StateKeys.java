package vn.hoinghi.standalone;

import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import vn.hoinghi.standalone.topics.ClusterPositions;
import vn.hoinghi.standalone.topics.TopicReader;

/** How many keys an application's stores hold, by store, as their changelogs tell. */
final class StateKeys {
  /** Named as if it were a store's, and none. */
  private static final String CHARTER = "-charter-changelog";

  private StateKeys() {}

  static Map<String, Integer> of(ClusterPositions cluster, TopicReader reader, String application) {
    var keys = new TreeMap<String, Integer>();
    for (String topic : cluster.topics()) {
      boolean store = topic.startsWith(application + "-") && topic.endsWith("-changelog");
      if (!store || topic.endsWith(CHARTER)) {
        continue;
      }
      Set<ByteBuffer> live = new HashSet<>();
      reader.all(
          topic,
          record -> {
            var key = ByteBuffer.wrap(record.key());
            if (record.value() == null) {
              live.remove(key);
            } else {
              live.add(key);
            }
          });
      keys.put(topic.substring(application.length() + 1, topic.length() - 10), live.size());
    }
    return keys;
  }
}
