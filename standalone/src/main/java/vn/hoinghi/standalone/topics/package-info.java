/**
 * What lies on the topics, read to an end that is fixed before: every record, the latest value of
 * each key, positions, and when all readers have come so far.
 */
package vn.hoinghi.standalone.topics;
