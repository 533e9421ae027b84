package vn.hoinghi.ingest.health;

import vn.hoinghi.avro.HealthStatus;

/**
 * How an outlet is doing.
 *
 * @param because in words and figures
 */
record Verdict(HealthStatus status, String because) {}
