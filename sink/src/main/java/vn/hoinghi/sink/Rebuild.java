package vn.hoinghi.sink;

/** When the whole topic is read once more, and rows that it no longer knows are removed. */
public enum Rebuild {
  /** The sink refuses to go on where its rows cannot be trusted, and says why: a person decides. */
  NEVER,
  /** At this start; one that was begun before goes on. */
  ONCE,
  /** Wherever the rows cannot be trusted otherwise: for a run that nobody watches. */
  WHEN_NEEDED
}
