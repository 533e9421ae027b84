package vn.hoinghi.ingest;

import java.time.Instant;

/** One site's turn in a run that ends by itself: a request at a time, and rests between them. */
interface Lane {
  /** The site, for people. */
  String name();

  /**
   * Makes the next request, if it is due.
   *
   * @return when to come back; null when all is done
   */
  Instant step();

  /** Attempts made, and those that are known to be made still. */
  long done();

  long left();
}
