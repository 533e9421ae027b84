package vn.hoinghi.enrich;

import vn.hoinghi.avro.Article;

/** What the first half of the topology makes of one record. */
sealed interface Routed permits DeadLetter, Routed.Read, ShardNews {
  /** The article as it is to be published. */
  record Read(Article article) implements Routed {}
}
