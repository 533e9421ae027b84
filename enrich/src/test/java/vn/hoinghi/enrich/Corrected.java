package vn.hoinghi.enrich;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;
import vn.hoinghi.avro.Correction;
import vn.hoinghi.avro.CorrectionKind;
import vn.hoinghi.avro.RawArticle;
import vn.hoinghi.avro.Undo;
import vn.hoinghi.schemas.ContentIds;
import vn.hoinghi.schemas.TrustedRecords;

/** Corrections for tests. */
final class Corrected {
  static {
    TrustedRecords.trust();
  }

  private static final int MINUTES = 6;
  private final Random random;
  private final List<String> articles;
  private final List<Correction> records = new ArrayList<>();

  private Corrected(long seed, Collection<String> articles) {
    this.random = new Random(seed);
    this.articles = List.copyOf(new TreeSet<>(articles));
  }

  static Correction link(int minute, String... urls) {
    return correction(CorrectionKind.MUST_LINK, minute, null, null, urls);
  }

  static Correction part(int minute, String... urls) {
    return correction(CorrectionKind.CANNOT_LINK, minute, null, null, urls);
  }

  static Correction set(int minute, String url, String field, String value) {
    return correction(CorrectionKind.OVERRIDE, minute, field, value, url);
  }

  static Correction retract(int minute, String url) {
    return correction(CorrectionKind.RETRACT, minute, null, null, url);
  }

  static Correction undone(Correction correction) {
    return Correction.newBuilder(correction)
        .setUndone(new Undo("Bình", "sai", correction.getAt().plusSeconds(60)))
        .build();
  }

  private static Correction correction(
      CorrectionKind kind, int minute, String field, String value, String... urls) {
    return correction(
        kind, minute, field, value, Stream.of(urls).map(ContentIds::articleId).toList());
  }

  private static Correction correction(
      CorrectionKind kind, int minute, String field, String value, List<String> articleIds) {
    Correction correction =
        Correction.newBuilder()
            .setCorrectionId("")
            .setKind(kind)
            .setArticleIds(articleIds)
            .setField(field)
            .setValue(value)
            .setAuthor("An")
            .setReason("đã hỏi ban tổ chức")
            .setAt(Pages.NOON.plusSeconds(60L * minute))
            .build();
    correction.setCorrectionId(ContentIds.correctionHash(correction).substring(0, 32));
    return correction;
  }

  /** Corrections of a world: many of few articles, so that they contradict each other. */
  static List<Correction> of(long seed, List<RawArticle> world, int corrections) {
    var made = new Corrected(seed, world.stream().map(RawArticle::getArticleId).toList());
    for (int i = 0; i < corrections; i++) {
      made.one();
    }
    return made.records;
  }

  private void one() {
    int minute = random.nextInt(MINUTES);
    Correction made =
        switch (random.nextInt(8)) {
          case 0, 1, 2 ->
              correction(CorrectionKind.MUST_LINK, minute, null, null, some(2 + random.nextInt(2)));
          case 3, 4 ->
              correction(
                  CorrectionKind.CANNOT_LINK, minute, null, null, some(2 + random.nextInt(3)));
          case 5 -> correction(CorrectionKind.RETRACT, minute, null, null, some(1));
          case 6 -> correction(CorrectionKind.OVERRIDE, minute, "startDate", day(), some(1));
          default ->
              correction(
                  CorrectionKind.OVERRIDE,
                  minute,
                  "organiser",
                  random.nextInt(3) == 0 ? null : "Ban " + random.nextInt(9),
                  some(1));
        };
    records.add(made);
    int fate = random.nextInt(6);
    if (fate == 0) {
      records.add(undone(made));
    } else if (fate == 1) {
      // another body under the same id
      records.add(
          Correction.newBuilder(made)
              .setArticleIds(some(made.getArticleIds().size()))
              .setAt(Pages.NOON.plusSeconds(60L * random.nextInt(MINUTES)))
              .build());
    }
  }

  private String day() {
    return "2020-12-%02d".formatted(1 + random.nextInt(12));
  }

  private List<String> some(int count) {
    var some = new ArrayList<String>();
    while (some.size() < count) {
      String article = articles.get(random.nextInt(articles.size()));
      if (!some.contains(article)) {
        some.add(article);
      }
    }
    return some;
  }
}
