package vn.hoinghi.enrich;

import vn.hoinghi.avro.Correction;

/** What the resolver of a shard is told. */
sealed interface ShardNews extends Routed permits Membership, ShardNews.Corrected {
  /** A person's correction, or its undoing. Every shard hears of it; the articles may be in any. */
  record Corrected(Correction correction) implements ShardNews {}
}
