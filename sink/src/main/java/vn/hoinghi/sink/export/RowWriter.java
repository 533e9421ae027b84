package vn.hoinghi.sink.export;

import java.io.IOException;

/** Writes rows one by one; what is written lies in no memory. */
interface RowWriter {
  void begin(Head head) throws IOException;

  /** Whether the row has a place in this format. */
  boolean write(Row row) throws IOException;

  /** The end of the whole; everything is with the stream then, which stays open. */
  void end() throws IOException;
}
