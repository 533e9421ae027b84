package vn.hoinghi.enrich.mention;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;

/** A developer's tool: shows how each gathering word of a text was weighed. */
final class Why {
  private Why() {}

  public static void main(String[] args) throws IOException {
    String text = Normalizer.normalize(Files.readString(Path.of(args[0])), Normalizer.Form.NFC);
    Script script = new Script(text.replaceAll("\\s*\\n\\s*", "\n").strip(), Lexicons.standard());
    for (Gathering g : new Gatherings(script, new Quotes(script)).find()) {
      String noun =
          script.written(g.noun().start(), Math.min(script.text().length(), g.noun().end() + 40));
      System.out.printf(
          "%3d #%d %s verb=%s day=%s organiser=%s | %s%n",
          g.score(),
          g.index(),
          g.tense(),
          g.verb() == null ? null : g.verb().phrase().text(),
          g.day() == null ? null : script.written(g.day().start(), g.day().end()),
          g.organiser() == null ? null : script.written(g.organiser().start(), g.organiser().end()),
          noun.replace('\n', ' '));
    }
    System.out.println(
        new Judge(script, Publication.day(args.length > 1 ? args[1] : null)).judge());
  }
}
