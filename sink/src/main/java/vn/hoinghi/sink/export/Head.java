package vn.hoinghi.sink.export;

import java.time.Instant;
import java.util.List;

/**
 * What is known before the first row.
 *
 * @param where the question, as it was asked; empty for all
 * @param columns names of what each row holds
 * @param rows how many there are
 * @param changedAt when the newest of their events changed; the time of asking where there are none
 */
record Head(Kind kind, String where, List<String> columns, long rows, Instant changedAt) {}
