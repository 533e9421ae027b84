package vn.hoinghi.standalone.demo;

import java.util.List;

/**
 * One simulated outlet as a crawler has to know it.
 *
 * @param host name under {@code .example} (RFC 2606), reachable through {@link DemoWeb#port()} only
 * @param name what the outlet calls itself
 * @param province home province without "tỉnh"; null for a national outlet
 * @param kind newspaper, portal, party or agency
 * @param feeds absolute http URLs of its RSS or Atom feeds, on the default port
 * @param sitemaps absolute http URLs of its sitemaps and sitemap indexes, on the default port
 */
public record DemoOutlet(
    String host,
    String name,
    String province,
    String kind,
    List<String> feeds,
    List<String> sitemaps) {}
