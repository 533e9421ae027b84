package vn.hoinghi.enrich;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import vn.hoinghi.avro.Article;
import vn.hoinghi.avro.RawArticle;
import vn.hoinghi.enrich.content.PageReader;
import vn.hoinghi.enrich.mention.MentionReader;
import vn.hoinghi.enrich.mention.Reading;
import vn.hoinghi.enrich.outlet.Outlet;
import vn.hoinghi.enrich.outlet.OutletRegistry;
import vn.hoinghi.schemas.BadRecordException;
import vn.hoinghi.schemas.Reason;

/**
 * What the pipeline makes of one raw article, for someone who wants to see it without a broker: the
 * same readers with the same rules, and beside the article what spoke for the decision, which the
 * pipeline does not keep.
 *
 * @param article with outcome CONFERENCE or NOT_CONFERENCE; null where it could not be read
 * @param because what decided, for people; null where it could not be read
 * @param outlet what is known of the one that published it
 * @param failed why it could not be read, or null
 * @param problem the same in words, or null
 * @param deadLetter whether the pipeline would lay the raw article aside as one to look into
 */
public record OneReading(
    Article article,
    String because,
    Outlet outlet,
    Reason failed,
    String problem,
    boolean deadLetter) {

  /** CPU time; a page that comes first also pays for waking the readers up. */
  private static final Duration BUDGET = Duration.ofSeconds(20);

  /**
   * Reads one raw article; never throws for what stands in it.
   *
   * @param outletsFile JSON array of outlets laid over the registry that ships, or null
   * @throws vn.hoinghi.service.ConfigException where the outlets file cannot be read
   */
  public static OneReading of(RawArticle raw, Path outletsFile) {
    var work = new EnrichConfig.Work(null, null, null, null, null, outletsFile);
    OutletRegistry outlets = Enrich.outlets(work);
    var mentions = MentionReader.standard();
    var told = new AtomicReference<String>();
    var reader =
        new WebArticleReader(
            PageReader.standard(),
            text -> {
              Reading reading = mentions.read(text);
              told.set(reading.because());
              return reading;
            },
            outlets);
    Outlet outlet = outlets.of(raw.getOutlet());
    try (var room = new ReadingRoom(reader, BUDGET, new Exhausting())) {
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
}
