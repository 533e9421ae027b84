/**
 * {@code hoinghi try}: one page as the pipeline reads it, each value shown where it stands in the
 * text.
 */
package vn.hoinghi.standalone.reading;
