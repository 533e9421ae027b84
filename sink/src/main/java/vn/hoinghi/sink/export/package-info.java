/**
 * The tables as files: a question in a few words, a cursor on the server, and rows written one by
 * one as lines of JSON, CSV, a calendar or a feed.
 */
package vn.hoinghi.sink.export;
