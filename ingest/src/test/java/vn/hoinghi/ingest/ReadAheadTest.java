package vn.hoinghi.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.hoinghi.schemas.Reason;

@Timeout(30)
class ReadAheadTest {
  private static final int MUCH = 1_000_000;

  @TempDir Path dir;

  @Test
  void entriesComeInTheirOrderToTheLast() {
    List<Capture> all = entries(5_000);

    var read = new ArrayList<Capture>();
    try (var ahead = new ReadAhead(all.iterator())) {
      ahead.forEachRemaining(read::add);
    }

    assertThat(read).isEqualTo(all);
  }

  @Test
  void whatTheSourceThrowsComesBehindWhatItGave() {
    Iterator<Capture> two = entries(2).iterator();
    var source =
        new Source() {
          @Override
          public boolean hasNext() {
            if (!two.hasNext()) {
              throw new UnsupportedOperationException("no more");
            }
            return true;
          }

          @Override
          public Capture next() {
            return two.next();
          }
        };

    try (var ahead = new ReadAhead(source)) {
      assertThat(ahead.next().inputId()).isEqualTo("0");
      assertThat(ahead.next().inputId()).isEqualTo("1");
      assertThatThrownBy(ahead::hasNext).hasRootCauseMessage("no more");
    }
  }

  @Test
  void noMoreIsReadThanHasRoom() throws IOException {
    byte[] page = Warcs.response("http://bao.example/1", large());
    Path file = Warcs.file(dir, page);
    Capture large = Warcs.read(file).get(0);
    var given = new AtomicInteger();
    var endless = endless(large, given);

    try (var ahead = new ReadAhead(endless)) {
      assertThat(ahead.next()).isEqualTo(large);
      await().until(() -> given.get() >= 8);
      int stopped = given.get();

      assertThat(ahead.next()).isEqualTo(large);
      await().until(() -> given.get() > stopped);
      assertThat(given.get()).isLessThan(2 + 10 * 1024 * 1024 / MUCH);
    }
  }

  @Test
  void whoIsLeftInTheMiddleIsNotReadAnyFurther() {
    var waiting = new CountDownLatch(1);
    var broken = new CountDownLatch(1);
    var source =
        new Source() {
          @Override
          public boolean hasNext() {
            waiting.countDown();
            try {
              new CountDownLatch(1).await(); // a read that never ends
            } catch (InterruptedException e) {
              broken.countDown();
            }
            return false;
          }

          @Override
          public Capture next() {
            throw new java.util.NoSuchElementException();
          }
        };
    try (var ahead = new ReadAhead(source)) {
      var asking = new Thread(() -> assertThat(ahead.hasNext()).isFalse());
      asking.start();
      await().until(() -> waiting.getCount() == 0);
    }

    assertThat(broken.getCount()).isZero();
  }

  private interface Source extends Iterator<Capture> {}

  private static Source endless(Capture entry, AtomicInteger given) {
    return new Source() {
      @Override
      public boolean hasNext() {
        return true;
      }

      @Override
      public Capture next() {
        given.incrementAndGet();
        return entry;
      }
    };
  }

  private static byte[] large() {
    byte[] body = Warcs.html("x".repeat(MUCH));
    return Warcs.http("200 OK\r\nContent-Type: text/html", body);
  }

  private static List<Capture> entries(int count) {
    var entries = new ArrayList<Capture>();
    for (int i = 0; i < count; i++) {
      entries.add(
          Capture.failed(Integer.toString(i), "http://bao.example/", Reason.INPUT_MISSING, "no"));
    }
    return entries;
  }
}
