package vn.hoinghi.enrich.mention;

import java.util.List;
import vn.hoinghi.avro.ConferenceMention;
import vn.hoinghi.avro.Format;
import vn.hoinghi.enrich.text.Rule;

/**
 * How people met, where it is stated: the first statement about the gathering itself. "Trực tiếp
 * tại Hà Nội kết hợp trực tuyến" is both; what was done last year or elsewhere does not count.
 */
final class Formats {
  private static final int LEAD_SENTENCES = 8;
  private static final int OPENING = 12;

  /** "Lắp đặt hệ thống họp trực tuyến" speaks of what is bought; "qua hệ thống" of how they met. */
  private static final Rule SYSTEM =
      Rule.of(
          "(?<!\\p{L})(?:hệ thống|phần mềm|phòng|thiết bị|nền tảng|ứng dụng|dịch vụ|công nghệ"
              + "|giao dịch|dịch vụ công|thanh toán|đăng ký|nộp|bán hàng|mua sắm|mua bán|kinh doanh|quảng cáo|báo) $");

  private static final Rule BY_SYSTEM =
      Rule.of(
          "(?<!\\p{L})(?:qua|bằng|trên|nhờ) (?:hệ thống|phần mềm|nền tảng|ứng dụng|công nghệ) $");

  private final Script script;
  private final Findings findings;

  Formats(Script script, Findings findings) {
    this.script = script;
    this.findings = findings;
  }

  void read(ConferenceMention mention) {
    for (Format format : List.of(Format.HYBRID, Format.ONLINE, Format.IN_PERSON)) {
      Hit best = first(format);
      if (best != null) {
        boolean both = format == Format.ONLINE && alsoInPerson(best);
        mention.setFormat(both ? Format.HYBRID : format);
        findings.add("format", best.start(), best.end(), "format");
        return;
      }
    }
    headline(mention);
  }

  private Hit first(Format format) {
    for (Hit hit : script.hits(Lexicon.FORMATS)) {
      if (hit.is(format.name()) && !elsewhere(hit) && ofGathering(hit)) {
        return hit;
      }
    }
    return null;
  }

  /** "120 đại biểu dự trực tiếp và 3.000 đại biểu theo dõi trực tuyến". */
  private boolean alsoInPerson(Hit online) {
    Span sentence = script.sentenceAt(online.start());
    return script.hits(Lexicon.FORMATS, sentence).stream().anyMatch(h -> h.is("IN_PERSON"));
  }

  /** In the lead, or in a sentence that speaks of a gathering; a plain word in such a one only. */
  private boolean ofGathering(Hit hit) {
    List<Span> sentences = script.sentences();
    int leadEnd = sentences.get(Math.min(LEAD_SENTENCES, sentences.size() - 1)).end();
    Span sentence = script.sentenceAt(hit.start());
    boolean met = !script.hits(Lexicon.GATHERINGS, sentence).isEmpty();
    return met || (hit.start() < leadEnd && !hit.is("PLAIN"));
  }

  /** "Thanh niên học tập nghị quyết trực tuyến". */
  private void headline(ConferenceMention mention) {
    Span headline = script.headline();
    String folded = script.folded().substring(headline.start(), headline.end()).stripTrailing();
    if (folded.endsWith(" trực tuyến") && !folded.endsWith("công trực tuyến")) {
      int end = headline.start() + folded.length();
      mention.setFormat(Format.ONLINE);
      findings.add("format", end - "trực tuyến".length(), end, "format-ends-headline");
    }
  }

  /** "So với năm trước phải họp trực tuyến". */
  private boolean elsewhere(Hit hit) {
    Span sentence = script.sentenceAt(hit.start());
    int near = Math.max(sentence.start(), hit.start() - 60);
    int from = Math.max(near, script.lastIndexOf(',', near, hit.start()));
    String before = script.folded().substring(near, hit.start());
    boolean system = SYSTEM.in(before).find() && !BY_SYSTEM.in(before).find();
    return system
        || past(from, hit.start())
        || past(sentence.start(), Math.min(hit.start(), sentence.start() + OPENING));
  }

  /** "Trước đó, trong Hội nghị trực tuyến cuối năm 2015": also where the sentence begins so. */
  private boolean past(int from, int to) {
    return script.hits(Lexicon.TENSES, from, to).stream().anyMatch(t -> t.is("PAST"));
  }
}
