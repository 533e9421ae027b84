package vn.hoinghi.ingest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jsoup.Jsoup;
import vn.hoinghi.content.Capture;
import vn.hoinghi.content.Exhausting;
import vn.hoinghi.content.PageReader;
import vn.hoinghi.content.ReadingRoom;
import vn.hoinghi.content.UnreadablePageException;
import vn.hoinghi.schemas.BadRecordException;
import vn.hoinghi.schemas.Reason;
import vn.hoinghi.schemas.Sha256;

/**
 * Reads captures as enrichment will, so that a visit can tell a revision from a page that only
 * looks different. Shared by all lanes; a page that never ends keeps its own lane waiting for as
 * long as a reading may take, once, and nobody else.
 */
final class GistReader implements AutoCloseable {
  private final PageReader pages = PageReader.standard();
  private final ReadingRoom room;

  /**
   * @param budget CPU time that one page may take
   */
  GistReader(Duration budget) {
    int desks = Runtime.getRuntime().availableProcessors();
    this.room = new ReadingRoom(budget, desks, new Exhausting());
  }

  /**
   * What a capture says.
   *
   * @param bodyHash of the capture's body
   * @param firstCaptured when the article was captured for the first time
   * @throws LostLedgerException where the thread is interrupted, so that the visit comes to nothing
   */
  Gist read(Fetched fetched, String url, Instant at, String bodyHash, Instant firstCaptured) {
    var capture =
        new Capture(fetched.body(), PageKind.mediaType(fetched), fetched.charset(), url, at, null);
    try {
      return room.read(() -> bodyHash, () -> read(capture, firstCaptured));
    } catch (BadRecordException e) {
      return Gist.unreadable(e.reason(), bodyHash);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LostLedgerException("interrupted", e);
    }
  }

  /**
   * Reads a page that lists articles, under the same budget: it is as much a stranger's page.
   *
   * @param body of the page
   * @throws Refused PARSE_BUDGET, PARSE_DEPTH or PARSE_INTERNAL, or as the reading itself refuses
   * @throws LostLedgerException where the thread is interrupted
   */
  Links list(byte[] body, Callable<Links> reading) throws Refused {
    try {
      return room.read(() -> Sha256.hex(body), reading);
    } catch (BadRecordException e) {
      if (e.getCause() instanceof Refused refused) {
        throw refused;
      }
      throw new Refused(e.reason(), e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LostLedgerException("interrupted", e);
    }
  }

  private Gist read(Capture capture, Instant firstCaptured)
      throws UnreadablePageException, IOException {
    try {
      return Gist.of(pages.read(capture), firstCaptured);
    } catch (UnreadablePageException e) {
      if (e.reason() != Reason.TEXT_EMPTY) {
        throw e;
      }
      var body = new ByteArrayInputStream(capture.body());
      return Gist.wordless(Jsoup.parse(body, null, "").text());
    }
  }

  @Override
  public void close() {
    room.close();
  }
}
