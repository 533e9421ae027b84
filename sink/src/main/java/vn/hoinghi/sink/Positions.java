package vn.hoinghi.sink;

import java.util.Map;

/**
 * Where to read on.
 *
 * @param byPartition offset of the next record
 * @param fullRead whether a full read of the topic is under way
 */
record Positions(Map<Integer, Long> byPartition, boolean fullRead) {}
