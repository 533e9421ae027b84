package vn.hoinghi.benchmarks;

import de.l3s.boilerpipe.BoilerpipeProcessingException;
import de.l3s.boilerpipe.extractors.ArticleExtractor;
import net.dankito.readability4j.Readability4J;
import vn.hoinghi.content.PageReader;
import vn.hoinghi.content.UnreadablePageException;

/** The extractors that stand beside each other, each used as its own documentation shows. */
enum Extractor {
  HOINGHI {
    @Override
    String text(Sample page) {
      try {
        return READER.read(page.capture()).text();
      } catch (UnreadablePageException e) {
        return "";
      }
    }
  },
  READABILITY4J {
    @Override
    String text(Sample page) {
      String text = new Readability4J(page.url(), page.source()).parse().getTextContent();
      return text == null ? "" : text;
    }
  },
  BOILERPIPE {
    @Override
    String text(Sample page) {
      try {
        return ArticleExtractor.INSTANCE.getText(page.source());
      } catch (BoilerpipeProcessingException e) {
        return "";
      }
    }
  };

  private static final PageReader READER = PageReader.standard();

  /** The article's text in the page; empty where it finds none. */
  abstract String text(Sample page);
}
