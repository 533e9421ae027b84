package vn.hoinghi.enrich;

import java.nio.file.Path;
import vn.hoinghi.avro.Article;
import vn.hoinghi.avro.RawArticle;
import vn.hoinghi.enrich.outlet.Outlet;
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

  /**
   * Reads one raw article; never throws for what stands in it.
   *
   * @param outletsFile JSON array of outlets laid over the registry that ships, or null
   * @throws vn.hoinghi.service.ConfigException where the outlets file cannot be read
   */
  public static OneReading of(RawArticle raw, Path outletsFile) {
    try (var desk = ReadingDesk.of(outletsFile)) {
      return desk.read(raw);
    }
  }
}
