package vn.hoinghi.sink;

import java.time.Instant;

/**
 * A step of one partition's position.
 *
 * @param from the position that must be stored now, else somebody else has moved it
 * @param to the position after the step; may pass transaction markers only, or stay where it is
 * @param recordTime Kafka time of the last record passed, or null where none was
 * @param atEnd whether the log ended there when it was read
 */
record Move(long from, long to, Instant recordTime, boolean atEnd) {}
