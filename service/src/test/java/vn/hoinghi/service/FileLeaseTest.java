package vn.hoinghi.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileLeaseTest {
  @Test
  void oneHolderAtATimeAndTheNextOnceItIsGivenBack(@TempDir Path dir) throws Exception {
    Path file = dir.resolve("one.lock");
    try (FileLease first = FileLease.take(file).orElseThrow()) {
      assertThat(first).isNotNull();
      assertThat(FileLease.take(file)).isEmpty();
    }
    try (FileLease next = FileLease.take(file).orElseThrow()) {
      assertThat(next).isNotNull();
    }
  }
}
