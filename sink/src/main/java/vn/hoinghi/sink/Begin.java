package vn.hoinghi.sink;

/** Whether a full read is begun. */
enum Begin {
  /** Only by a store that knows nothing of the topic. */
  IF_NEW,
  /** In any case, except that one under way goes on. */
  OR_GO_ON,
  /** In any case, from the start: what was read so far cannot be trusted. */
  ANEW
}
