package vn.hoinghi.standalone.web;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SplittableRandom;

/**
 * One article of a simulated outlet: nothing is kept of it, for seed, outlet and number say all
 * there is to know.
 *
 * @param number among the outlet's, the newest first
 * @param path under which it stands
 * @param oldPath under which it is listed where that leads on to {@code path}; else null
 * @param tracked whether it is listed a second time, with parameters that count visitors
 */
record SimulatedArticle(
    long seed,
    int number,
    String path,
    String oldPath,
    Fate fate,
    Hitch hitch,
    boolean tracked,
    Instant published) {
  private static final Instant NEWEST = Instant.parse("2025-06-30T08:00:00Z");
  private static final List<Hitch> HITCHES =
      List.of(Hitch.ERROR, Hitch.BUSY, Hitch.CUT, Hitch.TRUNCATED);
  private static final int PARAGRAPHS = 7;
  private static final int VIEWS = 5_000;
  private static final long TEXT = 0x7e87L;

  static SimulatedArticle of(long outletSeed, int number, boolean forbids, boolean faults) {
    long seed = outletSeed * 0x9e3779b97f4a7c15L + number;
    var random = new SplittableRandom(seed);
    Fate fate = fate(random.nextInt(1000), forbids, faults);
    int habit = random.nextInt(100);
    Hitch hitch = hitch(random.nextInt(200), faults && fate != Fate.BROKEN);
    int id = 100_000 + number;
    String path =
        switch (Math.floorMod(outletSeed, 4)) {
          case 0 -> "/tin-tuc/hoi-nghi-" + id + ".html";
          case 1 -> "/2025/06/ban-tin-" + id;
          case 2 -> "/chi-tiet?id=" + id;
          default -> "/thoi-su/bai-" + id + ".htm";
        };
    boolean apart = fate == Fate.FORBIDDEN || fate == Fate.MISSING;
    return new SimulatedArticle(
        seed,
        number,
        fate == Fate.FORBIDDEN ? "/noi-bo/" + id + ".html" : path,
        habit < 2 && !apart ? "/cu/" + id : null,
        fate,
        hitch,
        habit > 97 && !apart,
        NEWEST.minus(Duration.ofMinutes(37L * number)));
  }

  /** Shares in the thousand. So few go away that no crawler takes the site for one that moves. */
  private static Fate fate(int chance, boolean forbids, boolean faults) {
    if (chance < 20) {
      return Fate.CORRECTED;
    } else if (chance < 40) {
      return Fate.RECOUNTED;
    } else if (chance < 45) {
      return Fate.VANISHED;
    } else if (chance < 55) {
      return Fate.WITHDRAWN;
    } else if (chance < 65) {
      return Fate.MISSING;
    } else if (chance < 85) {
      return forbids ? Fate.FORBIDDEN : Fate.STAYS;
    } else if (chance < 88) {
      return faults ? Fate.BROKEN : Fate.STAYS;
    }
    return Fate.STAYS;
  }

  private static Hitch hitch(int chance, boolean faults) {
    return faults && chance < HITCHES.size() ? HITCHES.get(chance) : Hitch.NONE;
  }

  /** The address that feeds and sitemaps give. */
  String listedPath() {
    return oldPath == null ? path : oldPath;
  }

  /** Another one for each state that its page can be in. */
  String version(boolean turned) {
    return Long.toHexString(seed) + (turned && fate.changes() ? "-2" : "-1");
  }

  String title(Phrases phrases) {
    var title = new StringBuilder();
    writing(phrases, title).titleOnly();
    return title.toString();
  }

  /** The page as HTML. */
  byte[] html(Phrases phrases, SimulatedOutlet outlet, boolean turned) {
    var out = new StringBuilder(8_000);
    String title = title(phrases);
    boolean corrected = turned && fate == Fate.CORRECTED;
    int views = Math.floorMod(seed, VIEWS) + (turned && fate.changes() ? 17 : 0);
    outlet.head(out, title);
    out.append("<article><h1>").append(title).append("</h1>\n<p class=\"meta\"><time datetime=\"");
    out.append(published).append("\">").append(day()).append("</time> | Lượt xem: ").append(views);
    out.append("</p>\n");
    writing(phrases, out).text(corrected);
    out.append("<p class=\"author\">Phóng viên</p></article>\n");
    outlet.foot(out, number, views);
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  private LocalDate day() {
    return published.atOffset(ZoneOffset.ofHours(7)).toLocalDate();
  }

  private Writing writing(Phrases phrases, StringBuilder out) {
    return new Writing(phrases, out, new SplittableRandom(seed ^ TEXT));
  }

  /** The words of this article: the same at each asking. */
  private final class Writing {
    private final Phrases phrases;
    private final StringBuilder out;
    private final SplittableRandom random;
    private final String place;
    private final String topic;

    Writing(Phrases phrases, StringBuilder out, SplittableRandom random) {
      this.phrases = phrases;
      this.out = out;
      this.random = random;
      this.place = Phrases.any(phrases.places(), random);
      this.topic = Phrases.any(phrases.topics(), random);
    }

    void titleOnly() {
      write(Phrases.any(phrases.titles(), random));
      out.append(" (kỳ ").append(number + 1).append(')');
    }

    void text(boolean corrected) {
      out.append("<p><b>");
      write(Phrases.any(phrases.leads(), random));
      out.append("</b></p>\n");
      for (int paragraph = 0; paragraph < PARAGRAPHS; paragraph++) {
        out.append("<p>");
        for (int sentence = 0; sentence < 3; sentence++) {
          write(Phrases.any(phrases.sentences(), random));
          out.append(' ');
        }
        out.append("</p>\n");
      }
      out.append("<p>Tổng cộng có ").append(corrected ? 2_300 : 2_500).append(" người dự.</p>\n");
    }

    private void write(String sentence) {
      phrases.fill(out, sentence, place, topic, day(), random);
    }
  }
}
