package vn.hoinghi.ingest;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.common.utils.Utils;
import vn.hoinghi.avro.FetchKind;
import vn.hoinghi.avro.FetchState;
import vn.hoinghi.schemas.ContentIds;

/** Keys and beginnings of the records on the fetch-state topic. */
final class FetchStates {
  private FetchStates() {}

  /** Host of the outlet, a blank, SHA-256 of the canonical URL. */
  static String key(FetchState state) {
    return state.getHost() + " " + ContentIds.articleId(state.getUrl());
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
