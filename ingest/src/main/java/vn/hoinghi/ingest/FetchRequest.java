package vn.hoinghi.ingest;

/**
 * What is asked of one URL.
 *
 * @param etag validator of the copy we have, or null
 * @param lastModified likewise
 * @param maxBytes of the body
 * @param cut true where a longer body is read up to {@code maxBytes} and used (robots.txt)
 * @param hops asked before each request whether it may be made
 */
record FetchRequest(
    CanonicalUrl url, String etag, String lastModified, int maxBytes, boolean cut, HopRule hops) {

  /** Refuses a hop by throwing. */
  interface HopRule {
    void check(CanonicalUrl hop) throws Refused;
  }

  static FetchRequest of(CanonicalUrl url, int maxBytes) {
    return new FetchRequest(url, null, null, maxBytes, false, hop -> {});
  }

  FetchRequest with(HopRule rule) {
    return new FetchRequest(url, etag, lastModified, maxBytes, cut, rule);
  }

  FetchRequest ifChanged(String knownEtag, String knownLastModified) {
    return new FetchRequest(url, knownEtag, knownLastModified, maxBytes, cut, hops);
  }

  FetchRequest cutAtLimit() {
    return new FetchRequest(url, etag, lastModified, maxBytes, true, hops);
  }
}
