package vn.hoinghi.benchmarks;

import java.time.Instant;
import vn.hoinghi.content.Capture;

/**
 * One page or text of a folder.
 *
 * @param name the file's name without its ending
 * @param html whether it is a page rather than a plain text
 * @param source its characters
 * @param capture what the readers get
 * @param gold the text that a reader sees, its first line the headline; null where nobody wrote it
 */
record Sample(String name, boolean html, String source, Capture capture, String gold) {
  String url() {
    return capture.url() == null ? "http://sample.example/" + name : capture.url();
  }

  Instant fetchedAt() {
    return capture.fetchedAt();
  }
}
