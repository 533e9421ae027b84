package vn.hoinghi.ingest;

import java.util.stream.Stream;

/**
 * Captures that exist already, in the order in which they are to be published: a folder of files
 * today, web archives next. Everything wrong with one entry is that entry's value; only a source
 * that cannot be read at all throws.
 */
interface Source {
  /** Lazy: bodies are read as the stream is consumed. To be closed. */
  Stream<Capture> captures();
}
