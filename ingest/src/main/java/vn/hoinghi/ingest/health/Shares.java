package vn.hoinghi.ingest.health;

/** What a few of many say of all. */
final class Shares {
  /** About one in a thousand on either side. */
  private static final double Z = 3.1;

  private Shares() {}

  /**
   * The least share that so many hits are to be expected of: the lower end of the score interval.
   *
   * @see <a href="https://doi.org/10.1080/01621459.1927.10502953">E. B. Wilson, Probable inference,
   *     the law of succession, and statistical inference, 1927</a>
   */
  static double atLeast(int hits, int of) {
    if (of == 0) {
      return 0;
    }
    double n = of;
    double share = hits / n;
    double centre = share + Z * Z / (2 * n);
    double spread = Z * Math.sqrt(share * (1 - share) / n + Z * Z / (4 * n * n));
    return (centre - spread) / (1 + Z * Z / n);
  }

  /** How much an event of this probability surprises, in bits. */
  static double bits(double probability) {
    return -StrictMath.log(probability) / StrictMath.log(2);
  }
}
