package vn.hoinghi.enrich.outlet;

/**
 * A site that publishes.
 *
 * @param host host name, lower case
 * @param name what it calls itself
 * @param province home province, or null
 * @param kind newspaper, party, portal, agency, ministry, or null
 */
public record Outlet(String host, String name, String province, String kind) {}
