package vn.hoinghi.sink;

import java.util.List;

/** Deaths of event ids in the order in which each happened, some at a time. */
interface DeathRecords extends AutoCloseable {
  /** Nothing to tell. */
  DeathRecords NONE = List::of;

  /** The next ones; may be none although more will come. */
  List<Change> next();

  /** Whether all are told that there were at the beginning. */
  default boolean atEnd() {
    return true;
  }

  @Override
  default void close() {}
}
