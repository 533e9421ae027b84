package vn.hoinghi.enrich.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Equal ways to write a text come out as one. */
class FoldTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Tỉnh ủy Bến Tre",
        "“Đảng bộ” – khóa XX…",
        "QUÁN TRIỆT nghị quyết số 18-NQ/TƯ",
        "Huế (mới)"
      })
  void composedAndDecomposedAreOne(String text) {
    String decomposed = Normalizer.normalize(text, Normalizer.Form.NFD);
    assertThat(Fold.text(text)).isEqualTo(Fold.text(decomposed));
    assertThat(Fold.words(text, 2)).hasSize(2).isEqualTo(Fold.words(decomposed, 2));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Tỉnh uỷ", "TỈNH ỦY", "tỉnh  uỷ,"})
  void theToneMayStandOnEitherVowel(String text) {
    assertThat(Fold.text(text)).isEqualTo(Fold.text("Tỉnh ủy"));
  }
}
