/**
 * {@code hoinghi backfill}: archives and past years go into a running pipeline, beside its live
 * articles.
 */
package vn.hoinghi.standalone.backfill;
