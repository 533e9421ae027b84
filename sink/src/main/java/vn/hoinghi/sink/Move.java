package vn.hoinghi.sink;

import java.time.Instant;

/**
 * A step of one partition's position.
 *
 * @param from the position that must be stored now, else somebody else has moved it
 * @param to the position after the step; may pass transaction markers only
 * @param recordTime Kafka time of the last record passed, or null where none was
 */
record Move(long from, long to, Instant recordTime) {}
