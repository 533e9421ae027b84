package vn.hoinghi.enrich.outlet;

/**
 * A site that publishes.
 *
 * @param host lower case, without {@code www.}
 * @param name as it calls itself
 * @param province name of its home province as of the 63-province map or, for hosts founded later,
 *     the 34-province map; null where it serves the whole country
 * @param kind {@code newspaper}, {@code portal}, {@code party}, {@code agency}, {@code ministry} or
 *     {@code other}
 */
public record Outlet(String host, String name, String province, String kind) {}
