package vn.hoinghi.standalone.dlq;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import vn.hoinghi.schemas.Topic;
import vn.hoinghi.schemas.Topics;

/** The dead-letter topics by short names, each with the topic its letters came from. */
enum Box {
  /** Raw articles that enrich could not use. */
  RAW,
  /** Corrections that enrich could not carry out. */
  CORRECTIONS,
  /** Events that the sink could not store. */
  EVENTS;

  /** The topic whose reader laid them aside. */
  Topic<?> topic() {
    return switch (this) {
      case RAW -> Topics.RAW;
      case CORRECTIONS -> Topics.CORRECTIONS;
      case EVENTS -> Topics.EVENTS;
    };
  }

  /** Name of the dead-letter topic. */
  String letters() {
    return topic().deadLetters().name();
  }

  String words() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Box> named(String words) {
    return Arrays.stream(values()).filter(box -> box.words().equals(words)).findFirst();
  }
}
