package vn.hoinghi.enrich.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import com.dynatrace.hash4j.similarity.SimilarityHashing;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** How alike two texts are, told from their sketches. */
class SketchTest {

  @Test
  void equalComponentsAreCountedAsTheLibraryCountsThem() {
    var library = SimilarityHashing.superMinHash(Sketch.COMPONENTS, 16);
    var random = new Random(1);
    for (int round = 0; round < 200; round++) {
      byte[] mine = new byte[2 * Sketch.COMPONENTS];
      random.nextBytes(mine);
      byte[] theirs = mine.clone();
      for (int changed = random.nextInt(100); changed > 0; changed--) {
        theirs[random.nextInt(theirs.length)] = (byte) random.nextInt();
      }
      int expected = library.getNumberOfEqualComponents(mine, theirs) * 100 / Sketch.COMPONENTS;
      assertThat(similarity(mine, theirs)).isEqualTo(expected);
    }
  }

  @Test
  void theFirstThirdOfATextLiesInItWhole() {
    String text = Reports.prose("câu", 600);
    int containment = Sketch.of(text).containment(Sketch.of(text.substring(0, text.length() / 3)));
    assertThat(containment).isGreaterThan(70);
    assertThat(Sketch.of(text).similarity(Sketch.of(Reports.prose("khác", 600)))).isLessThan(5);
  }

  private static int similarity(byte[] mine, byte[] theirs) {
    byte[] head = new byte[2 * Sketch.HEAD_COMPONENTS];
    return Sketch.restored(100, mine, head).similarity(Sketch.restored(100, theirs, head));
  }
}
