package vn.hoinghi.ingest;

/**
 * Reads the links out of a page that lists articles: feeds and sitemaps today, listing pages of
 * sites without either next.
 */
interface ListingReader {
  /**
   * The links in their order.
   *
   * @param url the listing's own address, which relative links are resolved against
   * @param charset as the transport declared it, or null
   * @throws Refused where it is no such listing, or a hostile one
   */
  Links read(byte[] body, CanonicalUrl url, String charset) throws Refused;
}
