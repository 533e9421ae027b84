package vn.hoinghi.sink;

/** What is said of an event id, by a record or by the rows. */
interface Said {
  long revision();

  /** SHA-256 of the event's canonical part; null where the id is dead. */
  String contentHash();
}
