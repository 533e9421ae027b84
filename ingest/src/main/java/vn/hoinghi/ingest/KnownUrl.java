package vn.hoinghi.ingest;

import java.util.Comparator;
import vn.hoinghi.avro.FetchKind;
import vn.hoinghi.avro.FetchState;
import vn.hoinghi.schemas.ContentIds;

/**
 * One URL as a {@link Frontier} knows it.
 *
 * @param unsettled whether it was never visited, or waits for a quick retry
 */
record KnownUrl(FetchState state, boolean unsettled) {
  /** The order in which URLs are visited. */
  static final Comparator<KnownUrl> DUE =
      Comparator.comparing((KnownUrl known) -> known.state.getNextVisitAt())
          .thenComparing(known -> known.state.getKind() == FetchKind.ARTICLE)
          .thenComparing(KnownUrl::key);

  /** What it stands under: one for all spellings of its address. */
  String key() {
    return ContentIds.identity(state.getUrl());
  }

  /** 1 where it counts as unsettled; null counts as nothing. */
  static int asUnsettled(KnownUrl known) {
    return known != null && known.unsettled ? 1 : 0;
  }
}
