package vn.hoinghi.enrich.resolve;

import com.dynatrace.hash4j.hashing.Hashing;
import com.dynatrace.hash4j.similarity.ElementHashProvider;
import com.dynatrace.hash4j.similarity.SimilarityHashPolicy;
import com.dynatrace.hash4j.similarity.SimilarityHashing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleBiFunction;
import vn.hoinghi.avro.ConferenceMention;
import vn.hoinghi.avro.ConferenceType;

/** Ways to say how alike two texts are: ours, and the plain ones beside which it is measured. */
enum Likeness {
  SKETCH("hoinghi: text sketch alone (64 components of 2 bytes over runs of 3 words)") {
    @Override
    float[][] of(List<String> texts) {
      return all(texts, Sketch::of, (a, b) -> a.similarity(b) + a.containment(b) / 1000.0);
    }
  },
  SKETCH_AND_HEADLINE("hoinghi: sketch and headline as the resolver weighs them") {
    @Override
    float[][] of(List<String> texts) {
      return all(texts, Likeness::facts, Likeness::weighed);
    }
  },
  MINHASH_RUNS("MinHash-LSH, 128 permutations, runs of 3 words") {
    @Override
    float[][] of(List<String> texts) {
      return minHash(texts, 3);
    }
  },
  MINHASH_WORDS("MinHash-LSH, 128 permutations, words") {
    @Override
    float[][] of(List<String> texts) {
      return minHash(texts, 1);
    }
  },
  TF_IDF("TF-IDF cosine over words") {
    @Override
    float[][] of(List<String> texts) {
      return tfIdf(texts);
    }
  };

  private static final int WORDS = 3_000;
  private static final int PERMUTATIONS = 128;
  private static final int ROWS = 2;
  private static final SimilarityHashPolicy MINHASH = SimilarityHashing.minHash(PERMUTATIONS, 32);

  final String words;

  Likeness(String words) {
    this.words = words;
  }

  /** Likeness of each to each, on a scale of its own. */
  abstract float[][] of(List<String> texts);

  private static <T> float[][] all(
      List<String> texts, Function<String, T> read, ToDoubleBiFunction<T, T> likeness) {
    List<T> items = texts.stream().map(read).toList();
    float[][] all = new float[items.size()][items.size()];
    for (int i = 0; i < all.length; i++) {
      for (int j = 0; j < i; j++) {
        all[i][j] = (float) likeness.applyAsDouble(items.get(i), items.get(j));
        all[j][i] = all[i][j];
      }
    }
    return all;
  }

  private static Facts facts(String text) {
    ConferenceMention nothing =
        ConferenceMention.newBuilder().setType(ConferenceType.OTHER).build();
    String title = text.lines().findFirst().orElse("");
    return Facts.of(
        new Member("", "vn", "", "", title, null, 0, 0, null, "", Sketch.of(text), nothing));
  }

  /** In bits; the exact similarity only where the weights are the same. */
  private static double weighed(Facts a, Facts b) {
    var pair = new Pair(a, b);
    var score = new Score(signal -> {});
    WordSigns.weigh(pair, score);
    return score.sum() + pair.similarity / 1000.0;
  }

  /** Candidates are those that share a band; their likeness is the share of equal components. */
  private static float[][] minHash(List<String> texts, int run) {
    return all(texts, t -> hash(Fold.words(t, WORDS), run), Likeness::banded);
  }

  private static byte[] hash(List<String> words, int run) {
    long[] runs = new long[Math.max(1, words.size() - run + 1)];
    for (int i = 0; i + run <= words.size(); i++) {
      runs[i] = Hashing.komihash5_0().hashCharsToLong(String.join(" ", words.subList(i, i + run)));
    }
    return MINHASH.createHasher().compute(ElementHashProvider.ofValues(runs));
  }

  private static double banded(byte[] a, byte[] b) {
    int equal = 0;
    boolean candidates = false;
    for (int band = 0; band < PERMUTATIONS; band += ROWS) {
      int same = 0;
      for (int i = band; i < band + ROWS; i++) {
        same += MINHASH.getComponent(a, i) == MINHASH.getComponent(b, i) ? 1 : 0;
      }
      equal += same;
      candidates |= same == ROWS;
    }
    return candidates ? (double) equal / PERMUTATIONS : 0;
  }

  private static float[][] tfIdf(List<String> texts) {
    Map<String, Integer> documents = new HashMap<>();
    var counts = new ArrayList<Map<String, Integer>>();
    for (String text : texts) {
      Map<String, Integer> count = new HashMap<>();
      Fold.words(text, WORDS).forEach(w -> count.merge(w, 1, Integer::sum));
      count.keySet().forEach(w -> documents.merge(w, 1, Integer::sum));
      counts.add(count);
    }
    var vectors = new HashMap<String, Map<String, Double>>();
    for (int i = 0; i < texts.size(); i++) {
      vectors.put(texts.get(i), unit(counts.get(i), documents, texts.size()));
    }
    return all(texts, vectors::get, Likeness::product);
  }

  private static Map<String, Double> unit(
      Map<String, Integer> count, Map<String, Integer> documents, int texts) {
    Map<String, Double> vector = new HashMap<>();
    count.forEach(
        (w, n) -> vector.put(w, (1 + Math.log(n)) * Math.log((double) texts / documents.get(w))));
    double length = Math.sqrt(vector.values().stream().mapToDouble(x -> x * x).sum());
    vector.replaceAll((w, x) -> length == 0 ? 0 : x / length);
    return vector;
  }

  private static double product(Map<String, Double> a, Map<String, Double> b) {
    double sum = 0;
    for (Map.Entry<String, Double> entry : (a.size() < b.size() ? a : b).entrySet()) {
      sum += entry.getValue() * (a.size() < b.size() ? b : a).getOrDefault(entry.getKey(), 0.0);
    }
    return sum;
  }
}
