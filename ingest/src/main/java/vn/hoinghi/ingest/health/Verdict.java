package vn.hoinghi.ingest.health;

import java.util.function.Supplier;
import vn.hoinghi.avro.HealthStatus;

/**
 * How an outlet is doing.
 *
 * @param because in words and figures; asked for only when it is told
 */
record Verdict(HealthStatus status, Supplier<String> because) {}
