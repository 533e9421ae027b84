/**
 * {@code hoinghi batch}: inputs go through the whole pipeline on a broker and database of its own,
 * and lines of JSON come out.
 */
package vn.hoinghi.standalone.batch;
