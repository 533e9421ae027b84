package vn.hoinghi.enrich;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import vn.hoinghi.avro.RawArticle;
import vn.hoinghi.content.Exhausting;
import vn.hoinghi.content.PageReader;
import vn.hoinghi.enrich.mention.MentionReader;
import vn.hoinghi.enrich.mention.Reading;
import vn.hoinghi.enrich.outlet.Outlet;
import vn.hoinghi.enrich.outlet.OutletRegistry;
import vn.hoinghi.schemas.BadRecordException;
import vn.hoinghi.schemas.ContractPack;

/** Reads raw articles one after another as the pipeline does, without a broker. */
public final class ReadingDesk implements AutoCloseable {
  /** CPU time; a page that comes first also pays for waking the readers up. */
  private static final Duration BUDGET = Duration.ofSeconds(20);

  private final AtomicReference<String> told = new AtomicReference<>();
  private final OutletRegistry outlets;
  private final GuardedReader room;
  private final Intake intake = new Intake(ContractPack.committed());

  private ReadingDesk(OutletRegistry outlets) {
    this.outlets = outlets;
    var mentions = MentionReader.standard();
    var reader =
        new WebArticleReader(
            PageReader.standard(),
            text -> {
              Reading reading = mentions.read(text);
              told.set(reading.because());
              return reading;
            },
            outlets);
    this.room = new GuardedReader(reader, BUDGET, new Exhausting());
  }

  /**
   * A desk that reads by the rules that ship.
   *
   * @param outletsFile JSON array of outlets laid over the registry that ships, or null
   * @throws vn.hoinghi.service.ConfigException where the outlets file cannot be read
   */
  public static ReadingDesk of(Path outletsFile) {
    var work = new EnrichConfig.Work(null, null, null, null, null, outletsFile);
    return new ReadingDesk(Enrich.outlets(work));
  }

  /**
   * Reads one record of the raw topic, from its bytes on; never throws for what stands in it.
   *
   * @param timestamp of the record, milliseconds; negative where it has none
   */
  public OneReading read(byte[] key, byte[] value, long timestamp) {
    try {
      return read(intake.accept(key, value, timestamp));
    } catch (BadRecordException e) {
      return new OneReading(null, null, null, e.reason(), e.getMessage(), true);
    }
  }

  /** Reads one raw article; never throws for what stands in it. */
  public OneReading read(RawArticle raw) {
    Outlet outlet = outlets.of(raw.getOutlet());
    try {
      ArticleReader.Outcome outcome = room.read(raw).outcome();
      if (outcome instanceof ArticleReader.Legible legible) {
        return new OneReading(legible.article(), told.get(), outlet, null, null, false);
      }
      var illegible = (ArticleReader.Illegible) outcome;
      return new OneReading(null, null, outlet, illegible.reason(), illegible.message(), false);
    } catch (BadRecordException e) {
      return new OneReading(null, null, outlet, e.reason(), e.getMessage(), true);
    }
  }

  @Override
  public void close() {
    room.close();
  }
}
