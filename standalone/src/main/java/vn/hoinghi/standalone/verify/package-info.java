/**
 * {@code hoinghi verify}: the sums of the pipeline, proved from topics and tables alone; every
 * doubt is named.
 */
package vn.hoinghi.standalone.verify;
