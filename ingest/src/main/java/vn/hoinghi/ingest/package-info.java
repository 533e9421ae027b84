/**
 * The web in, raw articles out.
 *
 * <p>An outlet is read by one instance at a time: its host falls into a partition of {@code
 * hoinghi.fetch-state.v1}, and the consumer group on that topic hands partitions out ({@link
 * vn.hoinghi.ingest.Ownership}). There is no other store. What is known of a URL, what was
 * published and what came of the attempt stand in one transaction ({@link
 * vn.hoinghi.ingest.KafkaLedger}), so a request may be repeated after a crash, a publication never
 * is.
 *
 * <p>Each outlet has a {@linkplain vn.hoinghi.ingest.HostLane lane}: one visit at a time, at the
 * site's pace. A visit is three steps that know little of each other: {@link
 * vn.hoinghi.ingest.Fetcher} brings an answer or a reason, {@link vn.hoinghi.ingest.ArticleVisit}
 * and {@link vn.hoinghi.ingest.ListingVisit} say what it amounts to, the ledger writes it down. The
 * {@code host} in states and outcomes is the outlet's, also where a page stands on {@code www.} of
 * it.
 *
 * <p>Beside the crawl {@link vn.hoinghi.ingest.HealthWatch} hears of every attempt and article and
 * says how each outlet is doing ({@link vn.hoinghi.ingest.health}).
 *
 * <p>Archives come in by another door: a {@link vn.hoinghi.ingest.Source} of captures, today a
 * folder ({@link vn.hoinghi.ingest.FolderImport}).
 */
package vn.hoinghi.ingest;
