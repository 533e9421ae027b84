package vn.hoinghi.enrich.mention;

import java.util.List;
import vn.hoinghi.avro.ConferenceMention;
import vn.hoinghi.avro.Format;

/**
 * How people met, where it is stated: the first statement about the gathering itself. "Trực tiếp
 * tại Hà Nội kết hợp trực tuyến" is both; what was done last year or elsewhere does not count.
 */
final class Formats {
  private final Script script;
  private final Findings findings;

  Formats(Script script, Findings findings) {
    this.script = script;
    this.findings = findings;
  }

  void read(Gathering gathering, ConferenceMention mention) {
    Hit best = null;
    for (Format format : List.of(Format.HYBRID, Format.ONLINE, Format.IN_PERSON)) {
      best = first(format);
      if (best != null) {
        mention.setFormat(format);
        findings.add("format", best.start(), best.end(), "format");
        return;
      }
    }
  }

  private Hit first(Format format) {
    for (Hit hit : script.hits(Lexicon.FORMATS)) {
      if (hit.is(format.name()) && !elsewhere(hit)) {
        return hit;
      }
    }
    return null;
  }

  /** "So với năm trước phải họp trực tuyến". */
  private boolean elsewhere(Hit hit) {
    Span sentence = script.sentenceAt(hit.start());
    int from = Math.max(sentence.start(), hit.start() - 60);
    return script.hits(Lexicon.TENSES, from, hit.start()).stream().anyMatch(t -> t.is("PAST"));
  }
}
