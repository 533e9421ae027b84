package vn.hoinghi.enrich;

import java.util.Set;
import java.util.function.Function;
import vn.hoinghi.avro.Article;
import vn.hoinghi.avro.ArticleOutcome;
import vn.hoinghi.avro.RawArticle;
import vn.hoinghi.content.Capture;
import vn.hoinghi.content.Page;
import vn.hoinghi.content.PageReader;
import vn.hoinghi.content.UnreadablePageException;
import vn.hoinghi.enrich.mention.ArticleText;
import vn.hoinghi.enrich.mention.MentionReader;
import vn.hoinghi.enrich.mention.Reading;
import vn.hoinghi.enrich.outlet.Outlet;
import vn.hoinghi.enrich.outlet.OutletRegistry;
import vn.hoinghi.schemas.BadRecordException;
import vn.hoinghi.schemas.ContentIds;
import vn.hoinghi.schemas.Reason;
import vn.hoinghi.schemas.TrustedRecords;

/** Joins what reads pages, what knows outlets and what finds the conference. */
public final class WebArticleReader implements ArticleReader {
  static {
    TrustedRecords.trust();
  }

  private static final Set<Reason> FAULTS =
      Set.of(Reason.PARSE_DEPTH, Reason.PARSE_BUDGET, Reason.PARSE_INTERNAL);

  private final PageReader pages;
  private final Function<ArticleText, Reading> mentions;
  private final OutletRegistry outlets;

  public WebArticleReader(PageReader pages, MentionReader mentions, OutletRegistry outlets) {
    this(pages, mentions::read, outlets);
  }

  WebArticleReader(
      PageReader pages, Function<ArticleText, Reading> mentions, OutletRegistry outlets) {
    this.pages = pages;
    this.mentions = mentions;
    this.outlets = outlets;
  }

  @Override
  public Outcome read(RawArticle raw) {
    try {
      Outlet outlet = outlets.of(raw.getOutlet());
      Page page = pages.read(capture(raw), outlet.selectors());
      Reading reading =
          mentions.apply(
              new ArticleText(
                  page.title(), page.text(), page.publishedAt(), raw.getFetchedAt(), outlet));
      return new Legible(article(raw, page, reading));
    } catch (UnreadablePageException e) {
      return unreadable(e);
    }
  }

  /** A page that is too much for the parser is a fault to look into; one without text is not. */
  private static Outcome unreadable(UnreadablePageException fault) {
    if (FAULTS.contains(fault.reason())) {
      throw new BadRecordException(fault.reason(), fault.getMessage(), fault);
    }
    return new Illegible(fault.reason(), fault.getMessage());
  }

  private static Capture capture(RawArticle raw) {
    byte[] body = new byte[raw.getBody().remaining()];
    raw.getBody().duplicate().get(body);
    return new Capture(
        body,
        raw.getMediaType(),
        raw.getCharset(),
        raw.getUrl(),
        raw.getFetchedAt(),
        raw.getPublishedHint());
  }

  private static Article article(RawArticle raw, Page page, Reading reading) {
    boolean conference = reading.mention() != null;
    return Article.newBuilder()
        .setArticleId(raw.getArticleId())
        .setUrl(raw.getUrl())
        .setOutlet(raw.getOutlet())
        .setFetchedAt(raw.getFetchedAt())
        .setIngestedAt(raw.getIngestedAt())
        .setContentHash(ContentIds.contentHash(raw))
        .setOutcome(conference ? ArticleOutcome.CONFERENCE : ArticleOutcome.NOT_CONFERENCE)
        .setReason(conference ? null : reading.reason().name())
        .setTitle(page.title())
        .setPublishedAt(page.publishedAt())
        .setPublishedFrom(page.publishedFrom())
        .setAuthor(page.author())
        .setOrigin(page.origin())
        .setLanguage(page.language())
        .setText(page.text())
        .setRulesVersion(MentionReader.RULES_VERSION)
        .setConference(reading.mention())
        .build();
  }
}
