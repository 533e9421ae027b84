package vn.hoinghi.ingest;

/**
 * How a site is treated after failures in a row, as a fuse would: asked at its pace; left alone; or
 * left alone for long enough that the next request decides which of the two it will be.
 */
enum Circuit {
  CLOSED,
  OPEN,
  HALF_OPEN;

  /** Failures in a row that open it. */
  static final int OPENS_AT = 5;
}
