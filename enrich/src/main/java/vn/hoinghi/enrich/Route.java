package vn.hoinghi.enrich;

import java.util.Comparator;

/**
 * What the router keeps of an article for ever.
 *
 * @param fetchedAt capture time of the newest usable revision
 * @param contentHash its content hash; with {@code fetchedAt} it orders the revisions
 * @param standing what that revision was
 * @param firstIngestedAt smallest ingestion time over all its revisions
 * @param shard where it is a member; null where it is none
 */
record Route(
    long fetchedAt, String contentHash, Standing standing, long firstIngestedAt, String shard) {

  enum Standing {
    /** Only dead letters so far; all that counts of them is when they came in. */
    NONE(0),
    /** Only pages without an article so far: any usable revision, however old, is better. */
    ILLEGIBLE(1),
    READ(2),
    GONE(2);

    private final int rank;

    Standing(int rank) {
      this.rank = rank;
    }
  }

  /** A readable or withdrawn revision beats an illegible one; otherwise the later capture wins. */
  static final Comparator<Route> NEWER =
      Comparator.<Route>comparingInt(r -> r.standing.rank)
          .thenComparingLong(Route::fetchedAt)
          .thenComparing(Route::contentHash);

  Route withFirstIngestedAt(long time) {
    return new Route(fetchedAt, contentHash, standing, time, shard);
  }

  byte[] toBytes() {
    return Codec.write(
        out -> {
          out.writeLong(fetchedAt);
          Codec.text(out, contentHash);
          Codec.text(out, standing.name());
          out.writeLong(firstIngestedAt);
          Codec.text(out, shard);
        });
  }

  static Route fromBytes(byte[] bytes) {
    return Codec.read(
        bytes,
        in ->
            new Route(
                in.readLong(),
                Codec.text(in),
                Standing.valueOf(Codec.text(in)),
                in.readLong(),
                Codec.text(in)));
  }
}
