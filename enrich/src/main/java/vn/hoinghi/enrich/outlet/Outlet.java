package vn.hoinghi.enrich.outlet;

import vn.hoinghi.content.Selectors;

/**
 * A site that publishes.
 *
 * @param host lower case, without {@code www.}
 * @param name as it calls itself
 * @param province name of its home province as of the 63-province map or, for hosts founded later,
 *     the 34-province map; null where it serves the whole country
 * @param kind {@code newspaper}, {@code portal}, {@code party}, {@code agency}, {@code ministry} or
 *     {@code other}
 * @param selectors where its pages keep their parts, as far as somebody has said so
 */
public record Outlet(String host, String name, String province, String kind, Selectors selectors) {

  /** An outlet whose pages are read by the rules alone. */
  public Outlet(String host, String name, String province, String kind) {
    this(host, name, province, kind, Selectors.NONE);
  }

  /** The same outlet under a host below its own. */
  Outlet at(String other) {
    return new Outlet(other, name, province, kind, selectors);
  }
}
