package vn.hoinghi.sink;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StorableTextTest {
  private final Locale before = Locale.getDefault();

  @AfterEach
  void restore() {
    Locale.setDefault(before);
  }

  @Test
  void namesAreFoundWithoutDiacriticsInAnyLocale() {
    Locale.setDefault(Locale.forLanguageTag("tr"));

    assertThat(StorableText.plain("Nguyễn Văn Được")).isEqualTo("nguyen van duoc");
    assertThat(StorableText.plain("ĐINH TIẾN DŨNG")).isEqualTo("dinh tien dung");
  }

  @Test
  void composedAndDecomposedNamesAreTheSame() {
    assertThat(StorableText.plain("Nguye\u0302\u0303n")).isEqualTo(StorableText.plain("Nguyễn"));
  }

  @Test
  void onlyTheCharacterThatCannotBeHeldIsReplaced() {
    assertThat(StorableText.of("a\0b\u0001\uFFFD")).isEqualTo("a\uFFFDb\u0001\uFFFD");
    assertThat(StorableText.of((String) null)).isNull();
  }
}
