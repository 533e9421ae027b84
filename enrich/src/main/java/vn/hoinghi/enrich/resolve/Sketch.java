package vn.hoinghi.enrich.resolve;

import com.dynatrace.hash4j.hashing.Hashing;
import com.dynatrace.hash4j.similarity.ElementHashProvider;
import com.dynatrace.hash4j.similarity.SimilarityHashPolicy;
import com.dynatrace.hash4j.similarity.SimilarityHashing;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Two texts of a thousand words must be compared in less than a microsecond, and without keeping
 * the texts. A sketch is a SuperMinHash over runs of three words (Ertl 2017): the share of equal
 * components estimates the Jaccard similarity, and with the number of runs also how much of the
 * shorter text lies in the longer one. A second sketch of the beginning finds reprints that were
 * cut short.
 */
public final class Sketch {
  static final int COMPONENTS = 64;
  static final int HEAD_COMPONENTS = 6;
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /** All bits but the highest of each component. */
  private static final long LOW_BITS = 0x7FFF_7FFF_7FFF_7FFFL;

  private static final int MAX_WORDS = 3000;
  private static final int HEAD_WORDS = 60;
  private static final int MIN_RUNS = 8;
  private static final SimilarityHashPolicy WHOLE = SimilarityHashing.superMinHash(COMPONENTS, 16);
  private static final SimilarityHashPolicy HEAD =
      SimilarityHashing.superMinHash(HEAD_COMPONENTS, 16);

  private final int runs;
  private final byte[] whole;
  private final byte[] head;

  private Sketch(int runs, byte[] whole, byte[] head) {
    this.runs = runs;
    this.whole = whole;
    this.head = head;
  }

  /** No text, or too little to compare. */
  public static final Sketch NONE = new Sketch(0, new byte[0], new byte[0]);

  /** The sketch of a text; only its first 3,000 words count. */
  public static Sketch of(String text) {
    long[] words = words(text);
    long[] runs = runs(words, words.length);
    if (runs.length < MIN_RUNS) {
      return NONE;
    }
    long[] beginning = runs(words, Math.min(HEAD_WORDS, words.length));
    return new Sketch(
        runs.length,
        WHOLE.createHasher().compute(ElementHashProvider.ofValues(runs)),
        HEAD.createHasher().compute(ElementHashProvider.ofValues(beginning)));
  }

  /** A sketch as it was stored: number of runs, sketch of the text, sketch of its beginning. */
  public static Sketch restored(int runs, byte[] whole, byte[] head) {
    return new Sketch(runs, whole.clone(), head.clone());
  }

  /** Number of different runs of three words. */
  public int runs() {
    return runs;
  }

  public byte[] whole() {
    return whole.clone();
  }

  public byte[] head() {
    return head.clone();
  }

  boolean isNone() {
    return runs == 0;
  }

  long component(int i) {
    return WHOLE.getComponent(whole, i);
  }

  long headComponent(int i) {
    return HEAD.getComponent(head, i);
  }

  /** Estimated Jaccard similarity in percent. */
  int similarity(Sketch other) {
    return isNone() || other.isNone() ? 0 : equalComponents(other) * 100 / COMPONENTS;
  }

  /** Components of two bytes, four at a time: of each of the four, zero is what is equal. */
  private int equalComponents(Sketch other) {
    int equal = 0;
    for (int i = 0; i < whole.length; i += Long.BYTES) {
      long differ = (long) LONGS.get(whole, i) ^ (long) LONGS.get(other.whole, i);
      long any = ((differ & LOW_BITS) + LOW_BITS) | differ;
      equal += 4 - Long.bitCount(any & ~LOW_BITS);
    }
    return equal;
  }

  /** Estimated share of the shorter text that lies in the longer one, in percent. */
  int containment(Sketch other) {
    int similarity = similarity(other);
    if (similarity == 0) {
      return 0;
    }
    long common = (long) similarity * (runs + other.runs) / (100 + similarity);
    return (int) Math.min(100, common * 100 / Math.min(runs, other.runs));
  }

  private static long[] words(String text) {
    var words = new Hashes(text.length() / 4);
    Fold.words(text, MAX_WORDS, word -> words.add(Hashing.komihash5_0().hashCharsToLong(word)));
    return words.all();
  }

  /** Each run of three among the first words once; in what order does not matter to a sketch. */
  private static long[] runs(long[] words, int count) {
    var runs = new Hashes.Different(count);
    for (int i = 0; i < count - 2; i++) {
      runs.add(Hashing.komihash5_0().hashLongLongLongToLong(words[i], words[i + 1], words[i + 2]));
    }
    return runs.all();
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof Sketch s
        && runs == s.runs
        && Arrays.equals(whole, s.whole)
        && Arrays.equals(head, s.head);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(whole) + runs;
  }

  @Override
  public String toString() {
    return "Sketch[" + runs + " runs]";
  }
}
