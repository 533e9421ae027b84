package vn.hoinghi.service;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * A file by which one process at a time has a directory. The operating system gives it back when
 * the process ends in any fashion, so nothing has to be cleared away after a crash; the file stays.
 */
public final class FileLease implements AutoCloseable {
  private final FileChannel file;

  private FileLease(FileChannel file) {
    this.file = file;
  }

  /**
   * Takes the file, which is made where it is missing.
   *
   * @return empty where another holder has it, in this process or another
   * @throws IOException where the file cannot be opened
   */
  public static Optional<FileLease> take(Path path) throws IOException {
    FileChannel file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    boolean taken = false;
    try {
      taken = file.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      // Another holder within this process: the answer is the same.
    } finally {
      if (!taken) {
        file.close();
      }
    }
    return taken ? Optional.of(new FileLease(file)) : Optional.empty();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
