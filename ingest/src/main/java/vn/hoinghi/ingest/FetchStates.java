package vn.hoinghi.ingest;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.common.utils.Utils;
import vn.hoinghi.avro.FetchKind;
import vn.hoinghi.avro.FetchState;
import vn.hoinghi.schemas.ContentIds;

/** Keys and beginnings of the records on the fetch-state topic. */
final class FetchStates {
  /** No host name has it. */
  private static final String HANDED_OVER = ">";

  private FetchStates() {}

  /**
   * Host of the outlet, a blank, {@code articleId} of the URL; {@code >} where it is handed over.
   */
  static String key(FetchState state) {
    String mark = state.getFoundOn() == null ? " " : HANDED_OVER;
    return state.getHost() + mark + ContentIds.articleId(state.getUrl());
  }

  /** What the keys of all hand-overs to this host begin with. */
  static String handOversOf(String host) {
    return host + HANDED_OVER;
  }

  /** The key of the hand-over of what stands under this key, a state's or its own. */
  static String handOverKey(String key) {
    return key.replace(" ", HANDED_OVER);
  }

  /** Of the address whose hand-over stands under this key. */
  static String articleId(String handOverKey) {
    return handOverKey.substring(handOverKey.indexOf(HANDED_OVER) + HANDED_OVER.length());
  }

  /** Whether what stands under this key is no state, but asks the host's owner to take one up. */
  static boolean isHandOver(String key) {
    return key != null && key.contains(HANDED_OVER);
  }

  /** All URLs of an outlet stand in one partition, which one instance owns. */
  static int partitionOf(String host, int partitions) {
    return Utils.toPositive(Utils.murmur2(host.getBytes(StandardCharsets.UTF_8))) % partitions;
  }

  /** A URL heard of and not visited yet. */
  static FetchState unvisited(String host, CanonicalUrl url, FetchKind kind, Instant visitAt) {
    return FetchState.newBuilder()
        .setHost(host)
        .setUrl(url.toString())
        .setKind(kind)
        .setNextVisitAt(visitAt)
        .build();
  }

  static boolean visited(FetchState state) {
    return state.getLastFetchedAt() != null || state.getFailures() > 0;
  }
}
