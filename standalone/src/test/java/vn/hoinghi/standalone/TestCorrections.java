package vn.hoinghi.standalone;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import vn.hoinghi.avro.Correction;
import vn.hoinghi.avro.CorrectionKind;
import vn.hoinghi.avro.RawArticle;
import vn.hoinghi.avro.Undo;
import vn.hoinghi.schemas.ContentIds;

/**
 * What invented people say of invented news: of few articles, so that they contradict each other.
 */
final class TestCorrections {
  private static final Instant NOON = Instant.parse("2021-01-05T05:00:00Z");

  private static final List<CorrectionKind> KINDS =
      List.of(
          CorrectionKind.MUST_LINK,
          CorrectionKind.CANNOT_LINK,
          CorrectionKind.OVERRIDE,
          CorrectionKind.RETRACT);

  private TestCorrections() {}

  /** So many corrections, some of them undone, the same for the same seed. */
  static List<Correction> of(Collection<RawArticle> news, int many, long seed) {
    var random = new Random(seed);
    var known = new TreeSet<String>();
    news.forEach(raw -> known.add(raw.getArticleId()));
    List<String> few = new ArrayList<>(known).subList(0, Math.min(12, known.size()));
    var records = new ArrayList<Correction>();
    for (int i = 0; i < many; i++) {
      Correction made = one(few, random);
      records.add(made);
      if (random.nextInt(4) == 0) {
        var undo = new Undo("Bình", "sai", made.getAt().plusSeconds(60));
        records.add(Correction.newBuilder(made).setUndone(undo).build());
      }
    }
    Collections.shuffle(records, random);
    return records;
  }

  private static Correction one(List<String> articles, Random random) {
    var named = new ArrayList<>(articles);
    Collections.shuffle(named, random);
    CorrectionKind kind = KINDS.get(random.nextInt(KINDS.size()));
    boolean links = kind == CorrectionKind.MUST_LINK || kind == CorrectionKind.CANNOT_LINK;
    boolean sets = kind == CorrectionKind.OVERRIDE;
    Correction made =
        Correction.newBuilder()
            .setCorrectionId("")
            .setKind(kind)
            .setArticleIds(List.copyOf(named.subList(0, links ? 2 + random.nextInt(2) : 1)))
            .setField(sets ? "organiser" : null)
            .setValue(sets ? "Ban " + random.nextInt(9) : null)
            .setAuthor("An")
            .setReason("đã hỏi ban tổ chức")
            .setAt(NOON.plusSeconds(60L * random.nextInt(6)))
            .build();
    made.setCorrectionId(ContentIds.correctionHash(made).substring(0, 32));
    return made;
  }
}
