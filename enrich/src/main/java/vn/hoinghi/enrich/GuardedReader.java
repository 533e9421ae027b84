package vn.hoinghi.enrich;

import java.time.Duration;
import vn.hoinghi.avro.RawArticle;
import vn.hoinghi.content.Exhausting;
import vn.hoinghi.content.ReadingRoom;
import vn.hoinghi.schemas.BadRecordException;
import vn.hoinghi.schemas.ContentIds;
import vn.hoinghi.schemas.Reason;

/** A reader in a {@link ReadingRoom}: no page can end or stall the task that reads it. */
final class GuardedReader implements AutoCloseable {
  private static final int MAX_TEXT_CHARS = 1_000_000;

  private final ArticleReader reader;
  private final ReadingRoom room;

  GuardedReader(ArticleReader reader, Duration budget, Exhausting exhausting) {
    this.reader = reader;
    this.room = new ReadingRoom(budget, 1, exhausting);
  }

  /**
   * Reads a page, and makes of it the member that it is to the resolver.
   *
   * @throws BadRecordException PARSE_BUDGET, PARSE_DEPTH, PARSE_INTERNAL or RECORD_TOO_LARGE
   */
  ReadPage read(RawArticle raw) {
    try {
      return room.read(
          () -> ContentIds.contentHash(raw), () -> ReadPage.of(checked(reader.read(raw))));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new org.apache.kafka.common.errors.InterruptException(e);
    }
  }

  private static ArticleReader.Outcome checked(ArticleReader.Outcome outcome) {
    if (outcome instanceof ArticleReader.Legible legible
        && legible.article().getText().length() > MAX_TEXT_CHARS) {
      throw new BadRecordException(
          Reason.RECORD_TOO_LARGE,
          "more than " + MAX_TEXT_CHARS + " characters of text do not fit the articles topic");
    }
    return outcome;
  }

  /** Ends the thread; reading again starts another, as in a task that is revived. */
  @Override
  public void close() {
    room.close();
  }
}
