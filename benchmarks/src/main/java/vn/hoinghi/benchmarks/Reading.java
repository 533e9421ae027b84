package vn.hoinghi.benchmarks;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jsoup.Jsoup;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;
import vn.hoinghi.content.Capture;
import vn.hoinghi.content.Page;
import vn.hoinghi.content.PageReader;
import vn.hoinghi.content.UnreadablePageException;
import vn.hoinghi.enrich.mention.ArticleText;
import vn.hoinghi.enrich.mention.MentionReader;

/** What it costs to read all samples of a folder once, in parts and as a whole. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class Reading {
  @Param("")
  public String pages;

  private final PageReader contents = PageReader.standard();
  private final MentionReader mentions = MentionReader.standard();
  private List<Sample> html = List.of();
  private List<ArticleText> articles = List.of();
  private List<Capture> plain = List.of();

  @Setup
  public void read() throws IOException {
    List<Sample> all = SampleFolder.read(Path.of(pages));
    html = all.stream().filter(Sample::html).toList();
    List<ArticleText> texts = new ArrayList<>();
    List<Capture> plainTexts = new ArrayList<>();
    for (Sample sample : all) {
      Page page = content(sample.capture());
      if (page == null) {
        continue;
      }
      texts.add(text(page, sample.capture()));
      plainTexts.add(plain(sample, page));
    }
    articles = texts;
    plain = plainTexts;
  }

  /** The bytes of the text that a page holds, or of the text itself. */
  static Capture plain(Sample sample, Page page) {
    byte[] body = page.text().getBytes(StandardCharsets.UTF_8);
    return new Capture(body, "text/plain", null, sample.url(), sample.fetchedAt(), null);
  }

  /**
   * The measure of all others: a tree from characters, all of them decoded before the clock starts.
   * {@link #content} starts from bytes and pays for decoding them, so that the measure is the
   * strict one; {@link #jsoupParseBytes} is the like for like.
   */
  @Benchmark
  public void jsoupParse(CpuTime time, Blackhole out) {
    time.passes++;
    for (Sample page : html) {
      out.consume(Jsoup.parse(page.source()));
    }
  }

  /** A tree from bytes whose charset is known. */
  @Benchmark
  public void jsoupParseBytes(CpuTime time, Blackhole out) throws IOException {
    time.passes++;
    for (Sample page : html) {
      out.consume(Jsoup.parse(new ByteArrayInputStream(page.capture().body()), "UTF-8", ""));
    }
  }

  /** Bytes to headline, text, times, author, origin. */
  @Benchmark
  public void content(CpuTime time, Blackhole out) {
    time.passes++;
    for (Sample page : html) {
      out.consume(content(page.capture()));
    }
  }

  /** Text to mention with its persons. */
  @Benchmark
  public void mention(CpuTime time, Blackhole out) {
    time.passes++;
    for (ArticleText article : articles) {
      out.consume(mentions.read(article));
    }
  }

  @Benchmark
  public void contentAndMention(CpuTime time, Blackhole out) {
    time.passes++;
    for (Sample page : html) {
      out.consume(mention(page.capture()));
    }
  }

  /** The same for the texts without their pages. */
  @Benchmark
  public void plainText(CpuTime time, Blackhole out) {
    time.passes++;
    for (Capture text : plain) {
      out.consume(mention(text));
    }
  }

  @Benchmark
  public void readability4j(CpuTime time, Blackhole out) {
    time.passes++;
    for (Sample page : html) {
      out.consume(Extractor.READABILITY4J.text(page));
    }
  }

  @Benchmark
  public void boilerpipe(CpuTime time, Blackhole out) {
    time.passes++;
    for (Sample page : html) {
      out.consume(Extractor.BOILERPIPE.text(page));
    }
  }

  private Object mention(Capture capture) {
    Page page = content(capture);
    return page == null ? capture : mentions.read(text(page, capture));
  }

  private Page content(Capture capture) {
    try {
      return contents.read(capture);
    } catch (UnreadablePageException e) {
      return null;
    }
  }

  private static ArticleText text(Page page, Capture capture) {
    return new ArticleText(
        page.title(), page.text(), page.publishedAt(), capture.fetchedAt(), null);
  }
}
