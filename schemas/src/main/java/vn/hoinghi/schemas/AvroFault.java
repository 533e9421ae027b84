package vn.hoinghi.schemas;

import org.apache.avro.SystemLimitException;

/** Tells bytes that ask for too much from bytes that make no sense. */
final class AvroFault {
  private AvroFault() {}

  static Reason reasonOf(Throwable fault) {
    boolean limit =
        fault instanceof SystemLimitException
            || fault instanceof StackOverflowError
            || fault instanceof OutOfMemoryError
            || fault instanceof NegativeArraySizeException
            || fault instanceof UnsupportedOperationException;
    return limit ? Reason.AVRO_LIMIT : Reason.AVRO_MALFORMED;
  }
}
